"""What a story's situation says at a time, and how few queries it takes."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Story, VersionKind, WorkflowState
from articles.publishing import situation_of
from tests.factories import HOUR, NOON, make_correction, make_embargo, make_story, make_version

pytestmark = pytest.mark.django_db


@pytest.fixture
def story() -> Story:
    """A story seen until noon, withdrawn at noon, back at one, unscheduled at two, new at three."""
    story = make_story()
    make_version(story, visible_from=NOON - HOUR, visible_until=NOON)
    make_version(story, kind=VersionKind.WITHDRAWAL, visible_from=NOON, visible_until=NOON + HOUR)
    make_version(story, visible_from=NOON + HOUR, visible_until=NOON + 3 * HOUR)
    make_version(story, visible_from=NOON + 2 * HOUR, visible_until=NOON + 2 * HOUR)
    make_version(story, visible_from=NOON + 3 * HOUR)
    return story


@pytest.mark.parametrize(
    ("hours", "live", "withdrawn", "scheduled", "seen"),
    [
        (-2, False, False, 4, False),
        (-1, True, False, 3, True),
        (0, False, True, 2, True),
        (1, True, False, 1, True),
        (2, True, False, 1, True),
        (3, True, False, 0, True),
    ],
)
def test_it_says_what_readers_see_and_what_is_scheduled(
    story: Story, hours: int, live: bool, withdrawn: bool, scheduled: int, seen: bool
) -> None:
    now = situation_of(story, NOON + hours * HOUR)
    assert (bool(now.live), now.is_withdrawn) == (live, withdrawn)
    assert (len(now.scheduled), bool(now.last_seen)) == (scheduled, seen)
    shown = story.published_versions.visible(now.at).first()
    assert now.live == shown


def test_it_may_ask_what_would_be_in_another_state(story: Story) -> None:
    now = situation_of(story, NOON)
    assert now.state == WorkflowState.DRAFT
    assert now.in_state(WorkflowState.READY).state == WorkflowState.READY


def test_it_takes_three_queries_however_many_versions_and_corrections() -> None:
    for number in (1, 3, 30):
        story = make_story()
        make_embargo(story, until=NOON + 99 * HOUR, set_at=NOON + 90 * HOUR)
        for at in range(number):
            make_version(story, visible_from=NOON + at * HOUR, visible_until=NOON + (at + 1) * HOUR)
            make_correction(story)
        with CaptureQueriesContext(connection) as queries:
            now = situation_of(Story.objects.get(pk=story.pk), NOON)
        assert len(now.versions) == len(now.corrections) == number
        # One more reads the story.
        assert len(queries) == 4


@pytest.mark.parametrize(
    ("hours", "since"), [(-2, None), (-0.5, -1), (0.5, None), (1.5, 1), (2.5, 1), (3.5, 1)]
)
def test_it_says_since_when_readers_have_seen_the_story_in_any_version(
    story: Story, hours: float, since: int | None
) -> None:
    found = situation_of(story, NOON + hours * HOUR).live_since
    assert found == (None if since is None else NOON + since * HOUR)
