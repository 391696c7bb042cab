"""Two bodies compared block by block: what stayed, changed, moved, came and went."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise

from articles import body
from articles.comparison.alike import Pairs, left_of, pair_alike, straight_pairs
from articles.comparison.shown import Shown, show
from articles.comparison.steps import Effort, steps_between
from articles.comparison.words import Run, compare_pieces, marked

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
    """What is shown side by side; a block that moved has a row at each of its places.

    `other` is the number of its other row, counted from 0, and `edited` says whether it changed
    as well.
    """

    change: BlockChange
    old: Side | None
    new: Side | None
    other: int | None = None
    edited: bool = False


def compare_blocks(
    old: Iterable[body.Block],
    new: Iterable[body.Block],
    translate: Callable[[str], str] = str,
    effort: Effort | None = None,
) -> list[Row]:
    """Return both bodies side by side: every word of each, in its order.

    `translate` translates the names of blocks and of their parts.
    """
    before, after = tuple(old), tuple(new)
    # A few names, for thousands of blocks.
    translate = cache(translate)
    a = [show(block, translate) for block in before]
    b = [show(block, translate) for block in after]
    effort = effort or Effort()
    # Blocks that say the same get the same number: each has thousands of words to compare.
    numbers: dict[Shown, int] = {}
    x, y = ([numbers.setdefault(one, len(numbers)) for one in side] for side in (a, b))
    pairs = _equal(x, y, effort)
    _pair_equal_elsewhere(pairs, x, y)
    _pair_keys(pairs, before, after)
    pair_alike(pairs, a, b, effort)
    straight = straight_pairs(pairs)
    # All dividing lines are alike: where one goes and another comes, nothing moved.
    pairs = {
        left: right
        for left, right in pairs.items()
        if left in straight or not isinstance(before[left], body.Rule)
    }
    return list(_rows(a, b, pairs, straight, effort))


def _equal(a: Sequence[int], b: Sequence[int], effort: Effort) -> Pairs:
    return {
        left + offset: right + offset
        for what, left, end, right, _ in steps_between(a, b, effort)
        if what == "equal"
        for offset in range(end - left)
    }


def _pair_equal_elsewhere(pairs: Pairs, a: Sequence[int], b: Sequence[int]) -> None:
    free: dict[int, list[int]] = {}
    for at in left_of(b, pairs.values()):
        free.setdefault(b[at], []).append(at)
    for at in left_of(a, pairs):
        if places := free.get(a[at]):
            pairs[at] = places.pop(0)


def _pair_keys(pairs: Pairs, old: Sequence[body.Block], new: Sequence[body.Block]) -> None:
    def keyed(blocks: Sequence[body.Block], taken: Iterable[int]) -> dict[tuple[type, str], int]:
        return {
            (type(block), block.key): at
            for at in left_of(blocks, taken)
            if isinstance(block := blocks[at], body.Keyed)
        }

    there = keyed(new, pairs.values())
    for key, at in keyed(old, pairs).items():
        if key in there:
            pairs[at] = there[key]


def _rows(
    a: Sequence[Shown], b: Sequence[Shown], pairs: Pairs, straight: Pairs, effort: Effort
) -> Iterator[Row]:
    places = list(_places(straight, len(a), len(b)))
    row_of = {place: number for number, place in enumerate(places)}
    goes_to: dict[int | None, int] = dict(pairs.items())
    came_from: dict[int | None, int] = {right: left for left, right in pairs.items()}
    known: dict[Place, tuple[Side | None, Side | None]] = {}
    for left, right in places:
        old = came_from.get(right) if left is None else left
        new = goes_to.get(left) if right is None else right
        if (both := known.get((old, new))) is None:
            both = _sides(None if old is None else a[old], None if new is None else b[new], effort)
            known[old, new] = both
        was, now = both
        changed = old is None or new is None or a[old] != b[new]
        if old is None or new is None:
            yield Row(BlockChange.ADDED if old is None else BlockChange.REMOVED, was, now)
        elif left is None:
            yield Row(BlockChange.MOVED, None, now, row_of[old, None], changed)
        elif right is None:
            yield Row(BlockChange.MOVED, was, None, row_of[None, new], changed)
        else:
            yield Row(BlockChange.CHANGED if changed else BlockChange.SAME, was, now)


def _places(straight: Pairs, olds: int, news: int) -> Iterator[Place]:
    """Return what is in each row: the number of a block on each side, or None."""
    for (left, right), (next_left, next_right) in pairwise(
        [(-1, -1), *straight.items(), (olds, news)]
    ):
        if left >= 0:
            yield left, right
        yield from ((at, None) for at in range(left + 1, next_left))
        yield from ((None, at) for at in range(right + 1, next_right))


def _sides(old: Shown | None, new: Shown | None, effort: Effort) -> tuple[Side | None, Side | None]:
    before, after = (old.pieces if old else ()), (new.pieces if new else ())
    if before == after:
        left = right = marked(before, differs=False)
    else:
        left, right = compare_pieces(before, after, effort)
    return Side(old.kind, left) if old else None, Side(new.kind, right) if new else None
