"""A comparison shows every word of both sides, in order, and says what happened to each block."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles import body
from articles.comparison import BlockChange, Run, Version, compare
from articles.comparison.blocks import compare_blocks
from tests.body.test_body import BLOCKS

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


def changes(old: str, new: str) -> list[str]:
    """Return what happened to each block, with [marks] around the words that differ."""

    def told(side: Any) -> str:
        if side is None:
            return "-"
        return "".join(f"[{run.text}]" if run.changed else run.text for run in side.runs)

    rows = compare_blocks(body.read(old), body.read(new))
    return [
        "same"
        if row.change is BlockChange.SAME
        else f"{row.change}: {told(row.old)} | {told(row.new)}"
        for row in rows
    ]


MET, GREW, LEFT = "Kyiv’s council met on Monday.", "Farmers grew wheat.", "The big ships left."
ONE, TWO, THREE = (f"<p>{text}</p>" for text in (MET, GREW, LEFT))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            ONE,
            ONE.replace("Monday", "Tuesday"),
            [f"changed: {MET.replace('Monday', '[Monday]')} | Kyiv’s council met on [Tuesday]."],
        ),
        (ONE + TWO, ONE + THREE + TWO, ["same", f"added: - | [{LEFT}]", "same"]),
        (
            ONE + TWO + THREE,
            TWO + THREE + ONE,
            [f"moved: {MET} | -", "same", "same", f"moved: - | {MET}"],
        ),
        (
            ONE + TWO + THREE,
            TWO + THREE + ONE.replace("Monday", "Tuesday"),
            [
                "moved: Kyiv’s council met on [Monday]. | -",
                "same",
                "same",
                "moved: - | Kyiv’s council met on [Tuesday].",
            ],
        ),
        (TWO, "<p>雨</p>", [f"removed: [{GREW}] | -", "added: - | [雨]"]),
        (
            "<p>A <strong>bold</strong> word</p>",
            "<p>A bold word</p>",
            ["changed: A [bold] word | A [bold] word"],
        ),
        (
            '<p>See <a href="https://a.test/">here</a></p>',
            '<p>See <a href="https://b.test/">here</a></p>',
            ["changed: See here [(https://a.test/)] | See here [(https://b.test/)]"],
        ),
        (
            "<p>习近平周四呼吁抵制外部干涉。</p>",
            "<p>习近平周五呼吁抵制外部干涉。</p>",
            ["changed: 习近平周[四]呼吁抵制外部干涉。 | 习近平周[五]呼吁抵制外部干涉。"],
        ),
        (
            "<ul><li><p>One</p></li><li><p>Two</p></li></ul>",
            "<ul><li><p>One</p></li><li><p>Three</p></li></ul>",
            ["changed: • One\n• [Two] | • One\n• [Three]"],
        ),
        (f"<hr>{ONE}", f"{ONE}<hr>", ["removed: [⁂] | -", "same", "added: - | [⁂]"]),
        ("<p>a b c</p>", "<p>x y c</p>", ["changed: [a b] c | [x y] c"]),
    ],
)
def test_each_block_is_told(old: str, new: str, expected: list[str]) -> None:
    assert changes(old, new) == expected


def test_a_block_of_our_own_is_known_by_its_key_wherever_it_goes() -> None:
    quote = '<aside data-block="pull-quote" data-key="quote0001">{}</aside>'
    old, new = quote.format("two words"), quote.format("A saying quite unlike it")
    assert changes(f"{old}{ONE}{TWO}", f"{ONE}{TWO}{new}") == [
        "moved: [two words] | -",
        "same",
        "same",
        "moved: - | [A saying quite unlike it]",
    ]


def test_all_that_our_own_blocks_say_is_compared() -> None:
    old = (
        body.Figure("figure001", 1, "Water", "By the river"),
        body.AlsoRead("also00001", "A headline"),
        body.Embed("embed0001", "https://youtu.be/dQw4w9WgXcQ", "A clip"),
    )
    new = (
        body.Figure("figure001", 2, "A boat", "By the river", "Ana"),
        body.AlsoRead("also00002", "A headline", "Read | ", 7),
        body.Embed("embed0001", "https://vimeo.com/76979871", "A clip", "Ana"),
    )
    rows = compare_blocks(old, new)
    assert [text_of(row.new) for row in rows] == [
        "Picture number 2\nAlternative text: A boat\nCaption: By the river\nCredit: Ana",
        "Read | A headline\nStory number 7",
        "https://vimeo.com/76979871\nTitle: A clip\nAuthor: Ana",
    ]
    assert [row.change for row in rows] == [BlockChange.CHANGED] * 3


def test_what_became_a_heading_is_told_by_its_name() -> None:
    (row,) = compare_blocks(body.read("<p>The fields</p>"), body.read("<h2>The fields</h2>"))
    assert row.change is BlockChange.CHANGED
    assert row.old
    assert row.new
    assert (row.old.kind, row.new.kind) == ("paragraph", "heading 2")


def test_a_summary_names_fields_and_counts_blocks() -> None:
    old = Version({"headline": "Old", "section": "World"}, body.read(ONE + TWO + THREE))
    new = Version(
        {"headline": "New", "section": "World"},
        body.read(f"{TWO}<p>雨</p>{THREE}{ONE.replace('Kyiv', 'Lviv')}"),
    )
    found = compare(old, new)
    assert found.summary == "headline, text (1 changed, 1 moved, 1 added)"
    assert [field.old for field in found.fields] == [(Run("Old", changed=True),)]


def test_names_labels_and_counts_are_translated_and_words_are_not() -> None:
    old = Version({"headline": "Old"}, (body.PullQuote("quote0001", "two words", "Ana"),))
    new = Version({"headline": "Old"}, (body.PullQuote("quote0001", "two words", "Ben"),))

    german = {
        "pull quote": "Zitat",
        "Speaker: ": "Von: ",
        "%(count)s changed": "geändert: %(count)s",
        "text (%(changes)s)": "Text (%(changes)s)",
    }
    found = compare(old, new, german.__getitem__)
    (row,) = found.rows
    assert row.old
    assert (row.old.kind, text_of(row.old)) == ("Zitat", "two words\nVon: Ana")
    assert found.summary == "Text (geändert: 1)"


def test_a_text_that_was_rewritten_is_removed_and_added() -> None:
    old, new = ([body.paragraph(word * 9 + str(n)) for n in range(300)] for word in ("a", "b"))
    assert {row.change for row in compare_blocks(old, new)} == {
        BlockChange.REMOVED,
        BlockChange.ADDED,
    }
