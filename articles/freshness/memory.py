"""What this process keeps in memory, bounded by bytes."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from operator import attrgetter
from threading import Lock
from typing import Any

from cachetools import LRUCache
from django.conf import settings

from articles.freshness.stamp import Stamp

#: HTML by the number of the row that it shows.
Parts = dict[int, str]

#: Bytes of bookkeeping for one thing kept: measured, and rounded up.
OVERHEAD = 2048


@dataclass(frozen=True, slots=True)
class Kept:
    """Something built, with its stamp and its size in bytes."""

    stamp: Stamp
    value: Any
    size: int


class Memory:
    """Things by key; the least recently used one goes when they take more than `size` bytes."""

    def __init__(self, size: int) -> None:
        self._things: LRUCache[Hashable, Kept] = LRUCache(size, getsizeof=attrgetter("size"))
        self._lock = Lock()

    def get(self, key: Hashable) -> Kept | None:
        """Give what is kept under the key, current or not."""
        with self._lock:
            return self._things.get(key)

    def keep(self, key: Hashable, stamp: Stamp, value: Any, size: int) -> None:
        """Keep the value of this size in bytes; nothing is kept of one larger than the memory."""
        kept = Kept(stamp, value, size + OVERHEAD)
        if kept.size <= self._things.maxsize:
            with self._lock:
                self._things[key] = kept

    def forget(self) -> None:
        """Forget everything."""
        with self._lock:
            self._things.clear()

    @property
    def bytes(self) -> float:
        """What is kept now."""
        return self._things.currsize


memory = Memory(settings.NEWSROOM_PAGE_MEMORY)


def shared(name: str, stamp: Stamp | None, build: Callable[[], Parts]) -> Parts:
    """Give what many pages show, by this name: kept, or built now if it is not current."""
    if stamp is None:
        return build()
    key = ("shared", name)
    kept = memory.get(key)
    if kept and kept.stamp.holds(stamp.generation, stamp.since):
        parts: Parts = kept.value
        return parts
    parts = build()
    memory.keep(key, stamp, parts, sum(len(part.encode()) for part in parts.values()))
    return parts
