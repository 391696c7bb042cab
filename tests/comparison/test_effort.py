"""However long two texts are, comparing them is bounded, and loses no word of either.

What is counted is work, calls of functions included, and no time: the machine may be busy.
"""

import random
import sys
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from articles import body
from articles.comparison import BlockChange, Difference, Version, compare
from articles.comparison.alike import pair_alike
from articles.comparison.shown import show
from articles.comparison.steps import Effort
from articles.comparison.words import compare_pieces, plain

CHOICE = random.Random(7)  # noqa: S311
WORDS = ["".join(CHOICE.choices("abcdefghijklm", k=6)) for _ in range(3000)]


def text(words: int) -> str:
    return " ".join(
        word + "." * (number % 12 == 11)
        for number, word in enumerate(CHOICE.choices(WORDS, k=words))
    )


def edited(old: str, each: int = 20) -> str:
    words = old.split(" ")
    words[:: each or 1] = CHOICE.choices(WORDS, k=len(words[:: each or 1]))
    return " ".join(words)


def version(*texts: str, **fields: str) -> Version:
    return Version(fields, tuple(map(body.paragraph, texts)))


LONG = text(100_000)
PARAGRAPHS = [text(800) for _ in range(190)]
SHORT = [text(5) for _ in range(20_000)]
MARKS = "<strong>a</strong> b <em>c</em> "
CASES: dict[str, tuple[Version, Version]] = {
    "one paragraph": (version(LONG), version(edited(LONG))),
    "all the same": (version(*PARAGRAPHS), version(*PARAGRAPHS)),
    "all edited": (version(*PARAGRAPHS), version(*map(edited, PARAGRAPHS))),
    "all rewritten": (version(*PARAGRAPHS), version(*(text(800) for _ in range(190)))),
    "all moved": (version(*PARAGRAPHS), version(*map(edited, reversed(PARAGRAPHS)))),
    "short blocks": (version(*SHORT), version(*(edited(one, 5) for one in SHORT))),
    "two blocks only": (version(*CHOICE.choices("ab", k=20_000)),
                        version(*CHOICE.choices("ab", k=20_000))),
    "short words": (version("a " * 400_000 + "a"), version("b " * 400_000 + "b")),
    "signs": (version("." * 800_000), version("!" * 800_000)),
    "changes of style": (Version({}, (body.Paragraph(MARKS * 30_000),)),
                         Version({}, (body.Paragraph(f"b {MARKS * 29_000}"),))),
    "a field": (version(summary=LONG), version(summary=edited(LONG))),
    "nine fields": (version(**{str(n): LONG[:90_000] for n in range(9)}),
                    version(**{str(n): edited(LONG[:90_000]) for n in range(9)})),
}  # fmt: skip


def calls_of(work: Callable[[], Any]) -> tuple[int, Any]:
    """Return how many functions of Python and C are called, which takes most of the time."""
    counted = 0

    def count(_: Any, what: str, __: Any) -> None:
        nonlocal counted
        counted += what in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        found = work()
    finally:
        sys.setprofile(before)
    return counted, found


def shown(difference: Difference, side: str) -> tuple[dict[str, str], list[str]]:
    def words(runs: Any) -> str:
        return "".join(run.text for run in runs)

    fields = {field.name: words(getattr(field, side)) for field in difference.fields}
    blocks = [words(there.runs) for row in difference.rows if (there := getattr(row, side))]
    return fields, blocks


@pytest.mark.parametrize("name", CASES)
def test_long_texts_take_bounded_work_and_lose_no_word(name: str) -> None:
    old, new = CASES[name]
    calls, found = calls_of(lambda: compare(old, new))
    # A million calls take about a fifth of a second.
    assert calls < 6_000_000
    for one, side in ((old, "old"), (new, "new")):
        fields, blocks = shown(found, side)
        assert fields == {key: one.fields[key] for key in fields}
        assert blocks == [block.text for block in one.blocks]
    kept = [
        [run.text for run in there.runs if not run.changed]
        for row in found.rows
        if row.change is BlockChange.CHANGED
        for there in (row.old, row.new)
        if there
    ]
    assert ["".join(words) for words in kept[::2]] == ["".join(words) for words in kept[1::2]]


def test_equal_blocks_cost_next_to_nothing() -> None:
    same, _ = calls_of(lambda: compare(*CASES["all the same"]))
    edit, _ = calls_of(lambda: compare(*CASES["all edited"]))
    assert same * 10 < edit


def test_what_was_edited_is_found_among_very_many_blocks() -> None:
    found = compare(*CASES["short blocks"])
    changes = Counter(row.change for row in found.rows)
    assert changes.keys() == {BlockChange.SAME, BlockChange.CHANGED}
    assert changes.total() == len(SHORT)


def marks(effort: Effort) -> list[str]:
    old = "One two three. Four five six. Seven eight nine."
    _, new = compare_pieces(plain(old), plain(old.replace("five", "5")), effort)
    return [run.text for run in new if run.changed]


def test_units_grow_coarser_as_the_effort_is_used_up() -> None:
    assert marks(Effort()) == ["5"]
    assert marks(Effort(words=30)) == [" Four 5 six."]
    assert marks(Effort(words=0)) == ["One two three. Four 5 six. Seven eight nine."]
    assert marks(Effort(readable=0)) == ["5"]


def test_candidates_are_few_however_many_blocks_there_are() -> None:
    def pairs(blocks: int, most: int) -> dict[int, int]:
        a, b = (
            [
                show(body.paragraph(f"{WORDS[n % 3000]} {WORDS[n % 2999]} {word}"))
                for n in range(blocks)
            ]
            for word in ("a", "b")
        )
        found: dict[int, int] = {}
        pair_alike(found, a, b, Effort(candidates=most))
        return found

    assert pairs(50, 2500) == pairs(50, 250) == {n: n for n in range(50)}
    assert pairs(50, 0) == {}
