"""Blocks that are left, paired by how similar their beginnings are."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, product
from math import isqrt

from rapidfuzz import fuzz

from articles.comparison.shown import Shown
from articles.comparison.steps import Effort

#: Numbers of blocks of the new side by those of the old one.
Pairs = dict[int, int]

#: How similar two blocks must be, in per cent, to count as one that changed: in its place, and
#: elsewhere.
ALIKE, ALIKE_ELSEWHERE = 45.0, 65.0
#: Pairs of characters to look at in all; of longer blocks only the beginnings are.
MOST_CHARACTERS = 500_000_000


def pair_alike(pairs: Pairs, a: Sequence[Shown], b: Sequence[Shown], effort: Effort) -> None:
    """Add the pairs of blocks that are similar, the most similar first.

    First come blocks in the same gap between those that kept their place, then all others, if
    there are few enough. Where there are many, only those at about the same place are candidates.
    """
    straight = straight_pairs(pairs)
    free, there = left_of(a, pairs), left_of(b, pairs.values())
    gaps = list(_gaps(free, there, [(-1, -1), *straight.items(), (len(a), len(b))]))
    most = effort.candidates_for(sum(len(lefts) for lefts, _ in gaps))
    near = [pair for lefts, rights in gaps for pair in _near(lefts, rights, most)]
    _pair(pairs, near, a, b, ALIKE)
    free, there = left_of(a, pairs), left_of(b, pairs.values())
    if len(there) <= effort.candidates_for(len(free)):
        _pair(pairs, list(product(free, there)), a, b, ALIKE_ELSEWHERE)


def straight_pairs(pairs: Pairs) -> Pairs:
    """Return as many pairs as possible that keep their order: the others moved."""
    ends: list[int] = []
    best: list[int] = []
    before: dict[int, int | None] = {}
    for left in sorted(pairs):
        at = bisect_left(ends, pairs[left])
        before[left] = best[at - 1] if at else None
        ends[at : at + 1] = [pairs[left]]
        best[at : at + 1] = [left]
    kept: Pairs = {}
    last = best[-1] if best else None
    while last is not None:
        kept[last] = pairs[last]
        last = before[last]
    return dict(sorted(kept.items()))


def left_of(blocks: Sequence[object], taken: Iterable[int]) -> list[int]:
    """Return the numbers of the blocks that are not taken."""
    known = set(taken)
    return [at for at in range(len(blocks)) if at not in known]


def _gaps(
    free: Sequence[int], there: Sequence[int], fixed: Iterable[tuple[int, int]]
) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    for (left, right), (next_left, next_right) in pairwise(fixed):
        lefts = free[bisect_left(free, left) : bisect_left(free, next_left)]
        rights = there[bisect_left(there, right) : bisect_left(there, next_right)]
        if lefts and rights:
            yield lefts, rights


def _near(lefts: Sequence[int], rights: Sequence[int], most: int) -> Iterator[tuple[int, int]]:
    """Yield each with the `most` candidates at about the same place."""
    for at, left in enumerate(lefts):
        start = at * len(rights) // len(lefts) - most // 2
        start = max(0, min(start, len(rights) - most))
        yield from ((left, right) for right in rights[start : start + most])


def _pair(
    pairs: Pairs,
    candidates: Sequence[tuple[int, int]],
    a: Sequence[Shown],
    b: Sequence[Shown],
    least: float,
) -> None:
    most = isqrt(MOST_CHARACTERS // max(1, len(candidates)))
    texts = {at: a[at].text[:most] for at in {left for left, _ in candidates}}
    others = {at: b[at].text[:most] for at in {right for _, right in candidates}}
    found = [
        (-likeness, left, right)
        for left, right in candidates
        if (likeness := fuzz.ratio(texts[left], others[right], score_cutoff=least))
    ]
    taken = set(pairs.values())
    for _, left, right in sorted(found):
        if left not in pairs and right not in taken:
            pairs[left] = right
            taken.add(right)
