"""Reading takes time in proportion to the size of the copy, whatever it consists of.

Each unit is repeated to copy of growing size. The time is that of the processor, and the least of
several runs, so that a busy machine does not matter. The slope is that of the logarithms.
"""

import gc
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from math import log
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.wire import Gazetteer, UnreadableCopy
from articles.wire.parse import lists
from articles.wire.parse.parse import parse
from articles.wire.read_copy import MOST_LINES
from tests.wire.parse.units import UNITS

HEADLINE = "Town council plans higher tax on fuel\n\n"
PLACES = Gazetteer()
SMALL, FACTOR = 20_000, 8
#: Seconds that a permitted piece of 1 MiB may take, and what the process needs for anything.
MOST, NOTHING = 2.0, 0.02
STEEPEST = 1.2


def seconds(source: str) -> float:
    """Return the processor time that reading takes, which is the least of three."""
    least = float("inf")
    # The collector looks at all that the process holds, which says nothing of reading.
    gc.disable()
    for _ in range(3):
        start = process_time()
        with suppress(UnreadableCopy):
            parse(source, gazetteer=PLACES)
        least = min(least, process_time() - start)
    gc.enable()
    return least


def grown(unit: str, size: int) -> str:
    return unit * (size // len(unit) + 1)


def slope(build: Callable[[int], str]) -> float:
    """Return the slope of log time against log size; 0 where the time is not worth measuring."""
    first, last = seconds(build(SMALL)), seconds(build(SMALL * FACTOR))
    return log(last / max(first, 1e-6)) / log(FACTOR) if last > NOTHING * FACTOR else 0


def assert_linear(build: Callable[[int], str]) -> None:
    """Fail if the time grows faster than the size, three times in a row."""
    slopes = []
    for _ in range(3):
        slopes.append(slope(build))
        if slopes[-1] <= STEEPEST:
            return
    pytest.fail(f"slopes {slopes}")


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
@pytest.mark.parametrize("top", ["", HEADLINE], ids=["first line", "body"])
def test_the_time_is_in_proportion_to_the_size(unit: str, top: str) -> None:
    assert_linear(lambda size: top + grown(unit, size))


PIECES = st.sampled_from(
    [
        *("A", "b", " ", "\n", ".", ",", "-", " — ", ": ", "| ", "/", "(", ")", '"', "“", "”", "1"),
        *("LONDON", "Berlin", "U.S.", "06:00", "GMT", "3 Sept", "AP", "dpa", "By ", "Embargo "),
        *("UPDATE 1-", "(Adds ", "Also Read | ", "Photo: ", "政府", "。", "В", "\u00ad", "\u0301"),
        *("\r\n", "\r", "\u2028", "\u2029", "\f", "\t", "\u00a0", "\u3000", "\u200b", "\u200f"),
        *(
            "[",
            "]",
            "{",
            "«",
            "»",
            "„",
            "’",
            "&amp;",
            "*",
            "_",
            "=",
            "+++ ",
            "^",
            "@",
            "©",
            "A:",
            "1:",
        ),
    ]
)
#: Words of the lists, of which most are looked for at the start of a line.
LISTED = st.sampled_from(
    [
        word
        for name in sorted(path.stem for path in lists.FOLDER.glob("*.txt"))
        for word in lists.read(name)[::20]
    ]
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES | LISTED, min_size=2, max_size=8).map("".join), st.booleans())
def test_generated_copy_takes_time_in_proportion_to_its_size(unit: str, below: bool) -> None:
    # As many lines as copy may have, and no more.
    unit += "word " * 12 if "\n" in unit else ""
    assert_linear(lambda size: (HEADLINE if below else "") + grown(unit, size))


@pytest.mark.parametrize(
    "name",
    [
        *("hard-wrapped", "initials", "kickers", "times", "Cyrillic", "open brackets", "tables"),
        *("dateline lines", "nested brackets", "also read lines", "keywords", "Hebrew", "buttons"),
    ],
)
@pytest.mark.parametrize("top", ["", HEADLINE], ids=["first line", "body"])
def test_the_largest_permitted_copy_is_read_in_time(name: str, top: str) -> None:
    unit = UNITS[name]
    source = top + grown(unit, 1024**2 * len(unit) // len(unit.encode()))
    permitted = source.splitlines(keepends=True)[:MOST_LINES]
    assert seconds("".join(permitted)) < MOST


@pytest.mark.parametrize("name", [path.stem for path in sorted(lists.FOLDER.glob("*.txt"))])
def test_the_words_of_a_list_take_time_in_proportion_to_the_size(name: str) -> None:
    words = lists.read(name)
    for gap in (" ", "\n"):
        assert_linear(partial(_listed, gap.join(words) + gap))


def _listed(unit: str, size: int) -> str:
    return HEADLINE + grown(unit, size)
