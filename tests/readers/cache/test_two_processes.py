"""In whatever order writes, reads and the clock go, two processes serve what is current."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from django.db.models import F
from hypothesis import example, given, settings

from articles.models import EntryVersion, LinkDecision, PublishedVersion
from tests.factories import NOON
from tests.readers.cache.newsroom import FREELY, STEPS, Newsroom, Steps
from tests.readers.cache.processes import ALL_PAGES, FEW_PAGES, Reader

#: By both processes: the live blog, its stream alone, and two lists.
READ = [(process, page) for process in (0, 1) for page in (1, 11, 0, 4)]
#: What happens to entries, which at random would rarely meet.
ENTRIES: Steps = [
    (action, 0, READ)
    for action in (
        *("add_entry", "pin_entry", "entry_later", "correct_entry", "draft_entry", "next"),
        *("withdraw_entry", "add_entry", "pin_entry", "cover", "withdraw"),
    )
]


@pytest.fixture
def readers(transactional_db: None) -> Iterator[list[Reader]]:
    """Two processes that serve the same database."""
    with ExitStack() as stack:
        yield [stack.enter_context(Reader(size)) for size in (ALL_PAGES, FEW_PAGES)]


def test_each_read_serves_what_is_current(clock: Any, readers: list[Reader]) -> None:
    days = count(1)

    @settings(FREELY, max_examples=20)
    @example(ENTRIES)
    @given(STEPS)
    def holds(steps: Steps) -> None:
        newsroom = Newsroom(clock, NOON + timedelta(days=next(days)))
        for wrong in newsroom.read(steps, readers):
            assert not wrong

    holds()
    # The steps did something: some verbs left their mark.
    assert PublishedVersion.objects.filter(kind="withdrawal").exists()
    assert EntryVersion.objects.filter(visible_until__isnull=False).exists()
    assert LinkDecision.objects.filter(valid_until=F("valid_from")).exists()
