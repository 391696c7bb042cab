"""Lines of the source: how wide each is, how they are wrapped, and whether one goes on."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from articles.wire.parse import also_read, furniture
from articles.wire.parse.furniture import LONGEST_LINE
from articles.wire.parse.marks import ENDS, UNSPACED

WIDE = re.compile(
    r"[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]"
)
MARKS = re.compile(
    f"[{''.join(chr(c) for c in range(0x300, 0xFFFF) if unicodedata.combining(chr(c)))}]"
)
BULLET = re.compile(r"[*•▪●◦]\s")
# A word after which no sentence ends, in the languages of most copy, or a comma.
HANGS = re.compile(
    r"(?:,|(?<=\s)(?:a|an|the|of|for|and|or|to|in|on|at|by|with|from|as|is|der|die|das|und|für"
    r"|von|mit|im|zu|le|la|les|de|du|des|et|à|en|el|los|las|del|y|por|para|con|do|da|dos|e|em|di"
    r"|il|и|в|на|с|по|о|за|к|для|от))$"
)
NARROWEST, WIDEST = 30, 132
#: Of the width, the part that a line fills in ragged copy, where the next one goes on.
RAGGED = 0.6
#: Columns of a line without an end, in copy that hardly wraps, after which the text goes on.
UNWRAPPED = 45


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
        )


@dataclass(frozen=True, slots=True)
class Layout:
    """How the source is wrapped: the width, 0 if its lines are paragraphs; what separates these."""

    width: int
    parted: bool
    indented: bool


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
    return Layout(_wrap_width(blocks), parted, _are_indented(blocks))


def _are_indented(blocks: Sequence[Sequence[Line]]) -> bool:
    """Return whether the first line of each paragraph is indented, and no other."""
    first = sum(bool(line.indent) for block in blocks for line in block)
    pairs = [pair for block in blocks for pair in pairwise(block) if not pair[1].indent]
    inner = [(before, after) for before, after in pairs if before.indent]
    going_on = sum(not before.ended for before, _ in pairs)
    return first > 1 and bool(inner) and going_on * 2 >= len(pairs)


def _wrap_width(blocks: Sequence[Sequence[Line]]) -> int:
    """Return the column at which the source is hard-wrapped; 0 if its lines are paragraphs."""
    pairs = [pair for block in blocks for pair in pairwise(block)]
    if len(pairs) < 2:
        return 0
    widths = sorted(line.width for line, _ in pairs)
    width = widths[min(len(widths) - 1, round(len(widths) * 0.97))]
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


class Paragraph:
    """A paragraph that grows line by line."""

    def __init__(self, line: Line) -> None:
        self._parts = [line.text]
        # What may tell what it is; not all of it, as it is looked at with each line.
        self._start = line.text
        self._alone = line.is_alone
        self._points = also_read.also_read(line.text) is not None

    def add(self, line: Line) -> None:
        """Add another line after the others."""
        part = space(self._parts[-1], line.text) + line.text
        self._parts.append(part)
        self._alone = False
        if self._points and len(self._start) <= LONGEST_LINE:
            self._start += part

    def goes_on(self, before: Line, after: Line, layout: Layout) -> bool:
        """Return whether `after` continues the paragraph, whose last source line is `before`."""
        if self._alone or BULLET.match(after.text):
            return False
        # A line that completes a sentence is text, whatever else it looks like.
        completes = not before.ended and (
            after.is_small
            or after.text.endswith(furniture.ENDED)
            or (layout.width and is_full(before, after, layout.width, 3))
        )
        if not completes and after.is_alone:
            return False
        if (before.ended or not layout.width) and self._parts_at(after):
            return False
        if layout.indented or (before.width >= NARROWEST and HANGS.search(before.text)):
            return True
        if layout.width:
            return _is_wrapped(before, after, layout)
        wide = before.width >= NARROWEST
        return not before.ended and (
            (wide and after.is_small) or (layout.parted and UNWRAPPED <= before.width <= WIDEST)
        )

    def _parts_at(self, after: Line) -> bool:
        points = self._points and also_read.also_read(self._start) is not None
        return points or also_read.also_read(after.text) is not None

    def __str__(self) -> str:
        return "".join(self._parts)


def _is_wrapped(before: Line, after: Line, layout: Layout) -> bool:
    ragged = round(layout.width * (1 - RAGGED))
    if not before.ended:
        return after.is_small or is_full(before, after, layout.width, max(12, ragged))
    # Empty lines separate the paragraphs, so the end of a sentence does not.
    return is_full(before, after, layout.width, ragged if layout.parted else 0)


def unwrapped(block: Sequence[Line], layout: Layout) -> list[str]:
    """Return the paragraphs of one run of lines."""
    first_lines_indented = any(not line.indent for line in block)
    known = Layout(layout.width, layout.parted, indented=False)
    paragraphs = [Paragraph(block[0])]
    for before, line in pairwise(block):
        if first_lines_indented and before.indent:
            # From the first indent of the run on: above it there may be a byline.
            known = layout
        indented = "\u3000" in line.indent or (first_lines_indented and line.indent)
        if indented or not paragraphs[-1].goes_on(before, line, known):
            paragraphs.append(Paragraph(line))
        else:
            paragraphs[-1].add(line)
    return [str(paragraph) for paragraph in paragraphs]
