"""From the lines of a run to its paragraphs: whether a line goes on, or begins another one."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from articles.wire.parse import also_read, furniture
from articles.wire.parse.furniture import LONGEST_LINE
from articles.wire.parse.marks import HANGS
from articles.wire.parse.wrapping import (
    EXACT,
    ITEM,
    NARROWEST,
    RAGGED,
    WIDEST,
    Layout,
    Line,
    is_full,
    space,
)

BULLET = re.compile(r"[*•▪●◦]\s")
#: Columns of a line without an end, in copy that hardly wraps, behind which the text goes on.
UNWRAPPED = 45


class Paragraph:
    """A paragraph that grows line by line."""

    def __init__(self, line: Line) -> None:
        self._parts = [line.text]
        # What may tell what it is; not all of it, as it is looked at with each line.
        self._start = line.text
        self._alone = line.is_alone
        self._item = len(line.indent) if ITEM.match(line.text) else None
        self._points = also_read.also_read(line.text) is not None

    def add(self, line: Line) -> None:
        """Put another line behind the others."""
        part = space(self._parts[-1], line.text) + line.text
        self._parts.append(part)
        self._alone = False
        if self._points and len(self._start) <= LONGEST_LINE:
            self._start += part

    def hangs(self, line: Line) -> bool:
        """Return whether the paragraph is an item of a list, and the line stands deeper."""
        deeper = self._item is not None and len(line.indent) > self._item
        return deeper and not ITEM.match(line.text)

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
        slack = EXACT if layout.exact else max(12, ragged)
        return after.is_small or is_full(before, after, layout.width, slack)
    # Empty lines part the paragraphs, so the end of a sentence does not.
    return is_full(before, after, layout.width, ragged if layout.parted else 0)


def _is_verse(block: Sequence[Line], layout: Layout) -> bool:
    """Return whether all lines are far shorter than the wrapped ones: verse, or a table."""
    short = layout.width * RAGGED
    return len(block) > 2 and all(line.width < short for line in block)


def unwrapped(block: Sequence[Line], layout: Layout) -> list[str]:
    """Return the paragraphs of one run of lines."""
    if _is_verse(block, layout):
        return [line.text for line in block]
    first_lines_indented = any(not line.indent for line in block)
    known = replace(layout, indented=False)
    paragraphs = [Paragraph(block[0])]
    for before, line in pairwise(block):
        if first_lines_indented and before.indent:
            # From the first indent of the run on: above it there may be a byline.
            known = layout
        hangs = paragraphs[-1].hangs(line)
        indented = "\u3000" in line.indent or (first_lines_indented and line.indent and not hangs)
        if indented or not (hangs or paragraphs[-1].goes_on(before, line, known)):
            paragraphs.append(Paragraph(line))
        else:
            paragraphs[-1].add(line)
    return [str(paragraph) for paragraph in paragraphs]
