"""What is stored: clean HTML in one form, with a key of its own for each of our own blocks."""

import re
import secrets
from collections.abc import Iterable
from dataclasses import replace

from articles.body.blocks import Block, Keyed, PullQuote
from articles.body.bounds import BodyTooLong, check_length
from articles.body.extensions import SANITISER
from articles.body.reading import read
from articles.body.writing import write
from articles.text import N_, Message

#: Pull quotes, inline links, pictures and embeds of one story, and characters of a pull quote.
MAX_OWN, MAX_QUOTE = 500, 3_000
TOO_MANY_OWN = N_(
    "The body has %(count)s pull quotes, links to other stories, pictures and embeds, and at"
    " most %(most)s are possible. Remove some of them."
)
QUOTE_TOO_LONG = N_("The pull quote “%(words)s…” is too long: use at most %(most)s characters.")
_REFERENCES = {"&amp;": "\ufdd0", "&lt;": "\ufdd1", "&gt;": "\ufdd2", "&nbsp;": "\ufdd3"}
_KEY = re.compile(r"[a-z0-9]{8,32}")


def new_key() -> str:
    """Return a new key for one of our own blocks: twelve random letters and digits."""
    return secrets.token_hex(6)


def with_own_keys(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks, with a new key for each that has none, a malformed one or a used one.

    The first block with a key keeps it, so that a copied block becomes one of its own.
    """
    used: set[str] = set()
    kept: list[Block] = []
    for block in blocks:
        if not isinstance(block, Keyed):
            kept.append(block)
            continue
        good = block.key not in used and _KEY.fullmatch(block.key)
        own = block if good else replace(block, key=new_key())
        used.add(own.key)
        kept.append(own)
    return tuple(kept)


def clean(html: str) -> str:
    """Return what may be stored of `html`, in canonical form; cleaning it again changes nothing.

    Raise `BodyRefused` where it is too long, or has more elements, or deeper ones, than any text.
    """
    blocks = with_own_keys(read(html))
    _check_own(blocks)
    written = write(blocks)
    check_length(written)
    return _sanitised(written)


def _check_own(blocks: Iterable[Block]) -> None:
    own = [block for block in blocks if isinstance(block, Keyed)]
    if len(own) > MAX_OWN:
        raise BodyTooLong(Message(TOO_MANY_OWN, {"count": len(own), "most": MAX_OWN}))
    for block in own:
        if isinstance(block, PullQuote) and len(block.words) > MAX_QUOTE:
            words = {"words": block.words[:60], "most": MAX_QUOTE}
            raise BodyTooLong(Message(QUOTE_TOO_LONG, words))


def _sanitised(html: str) -> str:
    # The sanitiser takes time that grows with the square of the references in a text. They pass
    # through it as characters that occur nowhere else, since `inline` removes them.
    for reference, sign in _REFERENCES.items():
        html = html.replace(reference, sign)
    html = SANITISER.clean(html)
    for reference, sign in _REFERENCES.items():
        html = html.replace(sign, reference)
    return html
