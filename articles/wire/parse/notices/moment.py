"""The time that an embargo names, in the words and numbers of many languages."""

import re
from dataclasses import dataclass

from articles.wire.parse import dates, lists
from articles.wire.parse.notices.calendar_names import month_number, weekday_number

WORDS = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
#: The day that is named belongs to the embargo.
INCLUSIVE = re.compile(
    r"einschließlich|including|inclusive|inclus|tot en met|incluido|включительно|включно"
    r"|do konce|włącznie",
    re.IGNORECASE,
)
NOON = (
    r"(?:12 ?)?(?:noon|midday|(?:\w+(?:tag|woch|abend))?mittags?|midi|mediod[ií]a|meio-dia"
    r"|mezzogiorno|полдень)"
)
MIDNIGHT = r"(?:12 ?)?(?:midnight|mitternacht|minuit|medianoche|meia-noite|mezzanotte|полночь)"
CLOCK = re.compile(
    r"(?<![\d.:])(?P<hour>[01]?\d|2[0-4])(?:(?:\s?[:hH]\s?|[.٫])(?P<minute>[0-5]\d)(?![\d.]\d)|(?P<full>(?=\s?(?:[ap]\.?m\b|[ap]\.m\.|Uhr|h\b|hrs?\b|hours|o'clock|час|ore\b|horas|heures|uur|hodin|óra|ظهر|صباح|مساء|点|點|时|時|시))))"
    r"(?::[0-5]\d)?\s?(?P<half>[ap]\.?\s?m\b\.?)?"
    r"|(?<![\d.:/-])(?P<four>(?:[01]\d|2[0-4])[0-5]\d(?=\s?(?:[A-Z]{2,5}\b|hrs?\b|hours|h\b))"
    r"|(?!20[2-3]\d)(?:[01]\d|2[0-4])[0-5]\d(?=\s?(?:[^\W\d_]|,|\(|$)))(?!\s?[-/.]\d)",
    re.IGNORECASE,
)
# "alle ore 12", "kl 12"
AT_HOUR = re.compile(
    r"(?:\bore|\balle|\blas|\bàs|\bkl\.?|\bgodz\.?|\bsaat|\bklo|\bhodin|الساعة)\s(?P<hour>[01]?\d|2[0-4])(?![\d.:])",
    re.IGNORECASE,
)
# "午後6時", "6 Uhr abends": the second half of the day.
AFTERNOON = re.compile(
    r"午後|下午|오후|晚上|вечера|de la (?:tarde|noche)|da (?:tarde|noite)|(?<!sonn)abends"
    r"|nachmittags|du soir|de l['’]après-midi|مساء|بعد الظهر",
    re.IGNORECASE,
)
# "031200 DEZ", as the military writes days and times.
GROUPED = re.compile(
    rf"(?<!\d)([0-3]\d)([0-2]\d)([0-5]\d)\s?(?=(?:[A-Z]{{1,4}}\s)?{dates.MONTH_WORD})",
    re.IGNORECASE,
)
# Whole words: not in "afternoon", "vormittags" and "après-midi".
WORDED = re.compile(
    rf"(?<![^\W\d_])(?<!-)(?:(?P<noon>{NOON})|(?P<midnight>{MIDNIGHT}))(?!\w)", re.IGNORECASE
)
ZONES = {
    "utc": 0, "gmt": 0, "z": 0, "wet": 0, "bst": 60, "ist": 330, "cet": 60, "cest": 120, "mez": 60,
    "mesz": 120, "eet": 120, "eest": 180, "msk": 180, "мск": 180, "est": -300, "edt": -240,
    "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "jst": 540,
    "kst": 540, "hkt": 480, "sgt": 480, "aest": 600, "aedt": 660, "wib": 420, "pkt": 300,
}  # fmt: skip
#: Zones whose offset depends on the day: the time is read by the clocks of a town.
TOWNS = dict(line.split(" = ") for line in lists.read("time_zones"))
ZONE = re.compile(
    rf"(?<!\w)(?P<zone>{'|'.join(sorted((*ZONES, *TOWNS), key=len, reverse=True))})"
    r"(?P<offset>\s?[+-]\d{1,2}(?::?[0-5]\d)?)?(?!\w)",
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

    `hour` is 24 for the midnight that ends the day. `offset` is in minutes east of UTC, `town` a
    time zone by name; both are None and "" for the newsroom's own zone.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int = 0
    offset: int | None = None
    town: str = ""


def moment(line: str) -> Moment:
    """Return the time that an embargo line names, as far as it can be read."""
    line = GROUPED.sub(r"\2:\3 \1 ", line)
    (year, month, day), rest = _day(line)
    hour, minute = _clock(rest)
    offset, town = _zone(line)
    if hour is None and INCLUSIVE.search(line):
        hour = 24
    named = map(weekday_number, WORDS.findall(line.replace("’", "'")))
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
        return (12, 0) if found["noon"] else (24, 0)
    for found in CLOCK.finditer(line):
        if found["four"]:
            return int(found["four"][:2]), int(found["four"][2:])
        hour, minute = int(found["hour"]), int(found["minute"] or 0)
        half = (found["half"] or "").lower()
        if not half and found["full"] is not None:
            half = "p" if re.match(r"\s?p\.?m", line[found.end() :], re.IGNORECASE) else ""
            half = half or (
                "a" if re.match(r"\s?a\.?m", line[found.end() :], re.IGNORECASE) else ""
            )
        return _of_day(hour, half, line), minute
    if found := AT_HOUR.search(line):
        return _of_day(int(found["hour"]), "", line), 0
    return None, 0


def _of_day(hour: int, half: str, line: str) -> int:
    """Return the hour of the day, of the half that begins with "a" or "p" or that the line says."""
    half = half or ("p" if hour < 12 and AFTERNOON.search(line) else "")
    return hour % 12 + (12 if half[0] == "p" else 0) if half and hour <= 12 else hour


def _zone(line: str) -> tuple[int | None, str]:
    found = ZONE.search(line)
    if not found:
        return None, ""
    name = found["zone"].lower()
    if name in TOWNS:
        return None, TOWNS[name]
    return ZONES[name] + (_minutes(found["offset"]) if name in {"utc", "gmt"} else 0), ""


def _minutes(offset: str | None) -> int:
    """Return the minutes of "+5:30", "-3" or ""."""
    found = re.search(r"([+-])(\d{1,2}):?(\d{2})?", offset or "")
    return int(found[1] + "1") * (int(found[2]) * 60 + int(found[3] or 0)) if found else 0
