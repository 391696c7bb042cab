"""A tag is one, however it is written, on both databases."""

import pytest

from articles.core import NewsroomError
from articles.stories import working_copy_of
from tests.helpers import draft

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("first", "second"),
    [("Köln", "KÖLN"), ("Україна", "УКРАЇНА"), ("Straße", "STRASSE"), ("ＡＢＣ", "abc")],
)
def test_another_story_gets_the_tag_that_is_there(first: str, second: str) -> None:
    draft("One", tags=(first,))
    assert working_copy_of(draft("Two", tags=(second, second.lower()))).tags == (first,)


@pytest.mark.parametrize("headline", ["\u200b", "\u202e\u200b ", "\u3164", "\ufeff"])
def test_a_headline_of_invisible_characters_is_refused(headline: str) -> None:
    with pytest.raises(NewsroomError, match="needs a headline"):
        draft(headline)
    assert working_copy_of(draft("Harvest", tags=(headline,))).tags == ()
