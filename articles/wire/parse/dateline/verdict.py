"""Whether what reads like a dateline is one: yes, no, or a question to the editor."""

import re

from articles.wire.parse import agencies, dates, lists
from articles.wire.parse.dateline.bracket import Prefix, in_capitals
from articles.wire.parse.dateline.prefix import word_ends
from articles.wire.parse.dateline.prose import (
    goes_on,
    has_prose,
    is_short_sentence,
    is_told,
    opens_sentence,
)
from articles.wire.parse.gazetteer import Gazetteer

LARGE, LARGEST, LONGEST_LINE = 50_000, 3_000_000, 80
DASHES, COLONS = frozenset("-–—―ـ"), frozenset(":：፦៖")
STOPS, COMMAS = frozenset({".", "।", "։", "።"}), frozenset({",", "،", "、", "፣", "፤"})
DOTS = frozenset("·•∙")
LABELS = frozenset(lists.read("labels"))
ARABIC = re.compile(r"[\u0621-\u06d5]")
GEORGIAN = re.compile(r"[\u10a0-\u10ff]")
OF_A_YEAR = re.compile(r"[^,.\d–-]+, [^,()]*\d{4}\.\s")


def verdict(prefix: Prefix, text: str, gazetteer: Gazetteer, language: str) -> bool | None:
    """Return True to take the prefix, False to ask the editor, None if it is not a dateline."""
    rest = text[prefix.end :]
    if not prefix.places:
        return _agency_alone(prefix, rest)
    dated_first = prefix.date and text.startswith(prefix.date, prefix.start)
    if dated_first and not prefix.agency and prefix.mark != "।":
        return None
    if not rest:
        return _own_line(prefix, text, gazetteer)
    if dates.is_time_line(rest):
        return False if _known(prefix, gazetteer) else None
    mark = prefix.mark.lstrip(".: ")[:1]
    dash, colon, stop = mark in DASHES, prefix.mark[:1] in COLONS, prefix.mark in STOPS
    capitals, known = _in_capitals(prefix), _known(prefix, gazetteer)
    # "WASHINGTON, March 20 - the U.S. …": all that comes before the dash leaves no doubt.
    certain = capitals and known and dash and bool(prefix.date or prefix.agency)
    if not (opens_sentence(rest) or (certain and rest[0].isalpha())):
        return None
    if prefix.agency:
        separated = dash or colon or stop or prefix.mark == "|" or mark in DOTS
        separated = separated or prefix.joined or bool(prefix.date)
        return _signed(prefix, known, capitals, separated)
    if prefix.date:
        # Prose may begin with a place, a date and a full stop: in English, and with a year in any
        # language ("Berlin, 9. November 1989. …"). "Roma, 9 set. " is a style of datelines.
        dated = any(c.isdigit() for c in prefix.date)
        stop = stop and dated and language != "en" and has_prose(rest)
        stop = stop and (language in {"de", "es"} or prefix.date[:1].isdigit())
        stop = stop and not OF_A_YEAR.match(text, prefix.start)
        if dash or colon or stop or (capitals and dated and prefix.mark in STOPS):
            # "Nendeln, 27.6. – ": only English prose attributes words in this form.
            certain = dash and dated and language != "en" and not _is_label(prefix)
            return known or (capitals and dash) or (certain and has_prose(rest))
        return False if known else None
    # "القاهرة-الإسكندرية" is a route; "دمشق-سانا" is signed by an agency.
    if ARABIC.match(rest) and text[prefix.end - 1] == "-" and not text[prefix.end - 2].isspace():
        return None
    return _bare(prefix, rest, gazetteer, language)


def _bare(prefix: Prefix, rest: str, gazetteer: Gazetteer, language: str) -> bool | None:
    """Return the verdict on places with neither a date nor an agency."""
    capitals = _in_capitals(prefix)
    mark = prefix.mark.lstrip(".: ")[:1]
    dash = mark in DASHES or mark in DOTS
    short = (dash or prefix.mark[:1] in COLONS) and is_short_sentence(
        rest, 2 if capitals or dash else 3
    )
    short = short or (prefix.mark in STOPS and _is_told(prefix, rest, gazetteer, language))
    if not (short or has_prose(rest)) or goes_on(rest, gazetteer, region=not (dash or capitals)):
        return None
    # "OAK BROOK, ILL., The …": a comma after the region is enough, unless all is in capitals.
    enclosed = prefix.mark in COMMAS and prefix.regions and not rest.split(" ", 1)[0].isupper()
    known = _known(prefix, gazetteer)
    if (enclosed and capitals) or not known:
        marked = (dash or enclosed) and capitals and not _is_label(prefix)
        return (known or prefix.regions) if marked else None
    return _listed(prefix, rest, gazetteer, language)


def _listed(prefix: Prefix, rest: str, gazetteer: Gazetteer, language: str) -> bool | None:
    """Return the verdict on known places with neither a date nor an agency."""
    capitals = _in_capitals(prefix)
    mark = prefix.mark.lstrip(".: ")[:1]
    dash = mark in DASHES or mark in DOTS
    word = _is_word(prefix, gazetteer)
    # "México.- …": only Spanish datelines have this mark.
    if prefix.mark[:1] == "." and language == "es":
        word = word and not all(gazetteer.is_country(place) for place in prefix.places)
    large = _is_large(prefix, gazetteer)
    if dash and capitals:
        return not word or prefix.regions or all(len(place) > 4 for place in prefix.places)
    if dash:
        # In a German dateline, small German towns count as well.
        large = large or (language == "de" and all(_is_german(p, gazetteer) for p in prefix.places))
        return not word and large and not _is_route(prefix, rest, gazetteer)
    if mark == "|":
        return False if large and not word else None
    if prefix.mark[:1] in COLONS:
        # "Moskau: Russland …" is just as often a label: only English-language papers in Asia print
        # datelines in this form.
        cased = any(place != place.upper() for place in prefix.places)
        malaysian = all(gazetteer.is_in(place, "MY") for place in prefix.places)
        return not word and large and not (cased and language not in {"", "en"} and not malaysian)
    if prefix.mark in STOPS:
        return _stopped(prefix, rest, gazetteer, language)
    if prefix.mark in COMMAS and not prefix.regions:
        return True if len(prefix.places) > 1 else (None if word or not large else False)
    return None


