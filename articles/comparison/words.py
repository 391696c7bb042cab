"""Two texts compared word by word, with the marks that words have."""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise, repeat
from operator import itemgetter
from typing import NamedTuple

from articles.comparison.steps import Effort, steps_between

_SIGNS = r".,;:!?…()\[\]{}\"“”„«»‹›。、，：；！？「」『』"
# Scripts without spaces between words: each character is one.
_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
# A link's URL is one word.
_WORD = re.compile(
    rf"\s+|\((?:\w+:|/)[^\s()]*\)|[{_SIGNS}]|[{_IDEOGRAPHS}]|[^\s{_SIGNS}{_IDEOGRAPHS}]+"
)
_ENDS = ".!?…。！？\n"
_SENTENCE = re.compile(rf"[^{_ENDS}]+[{_ENDS}]*|[{_ENDS}]+")
_PIECE = re.compile(r"<(/?)(\w+)([^>]*)>|([^<]+)")
_HREF = re.compile(r'href="([^"]*)"')
_STYLE = itemgetter(1, 2, 3)
_TEXT = itemgetter(0)

#: Text in one style: strong, emphasised, and raised ("sup", "sub" or ""). A plain tuple, as there
#: may be a million.
Piece = tuple[str, bool, bool, str]


class Run(NamedTuple):
    """Text in one style; `changed` if the other side does not have it."""

    text: str
    strong: bool = False
    em: bool = False
    raised: str = ""
    changed: bool = False


def plain(text: str) -> list[Piece]:
    """Return plain text as pieces."""
    return [(text, False, False, "")] if text else []


def pieces_of_html(inline: str) -> list[Piece]:
    """Return the pieces of a block's inline HTML; a link's URL follows its words."""
    found: list[Piece] = []
    opened = {"strong": 0, "em": 0, "sup": 0, "sub": 0}
    url = ""
    for closing, tag, attributes, text in _PIECE.findall(inline):
        if text:
            raised = next((tag for tag in ("sup", "sub") if opened[tag]), "")
            style = (bool(opened["strong"]), bool(opened["em"]), raised)
            found.append((html.unescape(text), *style))
        elif tag == "br":
            found.append(("\n", False, False, ""))
        elif tag in opened:
            opened[tag] += -1 if closing else 1
        elif tag == "a" and closing:
            found.append((f" ({url})", False, False, ""))
        elif tag == "a" and (href := _HREF.search(attributes)):
            url = html.unescape(href[1])
    return found


def compare_pieces(
    old: Sequence[Piece], new: Sequence[Piece], effort: Effort
) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Return both sides, with what differs marked; joined, each is its whole text.

    If the texts are too long for the `effort` that is left, whole sentences are marked, or
    everything between their common beginning and their common end.
    """
    before, after = _units(old, new, effort)
    runs_old: list[Run] = []
    runs_new: list[Run] = []
    steps = steps_between(before, after, effort, _sentences)
    for number, (what, a, b, c, d) in enumerate(steps):
        inside = 0 < number < len(steps) - 1
        # A space between two words that changed has changed, too.
        differs = what != "equal" or (inside and not _has_word(before[a:b]))
        runs_old += _runs(before[a:b], differs)
        runs_new += _runs(after[c:d], differs)
    return _joined(runs_old), _joined(runs_new)


def marked(pieces: Iterable[Piece], *, differs: bool) -> tuple[Run, ...]:
    """Return the text as runs, either all marked or none."""
    return tuple(_runs(pieces, differs))


def in_style(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return the pieces, with neighbours of one style joined: equal if they read the same."""
    if len(pieces) == 1:
        return (pieces[0],)
    return tuple(
        ("".join(map(_TEXT, group)), *style) for style, group in groupby(pieces, key=_STYLE)
    )


def _units(
    old: Sequence[Piece], new: Sequence[Piece], effort: Effort
) -> tuple[Sequence[Piece], Sequence[Piece]]:
    """Return both in words, in sentences or in the pieces that they are."""
    # A change of style takes longer than a word.
    least = 4 * (len(old) + len(new))
    if old and new and least <= effort.words:
        for unit in (_WORD, _SENTENCE):
            before, after = list(_split(old, unit)), list(_split(new, unit))
            if effort.allows_words(least + len(before) + len(after)):
                return before, after
    return [*old], [*new]


def _split(pieces: Iterable[Piece], unit: re.Pattern[str]) -> Iterator[Piece]:
    for text, strong, em, raised in pieces:
        styles = repeat(strong), repeat(em), repeat(raised)
        yield from zip(unit.findall(text), *styles, strict=False)


def _sentences(words: Sequence[Piece]) -> list[tuple[Piece, ...]]:
    ends = [at + 1 for at, (text, *_) in enumerate(words) if text in _ENDS]
    return [tuple(words[a:b]) for a, b in pairwise(dict.fromkeys([0, *ends, len(words)]))]


def _runs(pieces: Iterable[Piece], differs: bool) -> Iterator[Run]:
    for (strong, em, raised), group in groupby(pieces, key=_STYLE):
        yield Run("".join(map(_TEXT, group)), strong, em, raised, differs)


def _joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    return tuple(
        Run("".join(map(_TEXT, group)), *how)
        for how, group in groupby(runs, key=itemgetter(1, 2, 3, 4))
    )


def _has_word(pieces: Iterable[Piece]) -> bool:
    return any(any(map(str.isalnum, text)) for text, *_ in pieces)
