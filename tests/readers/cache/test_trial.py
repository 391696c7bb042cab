"""The trial of random writes and reads counts what is wrong, and nothing else."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from tests.factories import NOON
from tests.readers.cache.newsroom import Newsroom, Steps
from tests.readers.cache.processes import Answers

MINUTE = timedelta(minutes=1)
READ_B = [(0, 2)]
SCHEDULED: Steps = [("schedule", 1, READ_B)]

pytestmark = [pytest.mark.once, pytest.mark.django_db(transaction=True)]


class Uncached:
    """Reads pages that are built without the page cache, as of a time that may be wrong."""

    def __init__(self, clock: Any, served: timedelta, built: timedelta) -> None:
        self.clock, self.served, self.built = clock, served, built

    def read(self, path: str, at: datetime) -> Answers:
        answers = []
        for off in (self.served, self.built):
            self.clock.move_to(at + off, tick=False)
            answer = Client().get(path)
            answers.append([answer.status_code, answer.text])
        self.clock.move_to(at, tick=False)
        served, built = answers
        return served, built


@pytest.mark.parametrize(
    ("served", "built", "begins"),
    [
        (timedelta(0), timedelta(0), [""]),
        (timedelta(0), MINUTE, ["stale"]),
        (MINUTE, timedelta(0), ["early"]),
        # What is early without the page cache too is no less early.
        (MINUTE, MINUTE, ["early"]),
    ],
)
def test_wrong_pages_are_counted(
    clock: Any, served: timedelta, built: timedelta, begins: list[str]
) -> None:
    wrong = Newsroom(clock, NOON).read(SCHEDULED, [Uncached(clock, served, built)])
    assert [one.partition(":")[0] for one in wrong] == begins


def test_words_of_an_inline_link_are_not_those_of_its_target(clock: Any) -> None:
    """Before the first version of a story began, another one says its headline in a link."""
    steps: Steps = [("draft_link", 1, []), ("step_back", 1, []), ("publish", 1, READ_B)]
    page = Uncached(clock, timedelta(0), timedelta(0))
    newsroom = Newsroom(clock, NOON)
    assert [*newsroom.read(steps, [page])] == [""]
    _, text = page.read(newsroom.paths[2], newsroom.now)[0]
    assert newsroom.stories[1].headline in str(text)
