"""Lines that set an embargo, and the time that they name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from articles.wire.parse import dates, lists
from articles.wire.parse.notices.calendar_names import month_number, weekday_number

LONGEST = 200
AROUND = " *!=-–—_#>[](){}<«»\"“”'.:+~|"
SETS = re.compile(rf"(?<!\w)(?:{'|'.join(lists.read('embargo'))})(?!\w)", re.IGNORECASE)
# Everyday words ("Frei ab …", "For release at …") and what is news as well ("Embargo …"): these set
# one only with the hour, or the day, and hardly another word.
EVERYDAY = re.compile(rf"(?:{'|'.join(lists.read('embargo_everyday'))})(?!\w)", re.IGNORECASE)
BARE = re.compile(r"\W*(?:embargo|эмбарго|ембарго)\W*", re.IGNORECASE)
#: Words that say no more beside it, in any language: "information sous embargo jusqu'au".
BESIDE = frozenset(lists.read("embargo_words"))
# What German speeches say of themselves.
SPEECH = re.compile(r"es gilt das gesprochene wort", re.IGNORECASE)
#: What may come before a bare "Embargo": "The embargo is until Monday" is news.
CALLS = frozenset(lists.read("embargo_calls"))
#: "Embargo lifts on Monday" is news, "Embargo lifts on Monday at 10:00" is not.
LIFTS = re.compile(r"(?<!\w)(?:lifts?|lifted|levée?)(?!\w)", re.IGNORECASE)
# "CONFIDENTIAL - EMBARGOED UNTIL …"
BEHIND = re.compile(r"[^\n]{0,60}?\s[-–—|/*]+\s")
WORDS = re.compile(r"[^\W\d_]+")
#: Other words beside what sets an embargo: before the first number, and after it.
MOST_BEFORE, MOST_BEHIND = 1, 2
#: Lines over which an embargo may be wrapped.
MOST_LINES = 4
NOON = r"(?:12 ?)?(?:noon|midday|mittags?|midi|mediod[ií]a|meio-dia|mezzogiorno|полдень)"
MIDNIGHT = r"(?:12 ?)?(?:midnight|mitternacht|minuit|medianoche|meia-noite|mezzanotte|полночь)"
CLOCK = re.compile(
    r"(?<![\d.:])(?P<hour>[01]?\d|2[0-4])(?:(?:\s?[:hH]\s?|[.٫])(?P<minute>[0-5]\d)(?![\d.]\d)|(?P<full>(?=\s?(?:[ap]\.?m\b|[ap]\.m\.|Uhr|h\b|hrs?\b|hours|o'clock|час|ore\b|horas|heures|点|點|时|時|시))))"
    r"(?::[0-5]\d)?\s?(?P<half>[ap]\.?\s?m\b\.?)?"
    r"|(?<![\d.:/-])(?P<four>(?:[01]\d|2[0-4])[0-5]\d(?=\s?(?:[A-Z]{2,5}\b|hrs?\b|hours|h\b))"
    r"|(?!20[2-3]\d)(?:[01]\d|2[0-4])[0-5]\d(?=\s?(?:[^\W\d_]|,|\(|$)))(?!\s?[-/.]\d)",
    re.IGNORECASE,
)
# "alle ore 12", "kl 12"
AT_HOUR = re.compile(
    r"(?:\bore|\balle|\blas|\bàs|\bkl\.?|\bgodz\.?|\bsaat|\bklo|\bhodin)\s(?P<hour>[01]?\d|2[0-4])(?![\d.:])",
    re.IGNORECASE,
)
WORDED = re.compile(rf"(?P<noon>{NOON})|(?P<midnight>{MIDNIGHT})", re.IGNORECASE)
ZONES = {
    "utc": 0, "gmt": 0, "z": 0, "wet": 0, "bst": 60, "ist": 330, "cet": 60, "cest": 120, "mez": 60,
    "mesz": 120, "eet": 120, "eest": 180, "msk": 180, "мск": 180, "est": -300, "edt": -240,
    "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "jst": 540,
    "kst": 540, "hkt": 480, "sgt": 480, "aest": 600, "aedt": 660, "wib": 420, "pkt": 300,
}  # fmt: skip
#: Zones whose offset depends on the day: the time is read by the clocks of a town.
TOWNS = {"et": "America/New_York", "ct": "America/Chicago", "mt": "America/Denver",
         "pt": "America/Los_Angeles", "uk time": "Europe/London", "london time": "Europe/London",
         "paris time": "Europe/Paris", "heure de paris": "Europe/Paris",
         "по московскому времени": "Europe/Moscow"}  # fmt: skip
ZONE = re.compile(
    rf"(?<!\w)(?P<zone>{'|'.join(sorted((*ZONES, *TOWNS), key=len, reverse=True))})"
    r"(?P<offset>\s?[+-]\d{1,2})?(?!\w)",
    re.IGNORECASE,
)
NUMERIC = re.compile(
    r"(?<![\d:])(?:(?P<iso>\d{4})[-/.](?P<iso_month>\d{1,2})[-/.](?P<iso_day>\d{1,2})"
    r"|(?P<day>\d{1,2})\s?[./-]\s?(?P<month>\d{1,2})(?:\.(?=\D|$)|\s?[./-]\s?(?P<year>\d{4}|\d{2}))?)(?![\d:])"
)
CJK = re.compile(
    r"(?:(?P<year>\d{4})\s?[年년]\s?)?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]"
)
NAMED = re.compile(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|°|ª|-го)?\.?,?\s?(?:of |de |d’|d')?"
    rf"(?P<month>{dates.MONTH_WORD})"
    r"\.?(?:,?\s(?:de |del )?(?P<year>\d{4})(?!\s?(?:GMT|UTC|hrs|h\b)))?"
    rf"|(?P<month2>{dates.MONTH_WORD})\.?\s(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|:)"
    r"(?:,?\s(?P<year2>20\d{2})(?!\s?(?:GMT|UTC|hrs|h\b)))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Moment:
    """What an embargo line says of its end, as far as it can be read; None is what it leaves open.

    `offset` is in minutes east of UTC, `town` a time zone by name; both are None and "" for the
    newsroom's own zone.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int = 0
    offset: int | None = None
    town: str = ""


