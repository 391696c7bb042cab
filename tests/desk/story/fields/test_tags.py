"""Tags come back from the form as they were."""

import pytest
from django import forms
from hypothesis import given
from hypothesis import strategies as st

from articles.desk.story.fields.tags import TagsField, in_one_line
from articles.text import one_form, tag_key

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)
TAGS = st.lists(
    st.lists(WORDS, min_size=1, max_size=3)
    .map(lambda words: one_form(one_form(" ".join(words))[:100]))
    .filter(bool),
    unique_by=tag_key,
)


def test_commas_stand_between_tags_and_quotes_around_a_tag_with_a_comma() -> None:
    typed = ' Central  Asia, "Washington, D.C.",trade,, trade '
    assert TagsField().clean(typed) == ("Central Asia", "Washington, D.C.", "trade")
    assert in_one_line(("Washington, D.C.", "trade")) == '"Washington, D.C.", trade'


@given(TAGS)
def test_what_is_shown_is_read_again(tags: list[str]) -> None:
    assert TagsField().clean(in_one_line(tags)) == tuple(tags)


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        ("العراق، سوريا", ("العراق", "سوريا")),
        ("日本、中国，韓国", ("日本", "中国", "韓国")),
        ('"日本、中国", x', ("日本、中国", "x")),
        ("Köln, KÖLN, Ko\u0308ln", ("Köln",)),
        ("Україна, УКРАЇНА", ("Україна",)),
        ("\u200b, \u202e, a", ("a",)),
        ("a; b；c؛ d", ("a", "b", "c", "d")),
        ("a\nb\r\nc\td\u2028e", ("a", "b", "c", "d", "e")),
        ('"a;\nb", c', ("a; b", "c")),
        ("İstanbul, istanbul, ISTANBUL, ΑΘΗΝΑ, Αθήνα", ("İstanbul", "ΑΘΗΝΑ")),
    ],
)
def test_tags_in_any_script(typed: str, tags: tuple[str, ...]) -> None:
    assert TagsField().clean(typed) == tags


def test_a_tag_that_is_too_long_is_named() -> None:
    with pytest.raises(forms.ValidationError, match="too long"):
        TagsField().clean("x" * 101)
