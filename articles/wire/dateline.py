"""The place, date and agency that open a story, found only where the evidence bears it."""

import re
from dataclasses import dataclass, field

from articles.wire import agencies, dateline_east, dates
from articles.wire.copy_parts import Dateline
from articles.wire.gazetteer import Gazetteer

LONGEST = 160
BYLINE = re.compile(r"(?:By|BY|Von|Par|Por|Di|Oleh)\s[^|:.]{3,60}\s?\|\s?")
SEPARATOR = re.compile(
    r"\s*(?P<mark>\.\s?[-–—]+(?=[\s\w«“\"]|$)|[-–—―ـ]{1,3}(?=\s|[A-Z«“\"]|$)|(?<=\s)[-–—―]{1,3}|[—―]|--"
    r"|:\s?[-–—]+|[:：]|[.।](?=\s|$)|[,،、](?=\s|$)|/|$)\s*"
)
BRACKET = re.compile(r"\s*(?:\((?P<round>[^()]{1,60})\)|\[(?P<square>[^\[\]]{1,40})\]|/\s?(?P<slash>[^/]{2,40})/)")
PLACE_JOIN = re.compile(r"\s?/\s?|\s+(?:and|und|et|y|e|и|і|و|&)\s+|\s?[-–]\s?(?=\w)", re.IGNORECASE)
WORD = re.compile(r"[^\s,/:;()\[\]—–―|«»“”\"<>=]+")
ABOARD = re.compile(r"(?:ABOARD|ON BOARD|EN ROUTE TO|NEAR|OUTSIDE|À BORD D[EU]|A BORDO DEL?)\s+[A-Z' .-]{3,40}?(?=\s*[,(—–-])")
OPENING = "\"'“”„«‘’‹『「(¿¡*[_ "
ENDING = re.compile(r"[.!?…।。؟۔։]['\"”’»)\]」]*\s*(?:\([^)]*\)|\S{0,12})?$")
FIRST_PERSON = re.compile(r"(?:I|I'm|I’m|We|Yes|No|Well|My|You|Ich|Ja|Nein|Wir|Je|Oui|Non|Yo|Sí|Eu|Sim)\b")


@dataclass(slots=True)
class Prefix:
    """What has been read so far from the start of a paragraph."""

    start: int = 0
    places: list[str] = field(default_factory=list)
    regions: bool = False
    date: str = ""
    agency: str = ""
    bracketed: bool = False
    unknown: bool = False
    mark: str = ""
    end: int = 0


def find(text: str, gazetteer: Gazetteer, language: str = "") -> Dateline | None:
    """The dateline at the start of a paragraph, or None; `sure` says whether it may be taken.

    `language` is "de" for German, where a place and a full stop are enough.
    """
    east = dateline_east.match(text, gazetteer)
    if east:
        return Dateline(east.places, east.date, east.agency, east.sure, text[: east.end])
    byline = BYLINE.match(text)
    for prefix in reversed(_prefixes(text, byline.end() if byline else 0, gazetteer)):
        sure = _verdict(prefix, text, gazetteer, language)
        if sure is not None:
            return Dateline(
                tuple(prefix.places), prefix.date, prefix.agency, sure, text[: prefix.end]
            )
    return None


def _prefixes(text: str, start: int, gazetteer: Gazetteer) -> list[Prefix]:
    """Every reading of the start of the text as place, date and agency up to a separator."""
    found: list[Prefix] = []
    now, at, mark = Prefix(start=start), start, ""
    while at < min(len(text), LONGEST):
        end = _item(text, at, mark, now, gazetteer)
        if end == at:
            break
        at = end
        separator = SEPARATOR.match(text, at)
        mark = separator["mark"].strip() if separator else ""
        if separator:
            at = separator.end()
        elif text[at : at + 1].isspace():
            at += 1
        if separator or now.agency:
            found.append(_copied(now, mark, at))
    return found


def _copied(now: Prefix, mark: str, end: int) -> Prefix:
    return Prefix(
        now.start, list(now.places), now.regions, now.date, now.agency, now.bracketed,
        now.unknown, mark, end,
    )


