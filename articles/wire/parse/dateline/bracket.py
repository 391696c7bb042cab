"""What brackets in a dateline say: the agency, the date, or the country or state of the place."""

import re
from dataclasses import dataclass, field

from articles.wire.parse import agencies, dates
from articles.wire.parse.gazetteer import Gazetteer

BRACKET = re.compile(
    r"\s*(?:[(（](?P<round>[^()（）]{1,60})[)）]|\[(?P<square>[^\[\]]{1,40})\]"
    r"|/\s?(?P<slash>[^/()]{2,40}?)\s?/(?!\w))"
)
DASH_AHEAD = re.compile(r"\s?(?:[—―]|--|_\s|\.-|[-–]\s)")
# "SONNA", "LNW": initials that are not on the list of agencies yet.
INITIALS = re.compile(r"[A-ZÇĞİÖŞÜА-ЯЁ]{2,7}")
# Those that agencies write small, such as (dpo).
SMALL_INITIALS = re.compile(r"[^\W\d_A-Z]{2,5}")


@dataclass(slots=True)
class Prefix:
    """What has been read so far from the start of a paragraph."""

    start: int = 0
    places: list[str] = field(default_factory=list)
    regions: bool = False
    date: str = ""
    agency: str = ""
    bracketed: bool = False
    joined: bool = False
    unknown: bool = False
    mark: str = ""
    end: int = 0


def in_capitals(place: str) -> bool:
    """Return whether the place, without its country or state, is printed in capitals."""
    return re.split(r"[,،]|\s?[(\[]", place)[0].isupper()


def inside(bracket: re.Match[str]) -> str:
    """Return the words between the brackets or slashes."""
    return (bracket["round"] or bracket["square"] or bracket["slash"] or "").strip()


def signs(bracket: re.Match[str]) -> bool:
    """Return whether the brackets name an agency."""
    return bool(agencies.name_of(inside(bracket)) or _signed_and_dated(inside(bracket)))


def take(bracket: re.Match[str], now: Prefix, gazetteer: Gazetteer) -> bool:
    """Add what the brackets say to what has been read; return False if they do not belong to it."""
    words, text, end = inside(bracket), bracket.string, bracket.end()
    if not now.agency and not now.date and (both := _signed_and_dated(words)):
        (now.agency, now.date), now.bracketed = both, True
        return True
    if not now.agency and (agency := agencies.name_of(words)):
        now.agency, now.bracketed = agency, True
        return True
    if now.places and not bracket["slash"] and gazetteer.is_region(words):
        space = " " if text[bracket.start() - 1].isspace() else ""
        now.places[-1] += space + bracket.group().strip()
        now.regions = True
        return True
    if now.places and not now.date and dates.DATE.fullmatch(words):
        now.date = words
        return True
    if not now.places or now.agency:
        return False
    # "Halle (Saale) (dpa/sa)": brackets before those of the agency belong to the place.
    behind = BRACKET.match(text, end)
    if not now.date and behind and signs(behind):
        now.places[-1] += " " + bracket.group().strip()
        now.regions = True
        return True
    # Brackets between a place in capitals, or a date, and a dash name the agency or the reporter.
    reports = words[:1].isupper() and len(words) <= 30 and DASH_AHEAD.match(text, end)
    if reports and (now.date or in_capitals(now.places[0])):
        now.agency, now.bracketed, now.unknown = words, True, True
        return True
    marked = bracket["slash"] or DASH_AHEAD.match(text, end) or text[end : end + 1] == ":"
    small = SMALL_INITIALS.fullmatch(words) and words.islower() and DASH_AHEAD.match(text, end)
    if (INITIALS.fullmatch(words) and marked) or small:
        now.agency, now.bracketed = words, True
        return True
    return False


def _signed_and_dated(words: str) -> tuple[str, str] | None:
    """Return the agency and the date of "TTXVN 5/9" or "AFP, 5 Sept", or None."""
    for gap in re.finditer(r"[,،]?\s+", words):
        before, after = words[: gap.start()], words[gap.end() :]
        for agency, date in ((before, after), (after, before)):
            if agencies.is_agency(agency) and dates.DATE.fullmatch(date):
                return agency.strip(agencies.QUOTES), date
    return None
