"""The words of a text in the form in which they are searched, with their places in it."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from articles.text import fold, normalise

#: A longer word is cut.
LONGEST = 40
#: Up to this many are also one word without their hyphens: “e-mail”, “al-Assad”, “aujourd’hui”.
MOST_JOINED = 3
#: Scripts that put no spaces between words, and Korean, whose particles end its words.
_RUNS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\uaa60-\uaa7f\ua9e0-\ua9ff"
    "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af"
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
#: Invisible within a word.
_UNSEEN = "\u00ad\u200b-\u200d\u2060"
#: The voicing marks of narrow kana, which Unicode counts as letters.
_NARROW_MARKS = "\uff9e\uff9f"
_CONNECTORS = r"'’‘ʼ`´\-\u2010\u2011"


class Word(NamedTuple):
    """A word, or the letters that stand for one; `start` and `end` say where the text has it."""

    text: str
    start: int
    end: int
    #: As written, for its stem.
    written: str = ""
    #: One of the pairs into which a script without spaces is cut, or a single letter of it.
    is_run: bool = False


class Chunk(NamedTuple):
    """What is between two spaces or signs, as one or several words."""

    words: tuple[Word, ...]
    #: All of it as one word, where only hyphens or apostrophes divide it; else "".
    joined: str = ""

    @property
    def place(self) -> tuple[int, int]:
        """Where the text has it."""
        return self.words[0].start, self.words[-1].end


def composed(text: str) -> str:
    """Return the text in the form to whose letters `start` and `end` of a word refer."""
    return unicodedata.normalize("NFC", text)


def chunks(text: str) -> Iterator[Chunk]:
    """Yield what is between spaces and signs, in order. The text is to be `composed`."""
    for found in _chunk_pattern().finditer(text):
        chunk = chunk_of(found[0], found.start())
        if chunk.words:
            yield chunk


def written_chunks(text: str) -> list[str]:
    """Return the same as it is written, for those who do not ask where."""
    # Hardly any text has a mark, and a pattern that asks for them takes ten times as long.
    pattern = _plain_pattern() if _marking().isdisjoint(text) else _chunk_pattern()
    return pattern.findall(text)


def chunk_of(written: str, at: int = 0) -> Chunk:
    """Return the chunk that is written so; without words if none are left once it is folded."""
    words = tuple(_words(written, at))
    return Chunk(words, _joined(words) if words else "")


def _words(chunk: str, at: int) -> Iterator[Word]:
    for found in _word_pattern().finditer(chunk):
        start, end = at + found.start(), at + found.end()
        if found.lastgroup == "run":
            yield from _pairs(found[0], start)
        else:
            for word, written in _forms(found[0]):
                yield Word(word, start, end, written)


@lru_cache(maxsize=8192)
def _forms(written: str) -> tuple[tuple[str, str], ...]:
    """Return what one word is in the index, with what its stem is made from."""
    found = [one[0][:LONGEST] for one in _word_pattern().finditer(fold(written))]
    if len(found) == 1:
        return ((found[0], normalise(written)[:LONGEST]),)
    # Few signs stand for several words, as “㏒” does not but “㋿” and “½” do.
    return tuple((one, one) for one in found)


def _pairs(run: str, at: int) -> Iterator[Word]:
    """Yield each two neighbouring letters, with their marks, and then the last one alone."""
    units = [
        Word(fold(found[0]), at + found.start(), at + found.end(), is_run=True)
        for found in _unit_pattern().finditer(run)
    ]
    for one, following in pairwise(units):
        yield Word(one.text + following.text, one.start, following.end, is_run=True)
    yield units[-1]


def _joined(words: tuple[Word, ...]) -> str:
    if not 2 <= len(words) <= MOST_JOINED or any(word.is_run for word in words):
        return ""
    if any(following.start <= one.end - 1 for one, following in pairwise(words)):
        # One sign that stands for several words.
        return ""
    return "".join(word.text for word in words)[:LONGEST]


@cache
def _mark_codes() -> tuple[int, ...]:
    """Return all characters that only mark the letter before them."""
    codes = [c for c in range(0x300, 0x1F000) if unicodedata.category(chr(c))[0] == "M"]
    return (*codes, *range(0xE0100, 0xE01F0))


@cache
def _marking() -> frozenset[str]:
    """Return these, and what shows nothing within a word."""
    return frozenset(map(chr, (*_mark_codes(), 0xAD, *range(0x200B, 0x200E), 0x2060)))


@cache
def _marks() -> str:
    """Return the marks as ranges of a pattern."""
    ranges: list[list[int]] = []
    for code in _mark_codes():
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(rf"\U{first:08x}-\U{last:08x}" for first, last in ranges)


@cache
def _chunk_pattern() -> re.Pattern[str]:
    letter = rf"[^\W_{_marks()}][{_marks()}{_UNSEEN}]*"
    return re.compile(rf"{letter}(?:[{_CONNECTORS}]?{letter})*")


@cache
def _plain_pattern() -> re.Pattern[str]:
    """Return the pattern of chunks for texts without a mark."""
    return re.compile(rf"[^\W_]+(?:[{_CONNECTORS}][^\W_]+)*")


@cache
def _word_pattern() -> re.Pattern[str]:
    marks = f"{_marks()}{_UNSEEN}"
    run = rf"[{_RUNS}][{_RUNS}{marks}]*"
    other = rf"(?:(?![{_RUNS}])[^\W_])(?:(?![{_RUNS}])[\w{marks}])*"
    return re.compile(rf"(?P<run>{run})|(?P<word>{other})")


@cache
def _unit_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"[^{_marks()}{_UNSEEN}{_NARROW_MARKS}][{_marks()}{_UNSEEN}{_NARROW_MARKS}]*|."
    )
