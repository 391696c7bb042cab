"""Lines that set an embargo: beside their words stands a time, or nothing."""

import re
from collections.abc import Sequence

from articles.wire.parse import lists
from articles.wire.parse.notices.calendar_names import month_number, weekday_number
from articles.wire.parse.notices.moment import WORDED, WORDS, ZONE, moment

LONGEST = 200
AROUND = " *!=-–—_#>[](){}<«»\"“”'.:+~|"
SETS = re.compile(
    rf"(?<!\w)(?:{'|'.join(lists.read('embargo'))})(?:(?!\w)|(?<=[\u3040-\u9fff\uac00-\ud7a3])(?=\d))",
    re.IGNORECASE,
)
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
#: "Embargo lifts on Monday" is news, "Embargo lifts on Monday at 10:00" is none.
LIFTS = re.compile(r"(?<!\w)(?:lifts?|lifted|levée?|ends?|expires?)(?!\w)", re.IGNORECASE)
# "CONFIDENTIAL - EMBARGOED UNTIL …"
BEHIND = re.compile(r"[^\n]{0,60}?\s[-–—|/*]+\s")
APOSTROPHE = re.compile(r"['’ʼ]")
POLITE = re.compile(r"(?:please|bitte|note|nb)[\s:!,]+", re.IGNORECASE)
#: Other words beside what sets an embargo: before the first number, and behind it.
MOST_BEFORE, MOST_BEHIND = 1, 2
#: Lines over which an embargo may be wrapped.
MOST_LINES = 4


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
    if not strong and (polite := POLITE.match(words)):
        words = words[polite.end() :]
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
        # "FOR RELEASE SUNDAY, DEC. 6": in capitals, a whole date is enough.
        dated = words.isupper() and when.day is not None and when.weekday is not None
        return (when.hour is not None or dated) and not others and later < MOST_BEHIND
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
    parts = APOSTROPHE.split(word)
    if len(parts) > 1 and all(map(_belongs, parts)):
        return True
    word = word.replace("’", "'").replace("ʼ", "'")
    return bool(
        word.casefold() in BESIDE
        or weekday_number(word) is not None
        or month_number(word)
        or WORDED.match(word)
        or ZONE.match(word)
    )
