"""From source text to paragraphs: any newlines, wrapped lines joined, only white space changed."""

import re

from articles.wire.parse import also_read, headline
from articles.wire.parse.dateline import find
from articles.wire.parse.gazetteer import Gazetteer
from articles.wire.parse.headline import LONGEST_HEADLINE
from articles.wire.parse.marks import HANGS
from articles.wire.parse.notices import notices
from articles.wire.parse.unwrapping import unwrapped
from articles.wire.parse.wrapping import (
    WIDEST,
    Layout,
    Line,
    is_double_spaced,
    is_full,
    layout_of,
    line_of,
    space,
)

NEWLINE = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028]|\u2029")
SPACES = re.compile(r"\s+")
INVISIBLE = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\xad]*")
OPEN_END = re.compile(rf"(?:[(\[«“„–—-]|{HANGS.pattern})$")
SHORTEST_HEADLINE = 25
#: Lines at the start and at the end among which there may be notes to editors.
OUTER = 60
#: Lines that show that copy is double-spaced.
FEWEST_DOUBLED = 8
#: Kickers that may stand above each other.
MOST_KICKERS = 10


def paragraphs(text: str, gazetteer: Gazetteer) -> tuple[list[str], list[str]]:
    """Return the lines above the headline, and the paragraphs from the headline on, in order.

    Each paragraph is one line, with single spaces.
    """
    blocks = list(map(_with_notices, _blocks(NEWLINE.split(text.replace("\u2029", "\n\n")))))
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
    gaps = [0]
    for at, line in enumerate(lines):
        if INVISIBLE.fullmatch(line):
            if blocks[-1]:
                blocks.append([])
                gaps.append(0)
            gaps[-1] += 1
        else:
            indent = line[: len(line) - len(line.lstrip())]
            outer = at < OUTER or at >= len(lines) - OUTER
            blocks[-1].append(line_of(SPACES.sub(" ", line.strip()), indent, outer=outer))
    if not blocks[-1]:
        blocks.pop()
    return _single_spaced(blocks, gaps)


def _single_spaced(blocks: list[list[Line]], gaps: list[int]) -> list[list[Line]]:
    """Return the runs of lines between empty ones, as if double-spaced copy were single-spaced."""
    body = blocks[1:]
    lines = [block[0] for block in body]
    # The headline may be wrapped without empty lines.
    single = all(len(block) == 1 for block in body)
    if len(body) < FEWEST_DOUBLED or not (single and is_double_spaced(lines)):
        return blocks
    joined = blocks[:1]
    for line, gap in zip(lines, gaps[1:], strict=False):
        # More than one empty line parts paragraphs.
        if len(joined) > 1 and gap == 1:
            joined[-1].append(line)
        else:
            joined.append([line])
    return joined


def _with_notices(block: list[Line]) -> list[Line]:
    """Return the lines of a run, with a notice that is wrapped over several in one."""
    for at, line in enumerate(block):
        if not line.outer:
            continue
        count = notices.joined([one.text for one in block[at : at + notices.MOST_LINES]])
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
        wrapped = bool(width) and last and not alone and is_full(before, line, width, 3)
        if alone_here or not _headline_goes_on(
            before, first, line, gazetteer, otherwise=rest, wrapped=wrapped
        ):
            return first, block[index:]
        first += space(first, line.text) + line.text
    return first, []


def _headline_goes_on(
    before: Line, here: str, line: Line, gazetteer: Gazetteer, *, otherwise: bool, wrapped: bool
) -> bool:
    """Return whether a wrapped headline goes on: short lines that do not end like a sentence."""
    after = line.text
    # Only the wrapping shows that a headline goes on behind a colon, or with its last words.
    closes = wrapped and not before.text.endswith((".", "!", "?", "…"))
    if (
        (before.ended and not closes)
        or len(here) + len(after) > LONGEST_HEADLINE
        or before.width > WIDEST
    ):
        return False
    if (line.is_alone and not (closes and line.is_small)) or also_read.also_read(after):
        return False
    if here.startswith(after):
        return False
    if find(after, gazetteer) or (line.indent and not before.indent):
        return False
    if line.width > 100 or before.width < SHORTEST_HEADLINE:
        return False
    if line.is_small or OPEN_END.search(before.text):
        return True
    return closes or (not line.ended and otherwise)
