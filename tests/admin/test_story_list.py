"""The list of stories: what it shows, finds and asks the database."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles import moves, publishing, writing
from articles.models import Section, Story
from articles.working_copy import WorkingCopy
from tests.desk import sent

Desk = Callable[[User], Client]
LIST = "/admin/articles/story/"


def headlines(client: Client, **query: str) -> set[str]:
    response = client.get(reverse("admin:articles_story_changelist"), query)
    return {story.headline for story in response.context["cl"].result_list}


def make(headline: str, by: User, **fields: object) -> Story:
    return writing.create(
        WorkingCopy(headline=headline, body="<p>Words.</p>", **fields),  # type: ignore[arg-type]
        by=by,
    )


def test_a_hundred_stories_ask_three_queries(
    desk: Desk, chief: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    section = Section.objects.create(name="World", slug="world")
    for number in range(101):
        make(f"Story {number}", chief, section=section)
    client = desk(chief)
    client.get(LIST)

    # The session, the account and its permissions (two); then count, sections and stories.
    with django_assert_num_queries(7):
        response = client.get(LIST)

    assert len(response.context["cl"].result_list) == 100


def test_stories_are_filtered_by_what_readers_see(desk: Desk, chief: User) -> None:
    make("Draft", chief)
    publishing.publish(moves.make_ready(make("Live", chief), by=chief), by=chief)
    tomorrow = timezone.now() + timedelta(days=1)
    later = moves.make_ready(make("Later", chief), by=chief)
    publishing.schedule(later, by=chief, at=tomorrow)
    gone = moves.make_ready(make("Gone", chief), by=chief)
    publishing.publish(gone, by=chief)
    publishing.withdraw(gone, by=chief)
    client = desk(chief)

    found = {
        standing: headlines(client, standing=standing)
        for standing in ("unpublished", "live", "scheduled", "withdrawn")
    }

    assert found == {
        "unpublished": {"Draft"},
        "live": {"Live"},
        "scheduled": {"Later"},
        "withdrawn": {"Gone"},
    }


@pytest.mark.parametrize("words", ["congo's trib", "“MILITARY”", "Tribunal congo"])
def test_stories_are_found_however_quotes_are_written(desk: Desk, chief: User, words: str) -> None:
    make("Congo’s “Military” Tribunal", chief)
    make("Congo votes", chief)

    assert headlines(desk(chief), q=words) == {"Congo’s “Military” Tribunal"}


def test_importing_is_one_step_away(desk: Desk, chief: User) -> None:
    address = reverse("admin:articles_wireitem_import")

    for page in (LIST, reverse("admin:index")):
        assert f'href="{address}"' in desk(chief).get(page).text


def test_the_desk_is_named_for_editors(desk: Desk, chief: User) -> None:
    text = desk(chief).get(reverse("admin:index")).text

    assert "Django" not in text
    assert "Newsroom" in text


def test_it_says_when_a_story_was_saved_last_and_by_whom(
    desk: Desk, chief: User, clock: time_machine.TimeMachineFixture
) -> None:
    chief.first_name, chief.last_name = "Ada", "Stone"
    chief.save()
    make("Harvest", chief)
    with timezone.override("Europe/London"):
        assert "1 September 2025, 13:00 BST by Ada Stone" in desk(chief).get(LIST).text


def test_a_save_says_what_the_story_is(desk: Desk, chief: User) -> None:
    story = make("Harvest", chief)
    address = reverse("admin:articles_story_change", args=[story.pk])
    told = desk(chief).post(address, sent(story), follow=True)
    assert "“Harvest” is saved. It is a draft." in told.text
