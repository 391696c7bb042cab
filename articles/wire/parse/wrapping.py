"""Lines of the source: how wide each is, how they are wrapped, and whether one goes on."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from articles.wire.parse import furniture
from articles.wire.parse.marks import ENDS, UNSPACED
from articles.wire.parse.notices import sign_off

WIDE = re.compile(
    r"[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]"
)
MARKS = re.compile(
    f"[{''.join(chr(c) for c in range(0x300, 0xFFFF) if unicodedata.combining(chr(c)))}]"
)
#: How an item of a list begins; what hangs below it is indented.
ITEM = re.compile(r"(?:[*•▪●◦–—-]|\d{1,2}[.)])\s")
NARROWEST, WIDEST = 30, 132
#: Of the width, the part that a line fills in ragged copy, where the next one goes on.
RAGGED = 0.6
LONG_WORD = 8
#: Columns that are left free in copy that is wrapped by a machine, how many lines show that, and
#: what part of them.
EXACT, FEWEST_OPEN, MOSTLY = 2, 10, 0.75


@dataclass(frozen=True)
class Line:
    """One line of the source without the spaces around it; widths are in columns.

    `outer` says whether it is among the first or the last lines, where notes to editors are found.
    """

    text: str
    indent: str
    width: int
    first: int
    ended: bool
    outer: bool

    @property
    def is_small(self) -> bool:
        """Whether it begins with a lower-case letter."""
        return self.text[0].islower()

    @cached_property
    def is_alone(self) -> bool:
        """Whether it is a paragraph of its own, wherever it is."""
        return (
            furniture.is_byline_or_time(self.text)
            or furniture.is_heading(self.text)
            or furniture.is_button(self.text)
            or (self.outer and bool(furniture.why_above(self.text)))
            or (self.outer and self.text[0] in "([" and sign_off.is_sign_off(self.text))
        )


@dataclass(frozen=True, slots=True)
class Layout:
    """How the source is wrapped: the width, 0 if its lines are paragraphs; what parts these.

    `exact` says that lines in the middle of a sentence are as full as can be.
    """

    width: int
    parted: bool
    indented: bool
    exact: bool


def line_of(text: str, indent: str, *, outer: bool) -> Line:
    """Return the line with its measures: two columns for East Asian characters, none for marks."""
    first = 2 if UNSPACED.match(text) else _width(text.split(" ", 1)[0])
    return Line(text, indent, _width(text), first, ENDS.search(text) is not None, outer)


def _width(text: str) -> int:
    if text.isascii():
        return len(text)
    return len(text) + len(WIDE.findall(text)) - len(MARKS.findall(text))


def layout_of(blocks: Sequence[Sequence[Line]]) -> Layout:
    """Return the layout of the runs of lines between empty ones."""
    sizes = [len(block) for block in blocks]
    parted = len(blocks) > 3 and max(sizes) <= sum(sizes) / 2
    width = _wrap_width(blocks)
    open_ = [pair for block in blocks for pair in pairwise(block) if not pair[0].ended]
    full = sum(is_full(*pair, width, EXACT) for pair in open_)
    # Where empty lines part the paragraphs, a line need not be full to go on.
    exact = not parted and len(open_) >= FEWEST_OPEN and full >= len(open_) * MOSTLY
    return Layout(width, parted, _are_indented(blocks), exact)


def _are_indented(blocks: Sequence[Sequence[Line]]) -> bool:
    """Return whether the first line of each paragraph is indented, and no other."""
    first = sum(bool(line.indent) for block in blocks for line in block)
    pairs = [pair for block in blocks for pair in pairwise(block) if not pair[1].indent]
    inner = [(before, after) for before, after in pairs if before.indent]
    going_on = sum(not before.ended for before, _ in pairs)
    return first > 1 and bool(inner) and going_on * 2 >= len(pairs)


def _wrap_width(blocks: Sequence[Sequence[Line]]) -> int:
    """Return the column at which the source is hard-wrapped; 0 if its lines are paragraphs."""
    pairs = [pair for block in blocks for pair in pairwise(block) if not ITEM.match(pair[1].text)]
    if len(pairs) < 2:
        return 0
    widths = sorted(line.width for line, _ in pairs)
    width = widths[min(len(widths) - 1, round(len(widths) * 0.97))]
    # The last few lines are wider by a word, or by an address that cannot be wrapped.
    width = widths[-1] if widths[-1] <= width + LONG_WORD else width
    if not NARROWEST <= width <= WIDEST:
        return 0
    full = [line for line, after in pairs if is_full(line, after, width, 3)]
    running = [line for line in full if not line.ended]
    needed = 0.5 if len(blocks) < 3 else 0.65
    strict = len(pairs) > 2 and len(full) >= len(pairs) * needed and len(running) * 2 >= len(full)
    return width if strict or _is_ragged(pairs, width) else 0


def _is_ragged(pairs: list[tuple[Line, Line]], width: int) -> bool:
    """Return whether most lines stop in the middle of a sentence, though not at one column."""
    open_ = [(line, after) for line, after in pairs if not line.ended]
    near = sum(line.width >= width * RAGGED for line, _ in open_)
    small = sum(after.is_small for _, after in open_)
    cased = small + sum(after.text[0].isupper() for _, after in open_)
    return (
        len(open_) > 1
        and len(open_) * 2 >= len(pairs)
        and near * 4 >= len(open_) * 3
        and small * 3 >= cased
    )


def is_full(line: Line, following: Line, width: int, slack: int) -> bool:
    """Return whether the first word of the next line would not have fitted on this one."""
    return line.width + 1 + following.first > width - slack


def space(here: str, line: str) -> str:
    """Return what separates a line from the next one of the same paragraph."""
    return "" if UNSPACED.match(here[-1]) or UNSPACED.match(line) else " "


def is_double_spaced(lines: Sequence[Line]) -> bool:
    """Return whether the lines, with an empty one below each, are those of wrapped paragraphs."""
    going_on = sum(not line.ended for line in lines)
    small = sum(line.is_small for line in lines)
    capital = sum(line.text[0].isupper() for line in lines)
    # Items of a list of like lengths begin with capitals.
    prose = going_on * 2 >= len(lines) and small > 0 and small * 3 >= capital
    return prose and _wrap_width([lines]) > 0
