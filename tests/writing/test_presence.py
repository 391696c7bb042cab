"""Who has a story open: as long as their browser says so, and no longer."""

import pytest
import time_machine

from articles import writing
from articles.core import clock as newsroom_clock
from articles.models import Presence, Story
from articles.people import EDITOR, REPORTER
from articles.writing.presence import EXPIRES
from newsroom.accounts.models import User
from tests.factories import NOON
from tests.helpers import draft, person

pytestmark = pytest.mark.django_db
Clock = time_machine.TimeMachineFixture


def who(story: Story, besides: User) -> list[str]:
    found = writing.who_has_open([story], besides=besides, at=newsroom_clock.now())
    return found.get(story.pk, [])


def test_who_has_a_story_open_is_told_to_others_alone(clock: Clock) -> None:
    aida, ben = person(EDITOR, "Aida"), person(EDITOR, "Ben")
    story, other = draft(), draft("Another")
    for _ in range(2):
        writing.stay(story, by=aida)
    assert who(story, ben) == ["Aida"]
    assert who(story, aida) == []
    assert who(other, ben) == []
    writing.leave(story, by=aida)
    assert who(story, ben) == []


def test_it_ends_by_the_clock_and_leaves_nothing_behind(clock: Clock) -> None:
    aida, ben = person(EDITOR, "Aida"), person(EDITOR, "Ben")
    story, other = draft(), draft("Another")
    writing.stay(story, by=aida)
    clock.move_to(NOON + EXPIRES - EXPIRES / 60, tick=False)
    assert who(story, ben) == ["Aida"]
    clock.move_to(NOON + EXPIRES, tick=False)
    assert who(story, ben) == []
    writing.stay(other, by=aida)
    assert Presence.objects.get().story == other


def test_who_may_only_read_a_story_is_in_nobodys_way() -> None:
    story, reader = draft(), person(REPORTER)
    writing.stay(story, by=reader)
    assert not Presence.objects.exists()


def test_it_goes_with_its_story() -> None:
    editor, story = person(EDITOR), draft()
    writing.stay(story, by=editor)
    writing.delete(story, by=editor)
    assert not Presence.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_story_that_was_just_deleted_is_open_to_nobody() -> None:
    editor, story = person(EDITOR), draft()
    gone = Story.objects.get(pk=story.pk)
    writing.delete(story, by=editor)
    writing.stay(gone, by=editor)
    assert not Presence.objects.exists()
