"""Parts that many pages share: each is built once after a change, and joined in as it is served."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from typing import TypeVar

from django.db import connection

from articles.readers.cache.changes import Present, changes
from articles.readers.cache.reads import noting_reads

#: HTML by the name of a variant; "" is what all others get.
Variants = Mapping[str, str]
Builder = Callable[[datetime], Variants]
Build = TypeVar("Build", bound=Builder)

_builders: dict[str, Builder] = {}


@dataclass(frozen=True, slots=True)
class Piece:
    """Bytes of a page, and what distinguishes them from others."""

    content: bytes
    digest: str

    @classmethod
    def of(cls, content: bytes) -> "Piece":
        """Return the piece with this content."""
        return cls(content, blake2b(content, digest_size=8).hexdigest())


@dataclass(frozen=True, slots=True)
class Part:
    """A part, the tick of the state from which it was built, and the keys of what it reads."""

    tick: int
    keys: tuple[str, ...]
    variants: dict[str, Piece]


def part(name: str) -> Callable[[Build], Build]:
    """Return a decorator for a function that builds the part of this name at a datetime."""

    def register(build: Build) -> Build:
        _builders[name] = build
        return build

    return register


class Parts:
    """The parts of this process, as they were built last."""

    def __init__(self) -> None:
        self._parts: dict[str, Part] = {}

    def piece(self, name: str, variant: str, present: Present) -> Piece:
        """Return this variant of the part, as it is at present.

        Raise `DatabaseError` if it has to be built and the database fails.
        """
        found = self._parts.get(name)
        if found is None or not changes.is_current(found.tick, found.keys):
            found = self._parts[name] = _build(name, present)
        return found.variants.get(variant) or found.variants[""]

    def clear(self) -> None:
        """Forget them."""
        self._parts.clear()


def _build(name: str, present: Present) -> Part:
    try:
        with noting_reads() as keys:
            html = _builders[name](present.at)
    finally:
        # Outside of a request nobody else gives it back to the pool.
        connection.close_if_unusable_or_obsolete()
    pieces = {variant: Piece.of(text.encode()) for variant, text in html.items()}
    return Part(present.state.tick, tuple(keys), pieces)


parts = Parts()
