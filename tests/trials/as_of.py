"""Each page as of any time is what was served then: random writes, decisions and clock."""

import sys
from datetime import timedelta
from random import Random

import time_machine

from tests.factories import NOON
from tests.readers.cache.newsroom import Newsroom
from tests.readers.pages.as_of import STEPS, differing

#: How many things happen in a newsroom, which then begins a new day.
LONG = 20


def compare_as_of(least: int, long: int = LONG) -> tuple[int, int]:
    """Return how many pages were compared, and how many differed; `long` is a newsroom's day."""
    random = Random(14)  # noqa: S311 - the same trials each time
    found: list[str] = []
    day = NOON
    while len(found) < least:
        day += timedelta(days=1)
        steps = [(random.choice(STEPS), random.randrange(3)) for _ in range(long)]
        with time_machine.travel(day, tick=False) as clock:
            found.extend(differing(Newsroom(clock, day), steps))
    wrong = [one for one in found if one]
    sys.stderr.writelines(f"{one}\n" for one in wrong)
    return len(found), len(wrong)
