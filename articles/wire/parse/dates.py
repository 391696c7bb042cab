"""Dates as datelines print them in many languages: found at a position of the text."""

import re

from articles.wire.parse import lists

# Stems of month names: a word that begins with one of them counts as a month.
MONTH_STEMS = lists.read("months")
WEEKDAYS = lists.read("weekdays")
WEEKDAY = rf"(?:{'|'.join(sorted(set(WEEKDAYS), key=len, reverse=True))})"
LETTER = r"(?:[^\W\d_]|[\u0900-\u0dff\u0e00-\u0e7f])"
# An entry that ends in a full stop is a whole abbreviation; only Thai has full stops inside one.
SHORT = {month for month in MONTH_STEMS if month.endswith(".") and month.count(".") == 1}
LONG = sorted(set(MONTH_STEMS) - SHORT, key=len, reverse=True)
MONTH_WORD = (
    rf"(?:(?:{'|'.join(re.escape(month) for month in LONG)}){LETTER}*"
    rf"|(?:{'|'.join(sorted(month[:-1] for month in SHORT))})(?!{LETTER}))"
)
# A full stop after the month belongs to it if the dateline goes on: "4 lug. (ANSA)", but not in
# "4 июля. /".
STOP = r"(?:\.(?=\s?[(,–—-]|\s\d{4}))?"
# The agency भाषा spells out the first nine days.
DAY = r"(?:\d{1,2}(?:st|nd|rd|th|er|º|°|ª|-га|-го)?|एक|दो|तीन|चार|पांच|पाँच|छह|सात|आठ|नौ)"
YEAR = r"\d{4}"
YEAR_WORD = r"(?:\s?(?:г\.|года|р\.|року|г))?"
OF = r"(?:de |del |d'|d’|of |di |ngày |ที่ )?"
NUMERIC = (
    r"(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})(?!\d)|\d{4}[./-]\d{1,2}[./-]\d{1,2}(?!\d)"
    r"|ngày \d{1,2}[/-]\d{1,2}(?:[/-]\d{4})?|\d{1,2}/\d{1,2}(?![\d/-])"
    r"|\d{1,2} - \d{1,2}(?=\s\()|\d{1,2}\.\d{1,2}(?=\.\s?[A-ZŁŚŻ])"
    r"|\d{1,2}\.\s?\d{1,2}\.(?=\s?[-–—(])"
    r"|दि\. ?\d{1,2}(?=\s?:)|\d{1,2}(?=\s\([A-Z]{2})|\d{1,2} сарын \d{1,2})"
)
CJK_DAY = (
    r"(?:\d{4}\s?年\s?)?(?:\d{1,2}\s?月\s?)?\d{1,2}\s?日|(?:\d{4}년 ?)?(?:\d{1,2}월 ?)?\d{1,2}일"
)
# The Saudi agency gives the date in both calendars.
BOTH = rf"{DAY} {MONTH_WORD}(?: \w+)? {YEAR} هـ الموافق {DAY} {MONTH_WORD} {YEAR} م"
# "3 أبريل نيسان": Arabic copy names the month as in Egypt and as in Syria.
SECOND_NAME = (
    r"(?: (?:كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني"
    r"|كانون الأول|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر))?"
)
WRITTEN = (
    rf"(?:{BOTH}|(?:le )?{DAY}\.?[ -]?(?:{OF}){MONTH_WORD}{SECOND_NAME}{STOP}"
    rf"(?:,? (?:de |del )?{YEAR}{YEAR_WORD}(?:\.(?=\s\())?| \d{{2}}(?=\s?\())?"
    rf"|{MONTH_WORD}(?:\.? |\.){DAY}(?:\.(?=,? \(|, {WEEKDAY})| d\.)?(?:[,፣]? {YEAR}|/{YEAR})?"
    rf"|{YEAR} m\. {MONTH_WORD} {DAY} d\."
    rf"|{YEAR}\. {MONTH_WORD} {DAY}\.?"
    rf"|{MONTH_WORD} {YEAR}(?!\d)|ngày {DAY} tháng {DAY}(?: năm {YEAR})?)"
)
DATE = re.compile(
    rf"(?:(?:{WEEKDAY}),? )?(?:{WRITTEN}|{NUMERIC}|{CJK_DAY})(?:,? \(?{WEEKDAY}\)?)?(?!\w)"
    rf"|{WEEKDAY}(?!\w)",
    re.IGNORECASE,
)
CLOCK = r"\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?(?:\s?(?:[A-Z]{2,5}|Uhr|WIB|น\.))?"
ZONE = r"(?:\(?(?:UTC|GMT|[A-Z]{2,4}T|IST)(?:[+-]\d{1,2}(?::?\d{2})?)?\)?)"
WHEN = re.compile(rf"{DATE.pattern}|{CLOCK}", re.IGNORECASE)
LONGEST_STAMP = 100
#: What a line of date and time consists of, each part followed by `GAP`.
PARTS = (
    DATE,
    re.compile(CLOCK, re.IGNORECASE),
    re.compile(ZONE, re.IGNORECASE),
    re.compile(r"at|um|à|a las|às|alle|в|o|kl\.?|[|,•·–—/-]", re.IGNORECASE),
)
GAP = re.compile(r"\s+|(?=,)|$")


def date_at(text: str, start: int) -> int:
    """Return where the date that begins at `start` ends; `start` if there is none."""
    found = DATE.match(text, start)
    return found.end() if found else start


def is_time_of_day(line: str) -> bool:
    """Return whether the line is nothing but a time of day."""
    return re.fullmatch(CLOCK, line) is not None


def is_mostly_date(line: str, *, most: int = 3) -> bool:
    """Return whether the line has a date or a time of day, and at most `most` other words."""
    if len(line) > LONGEST_STAMP or not any(c.isdigit() for c in line):
        return False
    rest, found = WHEN.subn(" ", line)
    words = re.findall(r"[^\W\d_]+", re.sub(ZONE, " ", rest, flags=re.IGNORECASE))
    return bool(found) and len(words) <= most


def is_time_line(line: str) -> bool:
    """Return whether the line is nothing but a date, a time or both."""
    if len(line) > LONGEST_STAMP or not any(c.isdigit() for c in line):
        return False
    # Each position is looked at once: one expression for all parts could try them in 2**n ways.
    reached = {0}
    waiting = [0]
    while waiting:
        at = waiting.pop()
        for part in PARTS:
            if (found := part.match(line, at)) and (gap := GAP.match(line, found.end())):
                if gap.end() == len(line):
                    return True
                if gap.end() not in reached:
                    reached.add(gap.end())
                    waiting.append(gap.end())
    return False
