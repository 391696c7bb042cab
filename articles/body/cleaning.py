"""What is stored: clean HTML in one form, with a key of its own for each of our own blocks."""

import re
import secrets
from collections.abc import Iterable
from dataclasses import replace

from articles.body.blocks import Block, Keyed
from articles.body.extensions import SANITISER
from articles.body.reading import read
from articles.body.writing import write

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

    Raise `BodyTooDeep` if elements are nested deeper than in any text.
    """
    return SANITISER.clean(write(with_own_keys(read(html))))
