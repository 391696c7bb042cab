"""A few at once, and fewer of each visitor."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock


class Turns:
    """At most `most` at a time, and at most `each` of one visitor."""

    def __init__(self, *, most: int, each: int) -> None:
        self.most, self.each = most, each
        self._taken: Counter[str | None] = Counter()
        self._lock = Lock()

    @contextmanager
    def turn(self, visitor: str | None) -> Iterator[bool]:
        """Yield whether the visitor has a turn now; nobody waits for one."""
        with self._lock:
            given = self._taken.total() < self.most and self._taken[visitor] < self.each
            if given:
                self._taken[visitor] += 1
        try:
            yield given
        finally:
            if given:
                with self._lock:
                    self._taken -= Counter([visitor])
