"""Chips say what readers see of a story and how far its text has come, without a contradiction."""

import re

import pytest
import time_machine

from articles import publishing, writing
from articles.core import clock as clock_of
from articles.models import Story
from articles.publishing import with_publication_status
from articles.templatetags.states import story_chips
from tests.factories import HOUR, NOON
from tests.helpers import changed, draft, managing_editor, ready

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def chips(story: Story) -> list[str]:
    found = with_publication_status(Story.objects.all(), clock_of.now()).get(pk=story.pk)
    return re.findall(r">([^<]+)</span>", story_chips(found))


def live(clock: time_machine.TimeMachineFixture) -> Story:
    story = ready("Harvest begins")
    publishing.publish(story, by=managing_editor())
    clock.shift(60)
    return Story.objects.get(pk=story.pk)


def test_before_publication_it_is_the_workflow_state() -> None:
    by, story = managing_editor(), draft()
    assert chips(story) == ["Draft"]
    assert chips(writing.submit(story, by=by)) == ["In review"]
    assert chips(writing.approve(story, by=by)) == ["Ready"]
    publishing.schedule(story, by=by, at=NOON + HOUR)
    assert chips(story) == ["Scheduled"]


def test_a_live_story_says_whether_it_has_changes_and_how_far_they_are(
    clock: time_machine.TimeMachineFixture,
) -> None:
    story, by = live(clock), managing_editor()
    assert chips(story) == ["Live"]
    story = changed(story)
    assert chips(story) == ["Live", "Changes ready"]
    writing.reopen(story, by=by)
    assert chips(story) == ["Live", "Unpublished changes"]
    writing.submit(story, by=by)
    assert chips(story) == ["Live", "Changes in review"]
    publishing.publish(writing.approve(story, by=by), by=by)
    assert chips(story) == ["Live"]


def test_the_state_of_the_text_is_told_with_the_changes(
    clock: time_machine.TimeMachineFixture,
) -> None:
    story = writing.reopen(changed(live(clock)), by=managing_editor())
    found = with_publication_status(Story.objects.all(), clock_of.now()).get(pk=story.pk)
    assert 'title="The changes are a draft."' in story_chips(found)


def test_what_was_changed_while_it_was_withdrawn_is_a_change_when_it_comes_back(
    clock: time_machine.TimeMachineFixture,
) -> None:
    story, by = live(clock), managing_editor()
    publishing.withdraw(story, by=by)
    clock.shift(60)
    writing.reopen(changed(story), by=by)
    assert chips(story) == ["Withdrawn", "Draft"]
    clock.shift(60)
    publishing.reinstate(story, by=by)
    assert chips(story) == ["Live", "Unpublished changes"]
