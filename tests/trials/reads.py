"""Two processes read the public pages while whatever may happen happens."""

import sys
from collections import Counter
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import time_machine
from hypothesis import given, settings

from tests.factories import NOON
from tests.readers.cache.newsroom import FREELY, LONG_STEPS, Newsroom, Steps
from tests.readers.cache.processes import ALL_PAGES, FEW_PAGES, Reader

EXAMPLES = 50


def compare_reads(least: int) -> tuple[int, int, int]:
    """Return how many reads were tried, and how many were stale, and early.

    A stale one differs from a page that is not cached; an early one shows what is still to come.
    """
    found: list[str] = []
    day = NOON
    with ExitStack() as stack:
        backups = Path(stack.enter_context(TemporaryDirectory(prefix="newsroom-backups-")))
        readers = [stack.enter_context(Reader(size)) for size in (ALL_PAGES, FEW_PAGES)]

        @settings(FREELY, max_examples=EXAMPLES)
        @given(LONG_STEPS)
        def read(steps: Steps) -> None:
            nonlocal day
            day += timedelta(days=1)
            with time_machine.travel(day, tick=False) as clock:
                found.extend(Newsroom(clock, day, backups).read(steps, readers))

        while len(found) < least:
            read()
    for wrong in filter(None, found):
        sys.stderr.write(f"{wrong}\n")
    kinds = Counter(wrong.partition(":")[0] for wrong in found)
    return len(found), kinds["stale"], kinds["early"]
