"""In whatever order writes, reads and the clock go, two processes serve what is current."""

from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from typing import Any

import pytest
from django.db import connection
from django.urls import reverse
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from taggit.models import Tag
from time_machine import Traveller

from articles import publishing, writing
from articles.core import NewsroomError
from articles.links import moderation
from articles.models import PublishedVersion, RelatedLink, Section, Story
from articles.stories import working_copy_of
from articles.writing import make_ready
from tests.factories import NOON
from tests.helpers import managing_editor, ready
from tests.readers.cache.processes import Reader

MINUTE = timedelta(minutes=1)
JUST_BEFORE = timedelta(microseconds=1)
_numbers = count()


class Newsroom:
    """Two stories, one of which links to the other, and what may happen to them."""

    def __init__(self, clock: Traveller, start: datetime) -> None:
        self.clock, self.now = clock, start
        self.clock.move_to(start, tick=False)
        number = next(_numbers)
        self.section = Section.objects.create(name=f"Land {number}", slug=f"land-{number}")
        self.stories = [
            ready(f"Story {number} {name}", section=self.section, tags=(f"tag {number}",))
            for name in "ab"
        ]
        publishing.publish(self.stories[0], by=managing_editor())
        self.link = moderation.suggest(
            self.stories[0], by=managing_editor(), headline="The other", target=self.stories[1]
        )

    def go_to(self, at: datetime) -> None:
        self.now = at
        self.clock.move_to(at, tick=False)

    def act(self, name: str, which: int) -> None:
        """Do it, unless the rules refuse it."""
        story = Story.objects.get(pk=self.stories[which].pk)
        with suppress(NewsroomError):
            getattr(self, name)(story)

    def publish(self, story: Story) -> None:
        copy = working_copy_of(story)
        copy = replace(copy, summary=f"Summary {next(_numbers)}")
        publishing.publish(
            make_ready(writing.save(story, copy, by=managing_editor()), by=managing_editor()),
            by=managing_editor(),
        )

    def schedule(self, story: Story) -> None:
        copy = replace(working_copy_of(story), headline=f"News {next(_numbers)}")
        story = make_ready(writing.save(story, copy, by=managing_editor()), by=managing_editor())
        publishing.schedule(story, by=managing_editor(), at=self.now + MINUTE)

    def withdraw(self, story: Story) -> None:
        publishing.withdraw(story, by=managing_editor())

    def withdraw_later(self, story: Story) -> None:
        publishing.withdraw(story, by=managing_editor(), at=self.now + 2 * MINUTE)

    def unschedule(self, story: Story) -> None:
        publishing.unschedule(story, by=managing_editor())

    def approve(self, story: Story) -> None:
        moderation.approve(self.link, by=managing_editor())

    def reject(self, story: Story) -> None:
        moderation.reject(self.link, by=managing_editor())

    def rename_section(self, story: Story) -> None:
        self.section.name = f"Country {next(_numbers)}"
        self.section.save()

    def merge_tag(self, story: Story) -> None:
        other = Tag.objects.create(name=f"other {next(_numbers)}", slug=f"other-{next(_numbers)}")
        for tag in story.tags.all():
            tag.delete()
        story.tags.add(other)

    def raw_sql(self, story: Story) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE articles_relatedlink SET headline = %s", [f"SQL {next(_numbers)}"]
            )

    def tick(self, story: Story) -> None:
        self.go_to(self.now + timedelta(seconds=20))

    def just_before_next(self, story: Story) -> None:
        if moment := self.next_moment():
            self.go_to(max(self.now, moment - JUST_BEFORE))

    def next(self, story: Story) -> None:
        if moment := self.next_moment():
            self.go_to(moment)

    def next_moment(self) -> datetime | None:
        moments = PublishedVersion.objects.values_list("visible_from", "visible_until")
        return min(
            (moment for pair in moments for moment in pair if moment and moment > self.now),
            default=None,
        )


ACTIONS = [
    name
    for name in vars(Newsroom)
    if not name.startswith("_") and name not in {"act", "go_to", "next_moment"}
]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(ACTIONS),
        st.integers(0, 1),
        st.lists(st.tuples(st.integers(0, 1), st.integers(0, 3)), min_size=1, max_size=3),
    ),
    min_size=4,
    max_size=12,
)


@pytest.fixture
def readers(transactional_db: None) -> Iterator[list[Reader]]:
    """Two processes that serve the same database."""
    with ExitStack() as stack:
        yield [stack.enter_context(Reader()) for _ in range(2)]


def test_each_read_serves_what_is_current(clock: Any, readers: list[Reader]) -> None:
    days = count(1)

    # Not shrunk when it fails: each example goes on with the rows of those before it.
    @settings(
        max_examples=25,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(STEPS)
    def holds(steps: list[tuple[str, int, list[tuple[int, int]]]]) -> None:
        newsroom = Newsroom(clock, NOON + timedelta(days=next(days)))
        paths = ["/", "/recent/"] + [
            reverse("articles:article", args=[story.slug]) for story in newsroom.stories
        ]
        for action, which, reads in steps:
            newsroom.act(action, which)
            for process, page in reads:
                served, built = readers[process].read(paths[page], newsroom.now)
                assert served == built, (action, paths[page])

    holds()
    # The steps did something: some verbs left their mark.
    assert PublishedVersion.objects.filter(kind="withdrawal").exists()
    assert RelatedLink.objects.filter(headline__startswith="SQL").exists()
