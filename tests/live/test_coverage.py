from datetime import timedelta

import pytest
from time_machine import Traveller

from articles import live
from articles.core import NotPossible
from articles.models import AuditEntry, Story
from tests.factories import HOUR, NOON, make_story
from tests.helpers import draft, managing_editor
from tests.live.entries import publish, write

MINUTE = timedelta(minutes=1)


def test_only_a_live_blog_has_entries(story: Story) -> None:
    with pytest.raises(NotPossible, match="not a live blog"):
        write(make_story())
    # With a draft goes all that was prepared for it.
    prepared = draft("Soon")
    live.start_coverage(prepared, by=managing_editor())
    write(prepared)
    with pytest.raises(NotPossible, match="do not see the story"):
        publish(prepared.live_entries.get())


def test_coverage_starts_ends_and_starts_again(story: Story, clock: Traveller) -> None:
    by = managing_editor()
    with pytest.raises(NotPossible):
        live.start_coverage(story, by=by)
    clock.move_to(NOON + HOUR, tick=False)
    live.end_coverage(story, by=by)
    with pytest.raises(NotPossible):
        live.end_coverage(story, by=by)
    # A last word.
    publish(write(story))
    clock.move_to(NOON + 2 * HOUR, tick=False)
    live.start_coverage(story, by=by)
    states = {
        hours: coverage and coverage.is_running
        for hours in (-1, 0, 1, 2)
        for coverage in [live.coverage_at(story, NOON + hours * HOUR)]
    }
    assert states == {-1: None, 0: True, 1: False, 2: True}
    assert AuditEntry.objects.latest("pk").action == "coverage_started"
