"""Two texts compared word by word, with the marks that words have."""

import html
import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple

_SIGNS = r".,;:!?…()\[\]{}\"“”„«»‹›。、，：；！？「」『』"
# Scripts without spaces between words: each character is one.
_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_TOKEN = re.compile(rf"\s+|[{_SIGNS}]|[{_IDEOGRAPHS}]|[^\s{_SIGNS}{_IDEOGRAPHS}]+")
_PIECE = re.compile(r"<(/?)(\w+)([^>]*)>|([^<]+)")
_HREF = re.compile(r'href="([^"]*)"')


class Token(NamedTuple):
    """A word, a punctuation mark or white space, with its style."""

    text: str
    strong: bool = False
    em: bool = False


class Run(NamedTuple):
    """Text in one style; `changed` if the other side does not have it."""

    text: str
    strong: bool = False
    em: bool = False
    changed: bool = False


def tokens_of(text: str, *, strong: bool = False, em: bool = False) -> list[Token]:
    """Return the tokens of plain text; joined, they are the text."""
    return [Token(piece, strong, em) for piece in _TOKEN.findall(text)]


def tokens_of_html(inline: str) -> list[Token]:
    """Return the tokens of a block's inline HTML; a link's URL follows its words."""
    found: list[Token] = []
    opened = {"strong": 0, "em": 0}
    url = ""
    for closing, tag, attributes, text in _PIECE.findall(inline):
        if text:
            strong, em = bool(opened["strong"]), bool(opened["em"])
            found += tokens_of(html.unescape(text), strong=strong, em=em)
        elif tag == "br":
            found.append(Token("\n"))
        elif tag in opened:
            opened[tag] += -1 if closing else 1
        elif tag == "a" and closing:
            found += [Token(" "), Token(f"({url})")]
        elif tag == "a" and (href := _HREF.search(attributes)):
            url = html.unescape(href[1])
    return found


def compare_tokens(
    old: Sequence[Token], new: Sequence[Token]
) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Return both sides, with what differs marked; joined, each is its whole text."""
    marked_old: list[Run] = []
    marked_new: list[Run] = []
    steps = SequenceMatcher(None, old, new).get_opcodes()
    for number, (what, a, b, c, d) in enumerate(steps):
        inside = 0 < number < len(steps) - 1
        # A space between two words that changed is no island.
        differs = what != "equal" or (inside and not _has_word(old[a:b]))
        marked_old += [Run(*token, differs) for token in old[a:b]]
        marked_new += [Run(*token, differs) for token in new[c:d]]
    return joined(marked_old), joined(marked_new)


def unmarked(tokens: Iterable[Token]) -> tuple[Run, ...]:
    """Return the text with nothing marked."""
    return joined(Run(*token) for token in tokens)


def joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return the runs, with neighbours of the same style joined."""
    return tuple(
        Run("".join(run.text for run in group), *how)
        for how, group in groupby(runs, key=lambda run: run[1:])
    )


def _has_word(tokens: Iterable[Token]) -> bool:
    return any(sign.isalnum() for token in tokens for sign in token.text)
