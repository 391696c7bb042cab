"""A tag is one, however it is written, on both databases."""

import pytest

from articles.core import NewsroomError
from articles.stories import working_copy_of
from tests.helpers import draft

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Köln", "KÖLN"),
        ("Україна", "УКРАЇНА"),
        ("Straße", "STRASSE"),
        ("ＡＢＣ", "abc"),
        ("İstanbul", "ISTANBUL"),
        ("istanbul", "İSTANBUL"),
        ("Iğdır", "IĞDIR"),
        ("Αθήνα", "ΑΘΗΝΑ"),
        ("Μάιος", "ΜΑΪΟΣ"),
        ("ქართული", "ᲥᲐᲠᲗᲣᲚᲘ"),
        ("ｶﾅ", "カナ"),
        ("한글", "\u1112\u1161\u11ab\u1100\u1173\u11af"),
        ("น้ำ", "น้\u0e4d\u0e32"),
        ("می‌کند", "میکند"),
        ("people’s co-op", "People's co‐op"),
    ],
)
def test_another_story_gets_the_tag_that_is_there(first: str, second: str) -> None:
    draft("One", tags=(first,))
    assert working_copy_of(draft("Two", tags=(second, second.lower()))).tags == (first,)


def test_other_words_stay_other_tags() -> None:
    words = ("Й", "И", "が", "か", "हिन", "हीन", "resume", "résumé", "Ё", "Е", "סֵפֶר", "ספר")
    assert len(working_copy_of(draft("One", tags=words)).tags) == len(words)


@pytest.mark.parametrize("headline", ["\u200b", "\u202e\u200b ", "\u3164", "\ufeff"])
def test_a_headline_of_invisible_characters_is_refused(headline: str) -> None:
    with pytest.raises(NewsroomError, match="needs a headline"):
        draft(headline)
    assert working_copy_of(draft("Harvest", tags=(headline,))).tags == ()
