"""The names of places that copy prints, in the languages of the news; see cities.txt."""

from pathlib import Path

import pytest

from articles.wire import Gazetteer
from articles.wire.parse.gazetteer import key

PLACES = Gazetteer()
LINES = (Path(__file__).parent / "cities.txt").read_text(encoding="utf-8").splitlines()
CITIES = dict(line.split(": ", 1) for line in LINES if not line.startswith("#"))


@pytest.mark.parametrize("language", CITIES)
def test_capitals_and_large_cities_are_known(language: str) -> None:
    names = CITIES[language].split(", ")
    assert [name for name in names if not PLACES.is_place(name)] == []


def test_names_in_capitals_are_known_too() -> None:
    for name in ("Երևան", "Αθήνα", "Київ", "Bogotá", "İstanbul"):
        assert PLACES.is_place(name.upper())


SPELLINGS = [
    ("काठमाडौँ", "काठमाडौं"),
    ("హైదరాబాద్\u200c", "హైదరాబాద్"),
    ("أبوظبي", "ابوظبي"),
    ("N’Djamena", "N'Djamena"),
]


@pytest.mark.parametrize(("one", "other"), SPELLINGS)
def test_spellings_that_differ_only_in_a_mark_are_the_same_name(one: str, other: str) -> None:
    assert key(one) == key(other)


def test_the_abbreviation_of_a_state_counts_only_as_it_is_printed() -> None:
    assert PLACES.is_region("Jal.")
    assert PLACES.is_region("AM")
    assert not PLACES.is_region("Am")
    assert not PLACES.is_region("Son")
