"""Reading takes time in proportion to the size of the copy, whatever it consists of.

Each unit is repeated to copy of growing size. The time is that of the processor, and the least of
several runs, so that a busy machine does not matter. The slope is that of the logarithms.
"""

from collections.abc import Callable
from contextlib import suppress
from math import log
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.wire import Gazetteer, UnreadableCopy
from articles.wire.parse.parse import parse

HEADLINE = "Town council plans higher tax on fuel\n\n"
PLACES = Gazetteer()
SMALL, FACTOR = 20_000, 8
#: Seconds that a permitted piece of 1 MiB may take, and what the process needs for anything.
MOST, NOTHING = 2.0, 0.02
STEEPEST = 1.2

UNITS = {
    "hard-wrapped": "The council said on Thursday that it would raise the tax on fuel and\n",
    "sentences": "The council said on Thursday that it would raise the tax on fuel.\n",
    "hyphens": "A-",
    "initials": "U.S.",
    "dashes": "Alpha Beta Gamma Delta — \n",
    "kickers": "A b c 1 e | and some more words of it to fill the line\n",
    "one line": "word ",
    "one word": "a",
    "capitals": "LONDON ",
    "times": "06:00 GMT ",
    "quotation marks": "“a b c d e f g” A B said “",
    "open quotation marks": '"A said, ',
    "brackets": "(Adds ",
    "open brackets": "(((((",
    "slashes": "/ ap ",
    "crumbs": "Home > ",
    "embargoes": "Embargo until 3 Sept 2026, 12 noon GMT ",
    "wrapped embargoes": "EMBARGOED: not for publication\nbefore 00:01 on Monday\n",
    "sign-offs": "abc/def/gh\n",
    "labels": "UPDATE 1-",
    "full stops": ". ",
    "spaces": " ",
    "soft hyphens": "a\u00ad",
    "marks": "a\u0301\u0302",
    "Cyrillic": "Правительство в четверг сообщило о повышении налога на топливо в\n",
    "Arabic": "أعلنت الحكومة يوم الخميس أنها سترفع الضريبة على الوقود في العام المقبل\n",
    "Chinese": "政府星期四宣布明年将提高燃油税",
    "indented": "    The council said on Thursday it would\nraise the tax on fuel next year.\n",
    "empty lines": "The council said on Thursday that it would raise the tax.\n\n",
    "bylines": "Von Anna Berta Claus Dora und vielen anderen aus der Redaktion der Zeitung\n",
    "credits": "Photo: Jane Doe / AFP ( and more about the town hall on a sunny day\n",
}


def seconds(source: str) -> float:
    """Return the processor time that reading takes, which is the least of three."""
    least = float("inf")
    for _ in range(3):
        start = process_time()
        with suppress(UnreadableCopy):
            parse(source, gazetteer=PLACES)
        least = min(least, process_time() - start)
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
    ]
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, min_size=2, max_size=8).map("".join), st.booleans())
def test_generated_copy_takes_time_in_proportion_to_its_size(unit: str, below: bool) -> None:
    # As many lines as copy may have, and no more.
    unit += "word " * 12 if "\n" in unit else ""
    assert_linear(lambda size: (HEADLINE if below else "") + grown(unit, size))


@pytest.mark.parametrize("name", ["hard-wrapped", "initials", "kickers", "times", "Cyrillic"])
def test_the_largest_permitted_copy_is_read_in_time(name: str) -> None:
    unit = UNITS[name]
    source = HEADLINE + grown(unit, 1024**2 * len(unit) // len(unit.encode()))
    assert seconds(source) < MOST
