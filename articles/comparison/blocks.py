"""Two bodies compared block by block: what stayed, changed, moved, came and went."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise

from rapidfuzz import fuzz

from articles import body
from articles.comparison.shown import Shown, show
from articles.comparison.words import Run, compare_tokens, unmarked

#: How similar two blocks must be, in per cent, to be one that changed: in its place, elsewhere.
ALIKE, ALIKE_ELSEWHERE = 45.0, 65.0
#: With more pairs than this to look at, the text counts as rewritten.
MOST_PAIRS = 40_000

Pairs = dict[int, int]
Place = tuple[int | None, int | None]


class BlockChange(StrEnum):
    """What happened to a block."""

    SAME = "same"
    CHANGED = "changed"
    MOVED = "moved"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Side:
    """One block of one side."""

    kind: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """What stands side by side; a block that moved has a row at each of its places.

    `other` is the number of its other row, counted from 0, and `edited` says whether it changed
    as well.
    """

    change: BlockChange
    old: Side | None
    new: Side | None
    other: int | None = None
    edited: bool = False


def compare_blocks(
    old: Iterable[body.Block], new: Iterable[body.Block], translate: Callable[[str], str] = str
) -> list[Row]:
    """Return both bodies side by side: every word of each, in its order.

    `translate` translates the names of blocks and of their parts.
    """
    before, after = tuple(old), tuple(new)
    a = [show(block, translate) for block in before]
    b = [show(block, translate) for block in after]
    pairs = _equal(a, b)
    _pair_equal_elsewhere(pairs, a, b)
    _pair_keys(pairs, before, after)
    _pair_alike(pairs, a, b)
    straight = _straight(pairs)
    # All dividing lines are alike: where one goes and another comes, nothing moved.
    pairs = {
        left: right
        for left, right in pairs.items()
        if left in straight or not isinstance(before[left], body.Rule)
    }
    return _rows(a, b, pairs, straight)


def _equal(a: Sequence[Shown], b: Sequence[Shown]) -> Pairs:
    return {
        block.a + offset: block.b + offset
        for block in SequenceMatcher(None, a, b).get_matching_blocks()
        for offset in range(block.size)
    }


def _pair_equal_elsewhere(pairs: Pairs, a: Sequence[Shown], b: Sequence[Shown]) -> None:
    free: dict[Shown, list[int]] = {}
    for at in _left(b, pairs.values()):
        free.setdefault(b[at], []).append(at)
    for at in _left(a, pairs):
        if places := free.get(a[at]):
            pairs[at] = places.pop(0)


def _pair_keys(pairs: Pairs, old: Sequence[body.Block], new: Sequence[body.Block]) -> None:
    def keyed(blocks: Sequence[body.Block], taken: Iterable[int]) -> dict[tuple[type, str], int]:
        return {
            (type(block), block.key): at
            for at in _left(blocks, taken)
            if isinstance(block := blocks[at], body.Keyed)
        }

    there = keyed(new, pairs.values())
    for key, at in keyed(old, pairs).items():
        if key in there:
            pairs[at] = there[key]


def _pair_alike(pairs: Pairs, a: Sequence[Shown], b: Sequence[Shown]) -> None:
    old, new = _left(a, pairs), _left(b, pairs.values())
    if len(old) * len(new) > MOST_PAIRS:
        return
    straight = _straight(pairs)
    lefts, rights = list(straight), list(straight.values())
    gap_of_old = {at: bisect_left(lefts, at) for at in old}
    gap_of_new = {at: bisect_left(rights, at) for at in new}
    found = []
    for left in old:
        for right in new:
            here = gap_of_old[left] == gap_of_new[right]
            least = ALIKE if here else ALIKE_ELSEWHERE
            if likeness := fuzz.ratio(a[left].text, b[right].text, score_cutoff=least):
                found.append((-here, -likeness, left, right))
    taken = set(pairs.values())
    for *_, left, right in sorted(found):
        if left not in pairs and right not in taken:
            pairs[left] = right
            taken.add(right)


def _left(blocks: Sequence[object], taken: Iterable[int]) -> list[int]:
    known = set(taken)
    return [at for at in range(len(blocks)) if at not in known]


def _straight(pairs: Pairs) -> Pairs:
    """Return the most pairs that keep their order: the others moved."""
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


def _rows(a: Sequence[Shown], b: Sequence[Shown], pairs: Pairs, straight: Pairs) -> list[Row]:
    places = list(_places(straight, len(a), len(b)))
    row_of = {place: number for number, place in enumerate(places)}
    goes_to: dict[int | None, int] = dict(pairs.items())
    came_from: dict[int | None, int] = {right: left for left, right in pairs.items()}
    rows = []
    for left, right in places:
        old = came_from.get(right) if left is None else left
        new = goes_to.get(left) if right is None else right
        was, now = _sides(None if old is None else a[old], None if new is None else b[new])
        changed = old is None or new is None or a[old] != b[new]
        if old is None or new is None:
            rows.append(Row(BlockChange.ADDED if old is None else BlockChange.REMOVED, was, now))
        elif left is None:
            rows.append(Row(BlockChange.MOVED, None, now, row_of[old, None], changed))
        elif right is None:
            rows.append(Row(BlockChange.MOVED, was, None, row_of[None, new], changed))
        else:
            rows.append(Row(BlockChange.CHANGED if changed else BlockChange.SAME, was, now))
    return rows


def _places(straight: Pairs, olds: int, news: int) -> Iterator[Place]:
    """Return what stands in each row: the number of a block on each side, or None."""
    for (left, right), (next_left, next_right) in pairwise(
        [(-1, -1), *straight.items(), (olds, news)]
    ):
        if left >= 0:
            yield left, right
        yield from ((at, None) for at in range(left + 1, next_left))
        yield from ((None, at) for at in range(right + 1, next_right))


def _sides(old: Shown | None, new: Shown | None) -> tuple[Side | None, Side | None]:
    before, after = (old.tokens if old else ()), (new.tokens if new else ())
    if before == after:
        left = right = unmarked(before)
    else:
        left, right = compare_tokens(before, after)
    return Side(old.kind, left) if old else None, Side(new.kind, right) if new else None
