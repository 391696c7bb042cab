"""The steps from one sequence of words to another, as fine as the time allows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate
from typing import Any

from rapidfuzz.distance import LCSseq

#: A step as difflib has it: what happens to which part of the old, and of the new.
Step = tuple[str, int, int, int, int]

#: Makes units of words, in their order, that join to the same words.
Units = Callable[[Sequence[Any]], list[tuple[Any, ...]]]

#: Words to look at, pairs of equal words that difflib walks through, and pairs of candidates.
MOST_WORDS, MOST_READABLE, MOST_CANDIDATES = 900_000, 1_500_000, 40_000
#: Pairs that rapidfuzz compares, in one text and in all: it takes an eighth of a byte for each.
MOST_AT_ONCE, MOST_FAST = 50_000_000, 1_000_000_000


@dataclass(slots=True)
class Effort:
    """What one comparison may still do in all: counted, so that its result is always the same.

    All of it together takes about a second.
    """

    words: int = MOST_WORDS
    readable: int = MOST_READABLE
    fast: int = MOST_FAST
    candidates: int = MOST_CANDIDATES

    def allows_words(self, words: int) -> bool:
        """Return whether this many words may be looked at, and count them."""
        allowed = words <= self.words
        self.words -= words if allowed else 0
        return allowed

    def allows_readable(self, pairs: int) -> bool:
        """Return whether difflib may compare this many pairs, and count them."""
        allowed = pairs <= self.readable
        self.readable -= pairs if allowed else 0
        return allowed

    def allows_fast(self, pairs: int) -> bool:
        """Return whether rapidfuzz may compare this many pairs, and count them."""
        allowed = pairs <= min(self.fast, MOST_AT_ONCE)
        self.fast -= pairs if allowed else 0
        return allowed

    def candidates_for(self, each: int) -> int:
        """Return how many candidates each of this many blocks may have."""
        return self.candidates // each if each else 0


def steps_between(
    old: Sequence[Any], new: Sequence[Any], effort: Effort, units: Units | None = None
) -> list[Step]:
    """Return the steps from the old words to the new ones, in the finest units there is time for.

    `units` makes coarser ones from words; without it, anything too long is one replacement.
    Difflib keeps together what people read as one change; rapidfuzz finds the shortest way.
    """
    if effort.allows_readable(len(old) * len(new)):
        return list(SequenceMatcher(None, old, new).get_opcodes())
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    a, b = old[start : len(old) - end], new[start : len(new) - end]
    steps: list[Step] = [("equal", 0, start, 0, start)] if start else []
    steps += [
        (what, i + start, j + start, k + start, m + start)
        for what, i, j, k, m in _middle(a, b, effort, units)
    ]
    if end:
        steps.append(("equal", len(old) - end, len(old), len(new) - end, len(new)))
    return steps


def _middle(
    old: Sequence[Any], new: Sequence[Any], effort: Effort, units: Units | None
) -> list[Step]:
    if effort.allows_fast(len(old) * len(new)):
        return _fast(old, new)
    if units:
        before, after = units(old), units(new)
        if effort.allows_fast(len(before) * len(after)):
            to_old, to_new = ([0, *accumulate(map(len, side))] for side in (before, after))
            return [
                (what, to_old[i], to_old[j], to_new[k], to_new[m])
                for what, i, j, k, m in _fast(before, after)
            ]
    return [("replace", 0, len(old), 0, len(new))]


def _fast(old: Sequence[Any], new: Sequence[Any]) -> list[Step]:
    """Return the shortest way; an insertion beside a deletion is one replacement."""
    steps: list[Step] = []
    for one in LCSseq.opcodes(old, new):
        step = one.tag, one.src_start, one.src_end, one.dest_start, one.dest_end
        if steps and step[0] != "equal" != steps[-1][0]:
            _, i, _, k, _ = steps.pop()
            step = "replace", i, step[2], k, step[4]
        steps.append(step)
    return steps


def _common(old: Sequence[Any], new: Sequence[Any]) -> int:
    """Return how many words both begin with."""
    return next(
        (at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b),
        min(len(old), len(new)),
    )
