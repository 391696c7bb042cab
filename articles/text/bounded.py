"""Results that are kept in memory, bounded by bytes, their arguments included."""

from collections.abc import Callable, Hashable
from dataclasses import fields, is_dataclass
from functools import wraps
from sys import getsizeof
from threading import Lock
from typing import Generic, TypeVar

Value = TypeVar("Value")

#: Bytes of bookkeeping for one result.
OVERHEAD = 512


def bytes_of(value: object) -> int:
    """Return the bytes that a value takes, a tuple or a dataclass with all that is in it."""
    size = getsizeof(value)
    if isinstance(value, tuple):
        return size + sum(map(bytes_of, value))
    if is_dataclass(value):
        return size + sum(bytes_of(getattr(value, field.name)) for field in fields(value))
    return size


def keeping(size: int) -> Callable[[Callable[..., Value]], Callable[..., Value]]:
    """Return a decorator that keeps what a function returns, for at most `size` bytes in all.

    What was not asked for lately goes first. Unlike `lru_cache`, large arguments cannot fill the
    memory.
    """

    def decorate(function: Callable[..., Value]) -> Callable[..., Value]:
        kept: _Kept[Value] = _Kept(size // 2)

        @wraps(function)
        def call(*arguments: Hashable) -> Value:
            found = kept.lately.get(arguments)
            if found is None:
                found = kept.before.get(arguments)
                if found is None:
                    made = function(*arguments)
                    found = made, OVERHEAD + bytes_of(arguments) + bytes_of(made)
                kept.put(arguments, found)
            return found[0]

        call.cache_clear = kept.clear  # type: ignore[attr-defined]
        return call

    return decorate


class _Kept(Generic[Value]):
    """Results, each with its bytes, in two halves: what was asked for lately, and before that.

    When the first is full, it takes the place of the second. So a result is found without a lock
    and without noting that it was: many are asked for in each page.
    """

    def __init__(self, half: int) -> None:
        self._half = half
        self._lock = Lock()
        self.clear()

    def clear(self) -> None:
        """Forget all."""
        self.lately: dict[Hashable, tuple[Value, int]] = {}
        self.before: dict[Hashable, tuple[Value, int]] = {}
        self._bytes = 0

    def put(self, arguments: Hashable, result: tuple[Value, int]) -> None:
        """Keep the result for these arguments, unless it is larger than a half."""
        _, cost = result
        if cost > self._half:
            return
        with self._lock:
            if self._bytes + cost > self._half:
                self.lately, self.before, self._bytes = {}, self.lately, 0
            if arguments not in self.lately:
                self._bytes += cost
            self.lately[arguments] = result
