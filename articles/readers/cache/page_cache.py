"""The page cache of this process, bounded by bytes."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from operator import attrgetter
from threading import Lock
from typing import Any

from cachetools import LRUCache
from django.conf import settings

from articles.readers.cache.validator import Validator

#: HTML by the primary key of the row that it shows.
Parts = dict[int, str]

#: Bytes of bookkeeping for one entry: measured, and rounded up.
OVERHEAD = 2048


@dataclass(frozen=True, slots=True)
class CacheEntry:
    """What was built, with its validator and its size in bytes."""

    validator: Validator
    value: Any
    size: int


class PageCache:
    """Entries by key, at most `size` bytes of them: the least recently used ones go first."""

    def __init__(self, size: int) -> None:
        self._entries: LRUCache[Hashable, CacheEntry] = LRUCache(size, getsizeof=attrgetter("size"))
        self._lock = Lock()

    def get(self, key: Hashable) -> CacheEntry | None:
        """Return the entry with this key, current or not."""
        with self._lock:
            return self._entries.get(key)

    def put(self, key: Hashable, validator: Validator, value: Any, size: int) -> None:
        """Cache the value, of this size in bytes, unless it is larger than the whole cache."""
        entry = CacheEntry(validator, value, size + OVERHEAD)
        if entry.size <= self._entries.maxsize:
            with self._lock:
                self._entries[key] = entry

    def clear(self) -> None:
        """Remove all entries."""
        with self._lock:
            self._entries.clear()

    @property
    def bytes(self) -> float:
        """The bytes that the entries take now."""
        return self._entries.currsize


page_cache = PageCache(settings.NEWSROOM_PAGE_CACHE_BYTES)


def shared(name: str, validator: Validator | None, build: Callable[[], Parts]) -> Parts:
    """Return what many pages show: from the cache, where it has this name, or newly built.

    `validator` is that of the page that shows it; None if that page is not cached.
    """
    if validator is None:
        return build()
    key = ("shared", name)
    entry = page_cache.get(key)
    if entry and entry.validator.holds(validator.cache_version, validator.since):
        parts: Parts = entry.value
        return parts
    parts = build()
    page_cache.put(key, validator, parts, sum(len(part.encode()) for part in parts.values()))
    return parts