def _item(text: str, at: int, mark: str, now: Prefix, gazetteer: Gazetteer) -> int:
    """Reads one place, date or agency at a position; gives where it ends, or the position."""
    bracket = BRACKET.match(text, at)
    if bracket:
        return bracket.end() if _bracket(bracket, now, gazetteer) else at
    if not now.date and (now.places or now.agency or not now.start):
        end = dates.date_at(text, at)
        if end > at and (now.places or now.agency or any(c.isdigit() for c in text[at:end])):
            now.date = text[at:end].strip()
            return end
    end = agencies.agency_at(text, at)
    if end > at and not now.agency:
        now.agency = text[at:end].strip(agencies.QUOTES)
        return end
    if mark in {",", "،"} and now.places and not now.agency:
        end = _region(text, at, gazetteer)
        if end > at:
            now.places[-1] += ", " + text[at:end]
            now.regions = True
            return end
    # A second place follows a slash only; a place after a dash or a stop is prose.
    if now.places and mark != "/":
        return at
    return _place(text, at, now, gazetteer)


def _bracket(bracket: re.Match[str], now: Prefix, gazetteer: Gazetteer) -> bool:
    inside = (bracket["round"] or bracket["square"] or bracket["slash"] or "").strip()
    if not now.agency and (agencies.is_agency(inside) or agencies.starts_with_agency(inside)):
        now.agency, now.bracketed = inside.strip(agencies.QUOTES), True
        return True
    if now.places and not bracket["slash"] and gazetteer.is_region(inside):
        now.places[-1] += bracket.group().rstrip()
        now.regions = True
        return True
    if now.places and not now.date and dates.DATE.fullmatch(inside):
        now.date = inside
        return True
    capitals = inside.isupper() and len(inside) <= 12 and inside.isalpha()
    if now.places and not now.agency and capitals and now.places[0].isupper():
        now.agency, now.bracketed, now.unknown = inside, True, True
        return True
    return False


def _region(text: str, at: int, gazetteer: Gazetteer) -> int:
    for end in _ends(text, at):
        if text[at].isupper() and gazetteer.is_region(text[at:end]):
            return end + (text[end : end + 1] == "." and text[at:end].count(".") > 0)
    return at


def _ends(text: str, at: int) -> list[int]:
    """Ends of one to six words from a position, longest first."""
    ends: list[int] = []
    here = at
    for _ in range(6):
        word = WORD.match(text, here)
        if not word:
            break
        printed = word.group()
        ends.append(word.end())
        if printed.endswith("."):
            ends.append(word.end() - 1)
        for inner in re.finditer(r"(?<=\w)(?:\.?[-–ـ]+|\.)(?=\w|$)", printed):
            ends.append(here + inner.start())
        here = word.end()
        if text[here : here + 1] == "," and re.match(r",\s?(?:D\.? ?C\.?)(?!\w)", text[here:]):
            here += 1
        if text[here : here + 1] != " ":
            break
        here += 1
    return sorted(set(ends), reverse=True)


def _place(text: str, at: int, now: Prefix, gazetteer: Gazetteer) -> int:
    if at >= len(text) or text[at].islower() or not (text[at].isalpha() or text[at] in "'’"):
        return at
    aboard = ABOARD.match(text, at)
    if aboard:
        now.places.append(aboard.group())
        return aboard.end()
    ends = _ends(text, at)
    for end in ends:
        if gazetteer.is_place(text[at:end]):
            now.places.append(text[at:end])
            return end
    # An unknown place: words in capitals, or a few names right before an agency's bracket.
    for end in ends:
        name = text[at:end]
        if not all(word[0].isupper() or not word[0].isalpha() for word in name.split()):
            continue
        bracket = BRACKET.match(text, end)
        signed = bracket and agencies.is_agency((bracket["round"] or bracket["slash"] or "").strip())
        dated = re.match(r",\s", text[end:]) and dates.date_at(text, end + 2) > end + 2
        # Town and region that no list has, then the agency: "PUERTO X, Y (AP) —".
        shouted = name.isupper() and len(name) > 3
        if len(name.split()) <= 5 and (signed or shouted or dated):
            now.places.append(name)
            now.unknown = True
            return end
    return at


