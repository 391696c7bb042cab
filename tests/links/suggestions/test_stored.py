"""Suggestions are made in the background when a story is published, and wait to be shown."""

from dataclasses import replace
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.utils import translation
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoAssertNumQueries

from articles import links, publishing, writing
from articles.models import LinkSuggestion, RelatedLink, Story
from articles.stories import working_copy_of
from newsroom.tasks.work import run_all
from tests.factories import HOUR, NOON, make_link, make_story
from tests.helpers import managing_editor, ready
from tests.links.suggestions.archive import STRIKE, WHEAT, fill, published, wheat_story

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def fits() -> Story:
    """Return the one story in the archive that fits those about wheat."""
    fill()
    return published("Grain prices rise", WHEAT, tags=["grain"]).story


def wheat() -> Story:
    return ready("Wheat harvest is poor", body=WHEAT, tags=("grain",), language="en")


def shown(story: Story) -> list[str]:
    return [one.headline for one in links.stored_suggestions(story, NOON)]


def test_publication_has_them_made_and_what_they_say_is_what_the_form_would_find() -> None:
    fits()
    publishing.publish(story := wheat(), by=managing_editor())
    assert shown(story) == []
    run_all("worker")
    assert shown(story) == ["Grain prices rise"]
    assert links.stored_suggestions(story, NOON) == links.suggest(story, NOON)
    run_all("worker")
    assert LinkSuggestion.objects.count() == 1


def test_a_publication_that_fails_has_none_made() -> None:
    with transaction.atomic():
        publishing.publish(wheat(), by=managing_editor())
        transaction.set_rollback(True)
    assert not DBTaskResult.objects.exists()


def test_those_of_a_scheduled_story_are_made_when_it_appears(
    clock: time_machine.TimeMachineFixture,
) -> None:
    fits()
    publishing.schedule(story := wheat(), by=managing_editor(), at=NOON + HOUR)
    assert run_all("worker") == 0
    clock.move_to(NOON + HOUR, tick=False)
    assert run_all("worker") == 1
    assert shown(story) == ["Grain prices rise"]


def test_each_publication_replaces_them() -> None:
    fits()
    publishing.publish(story := wheat(), by=managing_editor())
    run_all("worker")
    by, story = managing_editor(), Story.objects.get(pk=story.pk)
    other = replace(working_copy_of(story), headline="Drivers strike", body=STRIKE, tags=())
    publishing.publish(writing.make_ready(writing.save(story, other, by=by), by=by), by=by)
    run_all("worker")
    assert "Grain prices rise" not in shown(story)
    assert shown(story)


def test_nothing_is_shown_that_readers_do_not_see_now(
    clock: time_machine.TimeMachineFixture,
) -> None:
    target = fits()
    links.store_suggestions(story := wheat_story(), NOON)
    assert shown(story) == ["Grain prices rise"]
    clock.move_to(NOON + HOUR, tick=False)
    publishing.withdraw(target, by=managing_editor(), note="It was wrong.")
    assert links.stored_suggestions(story, NOON + HOUR) == []
    # As it was then, and as it is once readers see the story again, in its present words.
    assert links.stored_suggestions(story, NOON)
    clock.move_to(NOON + 2 * HOUR, tick=False)
    publishing.reinstate(target, by=managing_editor())
    assert links.stored_suggestions(story, NOON + 2 * HOUR)


def test_neither_what_became_a_link_nor_what_was_rejected() -> None:
    target = fits()
    story = wheat_story()
    links.store_suggestions(story, NOON)
    link = make_link(story, target=target)
    assert shown(story) == []
    RelatedLink.objects.filter(pk=link.pk).delete()
    assert shown(story) == ["Grain prices rise"]
    make_link(story, target=target, state="rejected", removed_at=NOON)
    assert shown(story) == []


def test_a_deleted_story_needs_none_and_is_none() -> None:
    fits()
    story, other = wheat_story(), wheat_story()
    links.store_suggestions(story, NOON)
    writing.delete(story, by=managing_editor())
    assert not LinkSuggestion.objects.exists()
    Story.objects.filter(pk=other.pk).delete()
    links.store_suggestions(other, NOON)
    assert not LinkSuggestion.objects.exists()


def test_the_reason_is_in_the_language_of_who_reads_it() -> None:
    fits()
    links.store_suggestions(story := wheat_story(), NOON)
    said = links.stored_suggestions(story, NOON)[0]
    assert said.why.startswith("1 tag: grain · both say")
    with translation.override("de"):
        assert said.why.startswith("1 Schlagwort: grain")


@pytest.mark.parametrize("count", [1, 3, 30])
def test_they_take_one_query_however_many_there_are(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        published(f"Wheat harvest {number}", WHEAT)
    links.store_suggestions(story := wheat_story(), NOON)
    with django_assert_num_queries(1):
        assert len(links.stored_suggestions(story, NOON)) == min(count, 5)


@pytest.mark.parametrize("fields", [{"target": "story"}, {"position": 0}])
def test_the_database_takes_none_twice_and_none_to_itself(fields: dict[str, Any]) -> None:
    story = make_story()
    LinkSuggestion.objects.create(story=story, target=make_story(), position=0)
    values = {"target": make_story(), "position": 1} | fields
    if values["target"] == "story":
        values["target"] = story
    with pytest.raises(IntegrityError), transaction.atomic():
        LinkSuggestion.objects.create(story=story, **values)
    connection.check_constraints()
