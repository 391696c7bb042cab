"""Where the headline is: below sections, topics, bylines, buttons and the page's title."""

import re

from articles.wire.parse import also_read, furniture
from articles.wire.parse.dateline import find
from articles.wire.parse.gazetteer import Gazetteer
from articles.wire.parse.marks import ENDS, SENTENCE_ENDS, UNSPACED, UNSTOPPED
from articles.wire.parse.notices import notices
from articles.wire.parse.wrapping import Line

LONGEST_HEADLINE = 240
#: Lines that may be between a kicker and the headline.
MOST_BELOW = 20
#: Lines that may be above the headline.
MOST_LABELS = 100
CYRILLIC = re.compile(r"[\u0400-\u052f]")
SITE = re.compile(r"\s?[-–—|·]\s?\S.{0,40}")


def stands_at(found: list[str], gazetteer: Gazetteer) -> int:
    """Return where the headline is: not at 0 if a kicker or the page's title comes first."""
    at = 1
    while at < min(len(found), MOST_BELOW) and furniture.is_above_dateline(found[at]):
        at += 1
    if at + 1 < len(found) and _is_kicker(found[0], found[at], gazetteer):
        return at
    # "Town plans tax - The Town Paper" above "Town plans tax".
    titled = len(found) > 2 and len(found[1].split()) > 2 and found[0].startswith(found[1])
    if titled and SITE.fullmatch(found[0][len(found[1]) :]):
        return int(_may_be_headline(found[1], gazetteer) and not _labels(found[1], gazetteer))
    return 0


# "1 UK Storm"
CATCHLINE = re.compile(r"\d{1,2} [A-Z]{2,}(?: [\w-]+){0,3}")


def _is_kicker(first: str, second: str, gazetteer: Gazetteer) -> bool:
    """Return whether the first line is one or two words above a line that reads like a headline."""
    if CATCHLINE.fullmatch(first) and second.isupper() and len(second.split()) >= 4:
        return True
    if UNSPACED.search(second):
        sized = len(first) <= 6 and 9 <= len(second) <= 40 and not UNSTOPPED.search(second)
    else:
        sized = len(first.split()) <= 2 and 4 <= len(second.split()) <= 14 and len(second) >= 25
    sized = sized and _names_topic(first, gazetteer)
    # "Streit um den Haushalt :" is not a headline, however long it is.
    announced = first.endswith((":", "：", "|")) and len(first.split()) <= 6
    sized = sized and len(first) <= 24 and not ENDS.search(first)
    return (
        (sized or announced)
        and first[0].isalpha()
        and not (ENDS.search(second) or second[0].islower())
        and _may_be_headline(second, gazetteer)
    )


def _names_topic(first: str, gazetteer: Gazetteer) -> bool:
    """Return whether one or two words may be a topic: in most languages, each has a capital.

    "Легкий троннинг" above a longer line is a headline above its summary; in Cyrillic, only a place
    or capitals name a topic.
    """
    if CYRILLIC.search(first):
        return first.isupper() or gazetteer.is_place(first)
    return not any(word[0].islower() for word in first.split())


def without_labels(
    blocks: list[list[Line]], gazetteer: Gazetteer
) -> tuple[list[str], list[list[Line]]]:
    """Return the labels, bylines and buttons above the headline, and the blocks from it on."""
    lines = [line.text for block in blocks for line in block]
    skipped = 0
    while skipped < min(len(lines), MOST_LABELS) and _labels(lines[skipped], gazetteer):
        skipped += 1
    if skipped == len(lines) or not _may_be_headline(lines[skipped], gazetteer):
        # What is not for readers is not a headline, whatever follows.
        skipped = max((at + 1 for at in range(skipped) if notices.reason(lines[at])), default=0)
    if not skipped or skipped == len(lines):
        return [], blocks
    rest, left = [], skipped
    for block in blocks:
        rest.append(block[left:])
        left = max(0, left - len(block))
    return lines[:skipped], [block for block in rest if block]


def _labels(line: str, gazetteer: Gazetteer) -> bool:
    return (
        furniture.is_above_headline(line)
        or gazetteer.is_region(line)
        or (line.isupper() and len(line.split()) < 3 and gazetteer.is_place(line))
        or _is_place_and_day(line, gazetteer)
    )


def _is_place_and_day(line: str, gazetteer: Gazetteer) -> bool:
    """Return whether it is "London, 27 November 2026", as above a press release."""
    found = find(line, gazetteer) if any(c.isdigit() for c in line) else None
    return found is not None and bool(found.date) and found.text.strip() == line


def _may_be_headline(line: str, gazetteer: Gazetteer) -> bool:
    sentences = len(SENTENCE_ENDS.findall(line))
    told = sentences > 1 or (sentences and len(line.split()) > 10)
    return (
        len(line) <= LONGEST_HEADLINE
        and not told
        and not furniture.is_heading(line)
        and also_read.also_read(line) is None
        and find(line, gazetteer) is None
    )
