"""The byline of a story, as the form sends it."""

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict

from articles.desk.story.fields.byline import MAX_LENGTH, MOST, BylineField, sent_byline
from articles.stories import BylineText
from tests.factories import make_author

pytestmark = pytest.mark.django_db

AGENCIES = BylineText("With agencies")


def sent(*lines: str) -> list[str]:
    """Return what the widget reads from these values of the form."""
    data = QueryDict(mutable=True)
    data.setlist("byline", list(lines))
    read: list[str] = BylineField().widget.value_from_datadict(data, {}, "byline")
    return read


def test_it_is_kept_in_its_order_and_once() -> None:
    zoe, adam = (make_author(name=name) for name in ("Zoe", "Adam"))
    lines = sent(str(zoe.pk), "", "text: With  agencies ", str(adam.pk), str(zoe.pk))
    assert BylineField(required=False).clean(lines) == (zoe, AGENCIES, adam)


def test_chips_send_all_of_it_in_one_field() -> None:
    byline = (AGENCIES, make_author(name="Zoe"), BylineText("10"))
    lines = sent("\r\n".join(sent_byline(byline)))
    assert BylineField(required=False).clean(lines) == byline


def test_without_scripts_other_words_are_one_more_choice() -> None:
    html = BylineField().widget.render("byline", ["text:With <agencies>"], {"id": "id_byline"})
    assert '<option value="text:With &lt;agencies&gt;" selected>With &lt;agencies&gt;<' in html
    assert html.count("selected") == 3


@pytest.mark.parametrize("key", ["0", "-1", "abc", "9" * 18, "9" * 26, "\0"])
def test_what_is_no_author_is_refused(key: str) -> None:
    with pytest.raises(ValidationError):
        BylineField(required=False).clean([key])


@pytest.mark.parametrize(
    "lines", [["text:" + "a" * (MAX_LENGTH + 1)], [f"text:{n}" for n in range(MOST + 1)]]
)
def test_more_than_a_byline_has_is_refused(lines: list[str]) -> None:
    with pytest.raises(ValidationError):
        BylineField(required=False).clean(lines)


@pytest.mark.parametrize("words", ["", " ", "\0", "\u200b"])
def test_words_that_nobody_sees_are_none(words: str) -> None:
    assert BylineField(required=False).clean([f"text:{words}"]) == ()
