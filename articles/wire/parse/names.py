"""Numbers by name, for very many names: kept in a twentieth of the memory that a dict needs."""

from array import array
from bisect import bisect_left
from collections.abc import Hashable, Mapping


class Names:
    """A mapping of names to numbers that cannot be changed or listed.

    It keeps hashes of 64 bits in place of the names: of a million million other words, none is
    likely to be taken for one of them.
    """

    def __init__(self, numbers: Mapping[Hashable, int]) -> None:
        pairs = sorted((hash(name), number) for name, number in numbers.items())
        self._hashes = array("q", (found for found, _ in pairs))
        self._numbers = array("q", (number for _, number in pairs))

    def get(self, name: Hashable) -> int:
        """Return the number of the name; 0 if it has none."""
        found = hash(name)
        place = bisect_left(self._hashes, found)
        there = place < len(self._hashes) and self._hashes[place] == found
        return self._numbers[place] if there else 0
