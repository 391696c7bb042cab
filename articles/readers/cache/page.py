"""A page as it is cached: its own bytes, between which parts of their own are joined in."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b

from articles.core import compress, expand
from articles.readers.cache.building import MARK
from articles.readers.cache.changes import Present
from articles.readers.cache.parts import parts

Headers = list[tuple[str, str]]

#: What follows it in the content is name and variant of a part, and ">".
_MARK = MARK.encode()
OK = "200 OK"
#: Headers that are set again whenever parts are joined in; for a page, those that the door sets.
_OF_WHOLE = ("content-length",)
_OF_PAGE = (*_OF_WHOLE, "etag", "cache-control")


@dataclass(frozen=True, slots=True)
class Page:
    """What a view returned, the tick of the state from which it was built, and its keys."""

    tick: int
    #: Of what it depends on.
    keys: tuple[str, ...]
    status: str
    headers: Headers
    #: Its own bytes, and between each two of them the name and variant of a part.
    pieces: tuple[bytes, ...]
    joints: tuple[tuple[str, str], ...]
    digest: str

    @classmethod
    def of(
        cls, tick: int, keys: Iterable[str], status: str, headers: Headers, content: bytes
    ) -> "Page":
        """Return the page with this content, in which marks stand for parts."""
        own, joints = _split(content)
        left_out = _OF_PAGE if status == OK else _OF_WHOLE if joints else ()
        return cls(
            tick,
            tuple(keys),
            status,
            [_shared(header) for header in headers if header[0].lower() not in left_out],
            own,
            joints,
            blake2b(b"\0".join(own), digest_size=8).hexdigest(),
        )

    @property
    def size(self) -> int:
        """The bytes that it takes."""
        text = [*self.headers, *self.joints]
        return sum(map(len, (*self.pieces, *self.keys))) + sum(len(a) + len(b) for a, b in text)


@dataclass(frozen=True, slots=True)
class PackedPage:
    """A page whose bytes are compressed to an eighth, and unpacked far faster than it is built."""

    #: All but the bytes.
    page: Page
    content: bytes
    lengths: tuple[int, ...]
    #: The bytes of a page of its kind.
    sample: bytes

    @classmethod
    def of(cls, page: Page, sample: bytes) -> "PackedPage":
        """Return the page, compressed: what it has in common with the sample takes no room."""
        content = compress(b"".join(page.pieces), sample)
        return cls(replace(page, pieces=()), content, tuple(map(len, page.pieces)), sample)

    @property
    def size(self) -> int:
        """The bytes that it takes."""
        return self.page.size + len(self.content)

    def unpacked(self) -> Page:
        """Return the page as it was."""
        content = expand(self.content, self.sample)
        pieces = []
        for length in self.lengths:
            piece, content = content[:length], content[length:]
            pieces.append(piece)
        return replace(self.page, pieces=tuple(pieces))


# Most headers are the same on all pages.
@lru_cache(maxsize=256)
def _shared(header: tuple[str, str]) -> tuple[str, str]:
    return header


def _split(content: bytes) -> tuple[tuple[bytes, ...], tuple[tuple[str, str], ...]]:
    """Return the content's own bytes, and name and variant of the parts between them."""
    first, *others = content.split(_MARK)
    pieces, joints = [first], []
    for other in others:
        mark, piece = other.split(b">", 1)
        name, variant = mark.decode().split(" ")
        joints.append((name, variant))
        pieces.append(piece)
    return tuple(pieces), tuple(joints)


@dataclass(frozen=True, slots=True)
class Whole:
    """A page as readers get it, with its parts."""

    content: list[bytes]
    etag: str

    @property
    def length(self) -> int:
        """Bytes of the content."""
        return sum(map(len, self.content))


def join(page: Page, present: Present) -> Whole:
    """Return the page with its parts as they are at present.

    Raise `DatabaseError` if a part has to be built and the database fails.
    """
    if not page.joints:
        return Whole(list(page.pieces), f'"{page.digest}"')
    content, digests = [page.pieces[0]], page.digest
    for (name, variant), own in zip(page.joints, page.pieces[1:], strict=True):
        joined = parts.piece(name, variant, present)
        content += (joined.content, own)
        digests += joined.digest
    return Whole(content, f'"{digests}"')
