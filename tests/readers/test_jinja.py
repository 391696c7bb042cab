"""The environment of readers' templates."""

from typing import Any

import jinja2
import pytest
from django.template import engines
from django.utils.safestring import mark_safe


def rendered(template: str, **values: Any) -> str:
    return engines["jinja2"].from_string(template).render(values)


def test_an_unknown_name_is_an_error_and_text_is_escaped() -> None:
    assert rendered("{{ headline }}", headline="<b>&") == "&lt;b&gt;&amp;"
    with pytest.raises(jinja2.UndefinedError, match="headline"):
        rendered("{{ headline }}")


def test_values_of_a_message_are_escaped_unless_they_are_html() -> None:
    message = '{{ _("<b>%(name)s</b>, %(time)s", name=name, time=time) }}'
    html = rendered(message, name="<Ana>", time=mark_safe("<time>12:00</time>"))
    assert html == "<b>&lt;Ana&gt;</b>, <time>12:00</time>"


def test_a_message_without_values_stays_as_it_is() -> None:
    assert rendered('{{ _("100% of it") }}') == "100% of it"


@pytest.mark.parametrize(
    ("num", "words"), [(1, "1 story by &lt;b&gt;"), (2, "2 stories by &lt;b&gt;")]
)
def test_a_message_has_the_form_that_fits_its_number(num: int, words: str) -> None:
    message = (
        '{{ ngettext("%(num)s story by %(name)s", "%(num)s stories by %(name)s", num, name=name) }}'
    )
    assert rendered(message, num=num, name="<b>") == words