def is_embargo(line: str) -> bool:
    """Return whether the line sets an embargo: beside its words there is a time, or nothing."""
    if len(line) > LONGEST:
        return False
    words = line.strip(AROUND)
    lead = BEHIND.match(words)
    return _sets(words) or (lead is not None and _sets(words[lead.end() :]))


def joined(lines: Sequence[str]) -> int:
    """Return how many lines the embargo that begins in the first one takes up; 0 if none does."""
    first = lines[0] if lines else ""
    if len(first) > LONGEST or not (SETS.search(first) or EVERYDAY.match(first)):
        return 0
    found, text = int(is_embargo(first)), first
    for count, line in enumerate(lines[1:MOST_LINES], start=2):
        text = f"{text} {line}"
        if len(text) > LONGEST or (found and not _goes_on(line)):
            break
        found = count if is_embargo(text) else found
    return found


def _goes_on(line: str) -> bool:
    """Return whether the line is nothing but a time."""
    when = moment(line)
    timed = (when.day, when.weekday, when.hour) != (None, None, None)
    return timed and not _others(line)


def _sets(words: str) -> bool:
    words = SPEECH.sub(" ", words)
    strong = SETS.search(words)
    found = strong or EVERYDAY.match(words)
    if not found or _others(words[: found.start()]):
        return False
    when = moment(words)
    timed = (when.day, when.weekday, when.hour) != (None, None, None)
    rest = SETS.sub(" ", words) if strong else words[found.end() :]
    before, _, behind = re.sub(r"\d", "\0", rest, count=1).partition("\0")
    others, later = _others(before), _others(behind)
    if not timed:
        return bool(strong) and not (others or later or re.search(r"\d", rest))
    if not strong:
        return when.hour is not None and not others and later < MOST_BEHIND
    if BARE.fullmatch(found.group()):
        if any(word.casefold() not in CALLS for word in WORDS.findall(words[: found.start()])):
            return False
        lifts = LIFTS.search(words) and when.hour is None
        return not (others or lifts) and later < MOST_BEHIND
    return others <= MOST_BEFORE and later <= MOST_BEHIND


def _others(words: str) -> int:
    """Return how many of the words have nothing to do with an embargo."""
    return sum(not _belongs(word) for word in WORDS.findall(words))


def _belongs(word: str) -> bool:
    return bool(
        word.casefold() in BESIDE
        or weekday_number(word) is not None
        or month_number(word)
        or WORDED.match(word)
        or ZONE.match(word)
    )


def moment(line: str) -> Moment:
    """Return the time that an embargo line names, as far as it can be read."""
    (year, month, day), rest = _day(line)
    hour, minute = _clock(rest)
    offset, town = _zone(line)
    named = map(weekday_number, re.findall(r"[^\W\d_]+", line))
    weekday = next((number for number in named if number is not None), None)
    return Moment(year, month, day, weekday, hour, minute, offset, town)


def _day(line: str) -> tuple[tuple[int | None, int | None, int | None], str]:
    """Return year, month and day, and the line without them."""
    for pattern in (CJK, NAMED, NUMERIC):
        for found in pattern.finditer(line):
            parts = found.groupdict()
            word = parts.get("month") or parts.get("month2") or parts.get("iso_month") or ""
            month = int(word) if word.isdigit() else month_number(word)
            number = parts.get("day") or parts.get("day2") or parts.get("iso_day")
            year = parts.get("year") or parts.get("year2") or parts.get("iso")
            if not month or not number or not (1 <= month <= 12 and 1 <= int(number) <= 31):
                continue
            full = int(year) + (2000 if len(year) == 2 else 0) if year else None
            return (full, month, int(number)), line[: found.start()] + " " + line[found.end() :]
    return (None, None, None), line


def _clock(line: str) -> tuple[int | None, int]:
    if found := WORDED.search(line):
        return (12, 0) if found["noon"] else (0, 0)
    for found in CLOCK.finditer(line):
        if found["four"]:
            return int(found["four"][:2]) % 24, int(found["four"][2:])
        hour, minute = int(found["hour"]), int(found["minute"] or 0)
        half = (found["half"] or "").lower()
        if not half and found["full"] is not None:
            half = "p" if re.match(r"\s?p\.?m", line[found.end() :], re.IGNORECASE) else ""
            half = half or (
                "a" if re.match(r"\s?a\.?m", line[found.end() :], re.IGNORECASE) else ""
            )
        if half and hour <= 12:
            hour = hour % 12 + (12 if half[0] == "p" else 0)
        return hour % 24, minute
    if found := AT_HOUR.search(line):
        return int(found["hour"]) % 24, 0
    return None, 0


def _zone(line: str) -> tuple[int | None, str]:
    found = ZONE.search(line)
    if not found:
        return None, ""
    name = found["zone"].lower()
    if name in TOWNS:
        return None, TOWNS[name]
    hours = (
        int(found["offset"].replace(" ", "")) if found["offset"] and name in {"utc", "gmt"} else 0
    )
    return ZONES[name] + hours * 60, ""
