"""The page cache of this process, bounded by bytes."""

from collections.abc import Iterator
from operator import attrgetter
from threading import Lock
from typing import Generic, NamedTuple, TypeVar

from cachetools import LRUCache
from django.conf import settings

from articles.readers.cache.cache_key import CacheKey
from articles.readers.cache.page import PackedPage, Page
from articles.text import bytes_of

#: Bytes of bookkeeping for one entry: measured, and rounded up.
OVERHEAD = 1024
#: One part in this many is for pages whose keys anybody can make up, so that these cannot push out
#: what people read.
UNCOMMON = 8
#: One part in this many is for pages that are not compressed.
PLAIN = 4
#: How many kinds of pages have a sample, and of how many bytes at most, against which others of the
#: kind are compressed: zlib looks no further back (RFC 1951, 3.2.5).
SAMPLES, LARGEST_SAMPLE = 16, 32 * 1024

Kept = TypeVar("Kept", Page, PackedPage)


class CacheEntry(NamedTuple, Generic[Kept]):
    """A page, or a compressed one, and the bytes that it takes, its key included."""

    page: Kept
    size: int

    @classmethod
    def of(cls, key: CacheKey, page: Kept) -> "CacheEntry[Kept]":
        """Return the entry with this key."""
        return cls(page, page.size + bytes_of(key) + OVERHEAD)


class PageCache:
    """Pages by key, at most `size` bytes of them: the least recently used ones go first."""

    def __init__(self, size: int) -> None:
        uncommon = size // UNCOMMON
        self._shelves = {True: _Shelf(size - uncommon), False: _Shelf(uncommon)}
        self._lock = Lock()

    def get(self, key: CacheKey) -> Page | None:
        """Return the page with this key, current or not."""
        with self._lock:
            return self._shelves[key.is_common].get(key)

    def put(self, key: CacheKey, page: Page) -> None:
        """Cache the page, unless it is larger than all that is not compressed.

        The key counts too: part of it is as long as whoever asks for a page makes it.
        """
        with self._lock:
            self._shelves[key.is_common].put(key, page)

    def clear(self) -> None:
        """Remove all pages."""
        with self._lock:
            for shelf in self._shelves.values():
                shelf.clear()

    @property
    def pages(self) -> dict[CacheKey, Page]:
        """The pages that were asked for lately, by key."""
        return {key: page for shelf in self._shelves.values() for key, page in shelf.lately()}

    @property
    def bytes(self) -> float:
        """The bytes that the pages take now."""
        return sum(shelf.bytes for shelf in self._shelves.values())


class _Shelf:
    """The pages that were asked for lately, as they are served; others are compressed.

    Most readers read the same few hundred pages. One thread at a time may use it.
    """

    def __init__(self, size: int) -> None:
        size_of, plain = attrgetter("size"), size // PLAIN
        self._lately: LRUCache[CacheKey, CacheEntry[Page]] = LRUCache(plain, size_of)
        self._packed: LRUCache[CacheKey, CacheEntry[PackedPage]] = LRUCache(size - plain, size_of)
        self._samples: dict[str, bytes] = {}

    def get(self, key: CacheKey) -> Page | None:
        """Return the page with this key."""
        if entry := self._lately.get(key):
            return entry.page
        if (packed := self._packed.pop(key, None)) is None:
            return None
        page = packed.page.unpacked()
        self.put(key, page)
        return page

    def put(self, key: CacheKey, page: Page) -> None:
        """Keep the page, and compress what must make room for it."""
        self._packed.pop(key, None)
        self._lately.pop(key, None)
        entry = CacheEntry.of(key, page)
        if entry.size > self._lately.maxsize:
            return
        while self._lately.currsize + entry.size > self._lately.maxsize:
            other, moved = self._lately.popitem()
            sample = self._sample(other, moved.page)
            packed = CacheEntry.of(other, PackedPage.of(moved.page, sample))
            if packed.size <= self._packed.maxsize:
                self._packed[other] = packed
        self._lately[key] = entry

    def clear(self) -> None:
        """Remove all pages."""
        self._lately.clear()
        self._packed.clear()
        self._samples.clear()

    def _sample(self, key: CacheKey, page: Page) -> bytes:
        """Return the first page of its kind that was compressed: often that is this one."""
        kind = key.path.removeprefix("/").partition("/")[0]
        if kind not in self._samples and len(self._samples) < SAMPLES:
            self._samples[kind] = b"".join(page.pieces)[:LARGEST_SAMPLE]
        return self._samples.get(kind, b"")

    def lately(self) -> Iterator[tuple[CacheKey, Page]]:
        """Yield the pages that are not compressed."""
        for key, entry in self._lately.items():
            yield key, entry.page

    @property
    def bytes(self) -> float:
        """The bytes that the pages take now."""
        return self._lately.currsize + self._packed.currsize


page_cache = PageCache(settings.NEWSROOM_PAGE_CACHE_BYTES)
