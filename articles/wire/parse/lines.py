"""From source text to paragraphs: any newlines, wrapped lines joined, only white space changed."""

import re

from articles.wire.parse import also_read, headline
from articles.wire.parse.dateline import find
from articles.wire.parse.gazetteer import Gazetteer
from articles.wire.parse.headline import LONGEST_HEADLINE
from articles.wire.parse.notices import embargo
from articles.wire.parse.wrapping import (
    HANGS,
    WIDEST,
    Layout,
    Line,
    is_full,
    layout_of,
    line_of,
    space,
    unwrapped,
)

NEWLINE = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028]|\u2029")
SPACES = re.compile(r"\s+")
INVISIBLE = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\xad]*")
OPEN_END = re.compile(rf"(?:[(\[«“„–—-]|{HANGS.pattern})$")
SHORTEST_HEADLINE = 25
#: Lines at the start and at the end among which there may be notes to editors.
OUTER = 60
#: Kickers that may be above each other.
MOST_KICKERS = 10


def paragraphs(text: str, gazetteer: Gazetteer) -> tuple[list[str], list[str]]:
    """Return the lines above the headline, and the paragraphs from the headline on, in order.

    Each paragraph is one line, with single spaces.
    """
    blocks = list(map(_with_embargo, _blocks(NEWLINE.split(text.replace("\u2029", "\n\n")))))
    above, blocks = headline.without_labels(blocks, gazetteer)
    layout = layout_of(blocks)
    alone = len(blocks) == 1
    found: list[str] = []
    for index, block in enumerate(blocks):
        if index == 0:
            first, following = _headline(block, layout, alone, gazetteer)
            found.append(first)
        else:
            following = block
        found.extend(unwrapped(following, layout) if following else ())
    for _ in range(MOST_KICKERS):
        if not (at := headline.stands_at(found, gazetteer)):
            break
        above, found = above + found[:at], found[at:]
    return above, found


def _blocks(lines: list[str]) -> list[list[Line]]:
    """Return the runs of lines between empty ones."""
    blocks: list[list[Line]] = [[]]
    for at, line in enumerate(lines):
        if INVISIBLE.fullmatch(line):
            if blocks[-1]:
                blocks.append([])
        else:
            indent = line[: len(line) - len(line.lstrip())]
            outer = at < OUTER or at >= len(lines) - OUTER
            blocks[-1].append(line_of(SPACES.sub(" ", line.strip()), indent, outer=outer))
    return [block for block in blocks if block]


def _with_embargo(block: list[Line]) -> list[Line]:
    """Return the lines of a run, with an embargo that is wrapped over several in one."""
    for at, line in enumerate(block):
        if not line.outer:
            continue
        count = embargo.joined([one.text for one in block[at : at + embargo.MOST_LINES]])
        if count > 1:
            text = " ".join(one.text for one in block[at : at + count])
            whole = line_of(text, line.indent, outer=True)
            return [*block[:at], whole, *block[at + count :]]
    return block


def _headline(
    block: list[Line], layout: Layout, alone: bool, gazetteer: Gazetteer
) -> tuple[str, list[Line]]:
    """Return the headline, its wrapped lines joined, and the lines of its run that follow it."""
    first = block[0].text
    for index, line in enumerate(block[1:], start=1):
        # Without empty lines, only the wrapping itself can show that the headline goes on.
        last = index + 1 == len(block)
        width = layout.width
        before = block[index - 1]
        rest = (last and not alone) if not width else not alone and is_full(before, line, width, 25)
        alone_here = index == 1 and before.is_alone
        if alone_here or not _headline_goes_on(before, first, line, gazetteer, otherwise=rest):
            return first, block[index:]
        first += space(first, line.text) + line.text
    return first, []


def _headline_goes_on(
    before: Line, here: str, line: Line, gazetteer: Gazetteer, *, otherwise: bool
) -> bool:
    """Return whether a wrapped headline goes on: short lines that do not end like a sentence."""
    after = line.text
    if before.ended or len(here) + len(after) > LONGEST_HEADLINE or before.width > WIDEST:
        return False
    if line.is_alone or also_read.also_read(after):
        return False
    if here.startswith(after):
        return False
    if find(after, gazetteer) or (line.indent and not before.indent):
        return False
    if line.width > 100 or before.width < SHORTEST_HEADLINE:
        return False
    if line.is_small or OPEN_END.search(before.text):
        return True
    return not line.ended and otherwise
