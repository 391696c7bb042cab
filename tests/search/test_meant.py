"""What a mistyped query was meant to be, in words that readers see."""

import pytest

from articles.search import meant, parse
from tests.factories import HOUR, NOON, make_version
from tests.search.archive import fill

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("kazakstan", "Kazakhstan"),
        ("harvset north", "harvest north"),
        ("Straßnbau", "Straßenbau"),
        ("саммитт", "Саммит"),
        ("Αθίνα", "Αθήνα"),
        ("Bürgermeistr", "Bürgermeister"),
        ("sequai", "sequía"),
        ("greev", "Grève"),
        ("минстр", "Министр"),
        ("tatbikti", "tatbikatı"),
        ("elections", ""),
        ("xylophone", ""),
        ('"kazakstan holds"', ""),
        ("ab", ""),
        # Folded, nothing or one letter is left of it.
        ("ـــــ", ""),
        ("ﳲﳲﳲﳲ", ""),
        ("", ""),
    ],
)
def test_mistyped_words_are_corrected(typed: str, expected: str) -> None:
    fill()
    assert meant(typed, parse(typed), NOON) == expected


def test_words_that_readers_cannot_see_yet_are_never_suggested() -> None:
    make_version(headline="Zeppelin lands", visible_from=NOON + HOUR)
    assert meant("zepelin", parse("zepelin"), NOON) == ""
    assert meant("zepelin", parse("zepelin"), NOON + HOUR) == "Zeppelin"
