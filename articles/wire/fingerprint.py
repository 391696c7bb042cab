"""What makes two pieces of copy the same: the words of the story, however they arrived."""

import hashlib
import html
import re
import unicodedata

from articles.wire.parse import furniture
from articles.wire.parse.copy_parts import Copy
from articles.wire.parse.notices import notices

_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
#: Marks that systems put for each other: straight for curly, two hyphens for a dash.
_MARKS = str.maketrans(
    dict.fromkeys("‘’‚‛′´`", "'")
    | dict.fromkeys("“”„‟″", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
    | {"…": "..."}
)
_DOUBLED = re.compile(r"-{2,}|'{2}")
#: What the next transmission of the same story may say otherwise, at its end.
_CLOSING = frozenset({furniture.SIGN_OFF, furniture.CLOSING, furniture.CLOSING_HEADING})


def fingerprint(text: str) -> str:
    """Return the SHA-256 of the text; spaces, newlines and soft hyphens make no difference."""
    return _hash(_plain(text))


def fingerprint_of(text: str, copy: Copy) -> str:
    """Return the SHA-256 of the text of the copy as it was parsed.

    Kinds of quotation marks and dashes, entities of HTML, and lines that open or close the
    transmission make no difference either.
    """
    words = _same(text)
    kept, opening, tail = [], [], []
    start, end = 0, len(words)
    for left in reversed(copy.left_out):
        line = _same(left.text)
        # Some lines of the transmission close it, too: "NNNN".
        if left.why == notices.TRANSPORT and not words.endswith(line, 0, end):
            opening.append(line)
            continue
        closes = left.why == notices.TRANSPORT or left.why in _CLOSING
        if closes and (at := words.rfind(line, 0, end)) >= 0:
            tail.append(words[at + len(line) : end])
            end = at - words.endswith(" ", 0, at)
    for line in reversed(opening):
        if (at := words.find(line, start, end)) >= 0:
            kept.append(words[start:at])
            start = at + len(line)
    return _hash(_plain(" ".join([*kept, words[start:end], *reversed(tail)])))


def _same(text: str) -> str:
    """Return the text with one kind of each mark."""
    marks = html.unescape(text).translate(_MARKS)
    return _plain(_DOUBLED.sub(lambda found: "-" if found[0][0] == "-" else '"', marks))


def _plain(text: str) -> str:
    plain = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    return " ".join(plain.split())


def _hash(plain: str) -> str:
    return hashlib.sha256(plain.encode()).hexdigest()