def _stopped(prefix: Prefix, rest: str, gazetteer: Gazetteer, language: str) -> bool | None:
    """Return the verdict on places and a full stop, which may also be a one-word sentence."""
    word = _is_word(prefix, gazetteer)
    tanzanian = all(gazetteer.is_in(place, "TZ") for place in prefix.places)
    if prefix.mark == "।" or (tanzanian and not word):
        return True
    # "Essen. Drei …": German stories hardly open with a word, a full stop and a long sentence.
    if word and language == "de" and len(prefix.places) == 1:
        german = _is_german(prefix.places[0], gazetteer) and _is_large(prefix, gazetteer)
        word = not (german and is_told(rest, 5))
    if word or (prefix.regions and not _in_capitals(prefix) and language != "es"):
        return None
    if not _is_told(prefix, rest, gazetteer, language):
        return False if _is_large(prefix, gazetteer) and language in {"de", "es", "it"} else None
    if language == "de" or (_in_capitals(prefix) and language not in {"", "en"}):
        return True
    if language in {"es", "it"} or GEORGIAN.match(rest):
        return _is_large(prefix, gazetteer)
    return None


def _is_told(prefix: Prefix, rest: str, gazetteer: Gazetteer, language: str) -> bool:
    """Return whether the sentence after a full stop is long enough by the style of the language."""
    tanzanian = all(gazetteer.is_in(place, "TZ") for place in prefix.places)
    if language not in {"", "en"} and (_in_capitals(prefix) or tanzanian):
        return is_told(rest, 2)
    if language == "de":
        return is_told(rest, 3, verb=True)
    if prefix.mark == "।" or GEORGIAN.match(rest):
        return is_told(rest, 3)
    # "Ciudad de México. …" is the style of some papers; "Lima. Un verano." may just open a story.
    single = all(" " not in place for place in prefix.places)
    return is_told(rest, 8 if single and language in {"es", "it"} else 4)


def _agency_alone(prefix: Prefix, rest: str) -> bool | None:
    if not prefix.agency or not rest or not opens_sentence(rest):
        return None
    mark = prefix.mark.lstrip(".: ")[:1]
    initials = prefix.agency.casefold() in agencies.BRACKETS_ONLY - {"ap", "agi"}
    if initials and not prefix.bracketed:
        return None
    if prefix.bracketed:
        return mark in DASHES or prefix.mark[:1] in COLONS or (not prefix.mark and has_prose(rest))
    if prefix.date:
        return prefix.mark in STOPS or mark in DASHES
    return (mark in DASHES and (has_prose(rest) or is_short_sentence(rest, 3))) or None


def _signed(prefix: Prefix, known: bool, capitals: bool, separated: bool) -> bool | None:
    if prefix.bracketed:
        return known or capitals or separated
    if known and separated:
        return True
    return False if known and prefix.mark else None


def _own_line(prefix: Prefix, text: str, gazetteer: Gazetteer) -> bool | None:
    """Return the verdict on a prefix that is the whole line."""
    if not _known(prefix, gazetteer) or len(text) > LONGEST_LINE:
        return None
    if prefix.date or prefix.agency:
        return True
    if _is_word(prefix, gazetteer):
        return None
    if prefix.mark.lstrip(".: ")[:1] in DASHES:
        return _is_large(prefix, gazetteer) or None
    # A place alone on its line is usually the section of the page, except for the largest cities.
    largest = all(gazetteer.population(place) >= LARGEST for place in prefix.places)
    return (_in_capitals(prefix) and (prefix.regions or largest)) or None


def _is_label(prefix: Prefix) -> bool:
    return any(place.casefold() in LABELS for place in prefix.places)


def _in_capitals(prefix: Prefix) -> bool:
    return all(in_capitals(place) for place in prefix.places)


def _known(prefix: Prefix, gazetteer: Gazetteer) -> bool:
    return not prefix.unknown and all(
        gazetteer.is_place(place)
        or gazetteer.is_place(re.split(r"[,،]|\s?[(\[]", place)[0])
        or place.startswith(
            ("ABOARD", "ON BOARD", "EN ROUTE", "NEAR", "OUTSIDE", "À BORD", "A BORDO")
        )
        for place in prefix.places
    )


def _is_word(prefix: Prefix, gazetteer: Gazetteer) -> bool:
    return any(gazetteer.is_word(place.split(",")[0]) for place in prefix.places)


def _is_large(prefix: Prefix, gazetteer: Gazetteer) -> bool:
    """Return whether each place is large: small towns share their names with words and people."""
    return prefix.regions or all(
        gazetteer.population(place) >= LARGE or gazetteer.is_own(place) for place in prefix.places
    )


def _is_german(place: str, gazetteer: Gazetteer) -> bool:
    return any(gazetteer.is_in(place, country) for country in ("DE", "AT", "CH"))


def _is_route(prefix: Prefix, rest: str, gazetteer: Gazetteer) -> bool:
    """Return whether another town follows, as in "Moscow – Kazan in three hours?"."""
    return any(
        rest[:end] not in prefix.places
        and not gazetteer.is_word(rest[:end])
        and gazetteer.population(rest[:end]) >= LARGE
        for end in word_ends(rest, 0)
    )
