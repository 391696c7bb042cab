"""From source text to paragraphs: any newlines, wrapped lines joined, only white space changed."""

import re
import unicodedata
from itertools import pairwise

from articles.wire.parse import also_read, furniture, headline
from articles.wire.parse.dateline import find
from articles.wire.parse.furniture import LONGEST_LINE
from articles.wire.parse.gazetteer import Gazetteer
from articles.wire.parse.headline import LONGEST_HEADLINE
from articles.wire.parse.marks import ENDS, UNSPACED

NEWLINE = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028]|\u2029")
SPACES = re.compile(r"\s+")
INVISIBLE = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\xad]*")
WIDE = re.compile(
    r"[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]"
)
OPEN_END = re.compile(
    r"(?:[,(\[«“„–—-]|(?<=\s)(?:a|an|the|of|for|and|or|to|in|on|at|by|with|from|as|is|der|die|das|und|für"
    r"|von|mit|im|zu|le|la|les|de|du|des|et|à|en|el|los|las|del|y|por|para|con|do|da|dos|e|em|di"
    r"|il|и|в|на|с|по|о|за|к|для|от))$"
)
NARROWEST, WIDEST, SHORTEST_HEADLINE = 30, 132, 25
#: Kickers that may stand above each other.
MOST_KICKERS = 10


def paragraphs(text: str, gazetteer: Gazetteer) -> tuple[list[str], list[str]]:
    """Return the lines above the headline, and the paragraphs from the headline on, in order.

    Each paragraph is one line, with single spaces.
    """
    blocks = _blocks(NEWLINE.split(text.replace("\u2029", "\n\n")))
    above, blocks = headline.without_labels(blocks, gazetteer)
    width = _wrap_width(blocks)
    alone = len(blocks) == 1
    found: list[str] = []
    for index, block in enumerate(blocks):
        if index == 0:
            first, following = _headline(block, width, alone, gazetteer)
            found.append(first)
        else:
            following = block
        found.extend(_unwrapped(following, width) if following else ())
    for _ in range(MOST_KICKERS):
        if not (at := headline.stands_at(found, gazetteer)):
            break
        above, found = above + found[:at], found[at:]
    return above, found


def _blocks(lines: list[str]) -> list[list[str]]:
    """Return the runs of lines between empty ones; of spaces, only indents are kept."""
    blocks: list[list[str]] = [[]]
    for line in lines:
        if INVISIBLE.fullmatch(line):
            if blocks[-1]:
                blocks.append([])
        else:
            indent = line[: len(line) - len(line.lstrip())].expandtabs(4)
            blocks[-1].append(indent + SPACES.sub(" ", line.strip()))
    return [block for block in blocks if block]


def _width(line: str) -> int:
    """Return how many columns a line takes: two for East Asian characters, none for marks."""
    line = line.strip()
    if line.isascii():
        return len(line)
    marks = sum(unicodedata.combining(c) != 0 for c in line)
    return len(line) + len(WIDE.findall(line)) - marks


def _first_word(line: str) -> int:
    line = line.strip()
    return 2 if UNSPACED.match(line) else _width(line.split(" ", 1)[0])


def _is_full(line: str, following: str, width: int, slack: int) -> bool:
    """Return whether the first word of the next line would not have fitted on this one."""
    return _width(line) + 1 + _first_word(following) > width - slack


def _wrap_width(blocks: list[list[str]]) -> int:
    """Return the column at which the source is hard-wrapped; 0 if its lines are paragraphs."""
    pairs = [pair for block in blocks for pair in pairwise(block)]
    if len(pairs) < 3:
        return 0
    widths = sorted(_width(line) for line, _ in pairs)
    width = widths[min(len(widths) - 1, round(len(widths) * 0.97))]
    if not NARROWEST <= width <= WIDEST:
        return 0
    full = [line for line, after in pairs if _is_full(line, after, width, 3)]
    running = [line for line in full if not ENDS.search(line)]
    needed = 0.5 if len(blocks) < 3 else 0.65
    return width if len(full) >= len(pairs) * needed and len(running) * 2 >= len(full) else 0


def _joined(here: str, line: str) -> str:
    return here + _space(here, line) + line


def _space(here: str, line: str) -> str:
    """Return what stands between a line and the next one of the same paragraph."""
    return "" if UNSPACED.match(here[-1]) or UNSPACED.match(line) else " "


class _Paragraph:
    """A paragraph that grows line by line; `start` is what may tell what it is."""

    def __init__(self, line: str) -> None:
        self.start = line
        self._parts = [line]

    def add(self, line: str) -> None:
        """Put another line behind the others."""
        part = _space(self._parts[-1], line) + line
        self._parts.append(part)
        # Not all of it: a paragraph of thousands of lines is looked at with each of them.
        if len(self.start) <= LONGEST_LINE:
            self.start += part

    def __str__(self) -> str:
        return "".join(self._parts)


def _unwrapped(block: list[str], width: int) -> list[str]:
    """Return the paragraphs of one run of lines."""
    first_lines_indented = any(not line[0].isspace() for line in block)
    paragraphs = [_Paragraph(block[0].strip())]
    for before, line in pairwise(block):
        indented = line[0] == "\u3000" or (first_lines_indented and line[0].isspace())
        if indented or not _goes_on(before, paragraphs[-1].start, line.strip(), width):
            paragraphs.append(_Paragraph(line.strip()))
        else:
            paragraphs[-1].add(line.strip())
    return [str(paragraph) for paragraph in paragraphs]


def _stands_alone(line: str) -> bool:
    return (
        furniture.is_byline_or_time(line) or furniture.is_heading(line) or furniture.is_button(line)
    )


def _goes_on(before: str, here: str, after: str, width: int) -> bool:
    """Return whether `after` continues the paragraph `here`, whose last source line is `before`."""
    ended = bool(ENDS.search(before))
    if _stands_alone(after) or _stands_alone(here):
        return False
    if (ended or not width) and (also_read.also_read(after) or also_read.also_read(here)):
        return False
    if width:
        return _is_full(before, after, width, 0 if ended else 12)
    return not ended and after[0].islower() and NARROWEST <= _width(before) <= WIDEST


def _headline(
    block: list[str], width: int, alone: bool, gazetteer: Gazetteer
) -> tuple[str, list[str]]:
    """Return the headline, its wrapped lines joined, and the lines of its run that follow it."""
    first = block[0].strip()
    for index, line in enumerate(block[1:], start=1):
        last = index + 1 == len(block)
        if not _headline_goes_on(block[index - 1], first, line, width, alone, last, gazetteer):
            return first, block[index:]
        first = _joined(first, line.strip())
    return first, []


def _headline_goes_on(
    before: str, here: str, line: str, width: int, alone: bool, last: bool, gazetteer: Gazetteer
) -> bool:
    """Return whether a wrapped headline goes on: short lines that do not end like a sentence."""
    after = line.strip()
    if ENDS.search(before) or len(here) + len(after) > LONGEST_HEADLINE or _width(before) > WIDEST:
        return False
    if _stands_alone(after) or _stands_alone(here) or also_read.also_read(after):
        return False
    if here.startswith(after):
        return False
    if find(after, gazetteer) or (line[0].isspace() and not before[0].isspace()):
        return False
    if _width(after) > 100 or _width(before) < SHORTEST_HEADLINE:
        return False
    if after[0].islower() or OPEN_END.search(before):
        return True
    if ENDS.search(after):
        return False
    # Without empty lines, only the wrapping itself can show that the headline goes on.
    return (last and not alone) if not width else not alone and _is_full(before, after, width, 25)
