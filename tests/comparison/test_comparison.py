"""A comparison shows every word of both sides, in order, and says what happened to each block."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from articles import body
from articles.comparison import BlockChange, Version, compare
from articles.comparison.blocks import compare_blocks
from tests.body.bodies import BLOCKS

Draw = Any


@st.composite
def edited(draw: Draw) -> tuple[tuple[body.Block, ...], tuple[body.Block, ...]]:
    """Return a body, and what somebody made of it: moved, cut, doubled, put in and reworded."""
    old = draw(BLOCKS)
    chosen = draw(st.lists(st.sampled_from(old), max_size=8)) if old else []
    reworded = [
        body.paragraph(f"{block.text[::2]} {block.text}") if draw(st.booleans()) else block
        for block in chosen
    ]
    return old, (*reworded, *draw(BLOCKS)[:3])


def text_of(side: Any) -> str:
    return "".join(run.text for run in side.runs)


def letters(text: str) -> str:
    return "".join(text.split())


def is_within(few: str, many: str) -> bool:
    """Return whether the letters `few` are in `many`, in this order; URLs may be between them."""
    rest = iter(many)
    return all(letter in rest for letter in few)


@given(edited())
def test_all_words_of_both_sides_are_shown_in_order(
    bodies: tuple[tuple[body.Block, ...], tuple[body.Block, ...]],
) -> None:
    rows = compare_blocks(*bodies)
    for blocks, sides in zip(
        bodies,
        ([row.old for row in rows if row.old], [row.new for row in rows if row.new]),
        strict=True,
    ):
        assert len(sides) == len(blocks)
        for block, side in zip(blocks, sides, strict=True):
            assert is_within(letters(block.text), letters(text_of(side)))


@given(edited())
@settings(max_examples=40)
def test_what_is_not_marked_stands_on_both_sides(
    bodies: tuple[tuple[body.Block, ...], tuple[body.Block, ...]],
) -> None:
    rows = compare_blocks(*bodies)
    for row in rows:
        there = rows[row.other] if row.other is not None else row
        old, new = row.old or there.old, row.new or there.new
        left, right = (
            "".join(run.text for run in side.runs if not run.changed) if side else ""
            for side in (old, new)
        )
        assert left == right
        if row.change in {BlockChange.SAME, BlockChange.MOVED} and not row.edited:
            assert old == new


@given(edited())
def test_a_block_that_moved_has_a_row_at_each_place(
    bodies: tuple[tuple[body.Block, ...], tuple[body.Block, ...]],
) -> None:
    rows = compare_blocks(*bodies)
    for number, row in enumerate(rows):
        if row.change is BlockChange.MOVED:
            assert row.other is not None
            other = rows[row.other]
            assert (other.change, other.other) == (BlockChange.MOVED, number)
            assert (row.old is None) != (other.old is None)
        else:
            assert row.other is None


@given(BLOCKS)
def test_nothing_differs_between_equals(blocks: tuple[body.Block, ...]) -> None:
    version = Version({"headline": "Same"}, blocks)
    found = compare(version, version)
    assert (found.fields, found.summary) == ((), "")
    assert {row.change for row in found.rows} <= {BlockChange.SAME}


@given(BLOCKS)
def test_blocks_come_back_from_what_published_versions_keep(blocks: tuple[body.Block, ...]) -> None:
    assert body.from_data(body.as_data(blocks)) == blocks


MET, GREW, LEFT = "Kyiv’s council met on Monday.", "Farmers grew wheat.", "The big ships left."
ONE, TWO, THREE = (f"<p>{text}</p>" for text in (MET, GREW, LEFT))


def test_a_text_that_was_rewritten_is_removed_and_added() -> None:
    old, new = ([body.paragraph(word * 9 + str(n)) for n in range(300)] for word in ("a", "b"))
    assert {row.change for row in compare_blocks(old, new)} == {
        BlockChange.REMOVED,
        BlockChange.ADDED,
    }