def _verdict(prefix: Prefix, text: str, gazetteer: Gazetteer, language: str) -> bool | None:
    """True to take the prefix, False to ask the editor, None when it is no dateline."""
    rest = text[prefix.end :]
    if not prefix.places:
        return _agency_alone(prefix, rest)
    if not rest:
        return _own_line(prefix, text, gazetteer)
    if not _opens_sentence(rest):
        return None
    dash = prefix.mark.strip(".: ") != "" and prefix.mark.strip(".: ")[0] in "-–—―ـ"
    colon = prefix.mark[:1] in {":", "："}
    stop = prefix.mark in {".", "।"}
    capitals = all(place.split(",")[0].isupper() for place in prefix.places)
    known = not prefix.unknown and all(_is_known(place, gazetteer) for place in prefix.places)
    if prefix.agency:
        return _signed(prefix, known, capitals, dash or colon or stop)
    if prefix.date:
        return (known or (capitals and dash)) if dash or colon or stop else (False if known else None)
    word = any(gazetteer.is_word(place.split(",")[0]) for place in prefix.places)
    if _names_place_again(rest, gazetteer) or FIRST_PERSON.match(rest.lstrip(OPENING)):
        return None
    if dash:
        if not known:
            return prefix.regions or None if capitals else None
        if capitals:
            return _has_prose(rest) and (not word or prefix.regions or _is_name(prefix))
        return _has_prose(rest) and not word and _is_large(prefix, gazetteer)
    if not known:
        return None
    if colon:
        return _has_prose(rest) and not word and _is_large(prefix, gazetteer)
    if stop:
        tanzanian = all(gazetteer.is_tanzanian(place) for place in prefix.places)
        if language == "de" or tanzanian or prefix.mark == "।":
            return _has_prose(rest) and not prefix.regions
        return None
    if prefix.mark in {",", "،", "、"} and not prefix.regions:
        if len(prefix.places) > 1:
            return _has_prose(rest)
        return False if _is_large(prefix, gazetteer) and not word else None
    return None


def _agency_alone(prefix: Prefix, rest: str) -> bool | None:
    if not prefix.agency or not rest or not _opens_sentence(rest):
        return None
    dash = prefix.mark.strip(".: ")[:1] in set("-–—―ـ") if prefix.mark.strip(".: ") else False
    if prefix.bracketed:
        return True if dash or prefix.mark[:1] == ":" else False
    if prefix.date:
        return bool(prefix.mark) and prefix.mark != ","
    return True if dash else None


def _signed(prefix: Prefix, known: bool, capitals: bool, separated: bool) -> bool | None:
    if prefix.bracketed:
        return known or capitals or (separated and not prefix.date == "") or separated
    if known and separated:
        return True
    return False if known and prefix.mark else None


def _own_line(prefix: Prefix, text: str, gazetteer: Gazetteer) -> bool | None:
    known = not prefix.unknown and all(_is_known(place, gazetteer) for place in prefix.places)
    if not known or len(text) > 80:
        return None
    capitals = all(place.split(",")[0].isupper() for place in prefix.places)
    word = any(gazetteer.is_word(place.split(",")[0]) for place in prefix.places)
    return bool((capitals and not word) or prefix.date or prefix.agency)


def _is_known(place: str, gazetteer: Gazetteer) -> bool:
    town = re.split(r",|\s?[(\[]", place)[0]
    return gazetteer.is_place(place) or gazetteer.is_place(town) or bool(ABOARD.match(place + ","))


def _is_large(prefix: Prefix, gazetteer: Gazetteer) -> bool:
    """Small towns share their names with words and people: alone they are too little."""
    return prefix.regions or all(
        gazetteer.population(place) >= 50_000 or gazetteer.is_own(place) for place in prefix.places
    )


def _is_name(prefix: Prefix) -> bool:
    return all(len(place) > 4 for place in prefix.places)


def _opens_sentence(rest: str) -> bool:
    first = rest.lstrip(OPENING)[:1]
    return bool(first) and (first.isdigit() or (first.isalpha() and not first.islower()))


def _has_prose(rest: str) -> bool:
    """A sentence follows: several words and a full stop somewhere at the end."""
    words = len(rest.split())
    unspaced = bool(re.match(r"[\u0e00-\u0e7f\u3040-\u9fff]", rest))
    return (words >= 8 or (unspaced and len(rest) >= 25)) and bool(
        ENDING.search(rest) or words >= 25 or unspaced
    )


def _names_place_again(rest: str, gazetteer: Gazetteer) -> bool:
    """A second place right behind and a mark: a route or a list ("Paris – London: …")."""
    for end in _ends(rest, 0):
        if gazetteer.is_place(rest[:end]) and re.match(r"\s?[-–—:/.]|$", rest[end:]):
            return True
    return False
