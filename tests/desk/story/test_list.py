"""The list of stories: what it shows, finds and asks the database."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles import publishing, writing
from articles.models import Section, Story
from articles.stories import WorkingCopy
from newsroom.accounts.models import User
from tests.helpers import sent

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


def test_a_hundred_stories_need_three_queries(
    desk: Desk, managing_editor: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    section = Section.objects.create(name="World", slug="world")
    for number in range(101):
        make(f"Story {number}", managing_editor, section=section)
    client = desk(managing_editor)
    client.get(LIST)

    # The session, the account and its permissions (two); then count, sections and stories.
    with django_assert_num_queries(7):
        response = client.get(LIST)

    assert len(response.context["cl"].result_list) == 100


def test_stories_are_filtered_by_what_readers_see(desk: Desk, managing_editor: User) -> None:
    make("Draft", managing_editor)
    publishing.publish(
        writing.make_ready(make("Live", managing_editor), by=managing_editor), by=managing_editor
    )
    tomorrow = timezone.now() + timedelta(days=1)
    later = writing.make_ready(make("Later", managing_editor), by=managing_editor)
    publishing.schedule(later, by=managing_editor, at=tomorrow)
    gone = writing.make_ready(make("Gone", managing_editor), by=managing_editor)
    publishing.publish(gone, by=managing_editor)
    publishing.withdraw(gone, by=managing_editor)
    client = desk(managing_editor)

    found = {
        status: headlines(client, status=status)
        for status in ("unpublished", "live", "scheduled", "withdrawn")
    }

    assert found == {
        "unpublished": {"Draft"},
        "live": {"Live"},
        "scheduled": {"Later"},
        "withdrawn": {"Gone"},
    }


@pytest.mark.parametrize("words", ["congo's trib", "“MILITARY”", "Tribunal congo"])
def test_stories_are_found_however_quotes_are_written(
    desk: Desk, managing_editor: User, words: str
) -> None:
    make("Congo’s “Military” Tribunal", managing_editor)
    make("Congo votes", managing_editor)

    assert headlines(desk(managing_editor), q=words) == {"Congo’s “Military” Tribunal"}


def test_importing_is_one_step_away(desk: Desk, managing_editor: User) -> None:
    url = reverse("admin:articles_wirecopy_import")

    for page in (LIST, reverse("admin:index")):
        assert f'href="{url}"' in desk(managing_editor).get(page).text


def test_the_desk_is_named_for_editors(desk: Desk, managing_editor: User) -> None:
    text = desk(managing_editor).get(reverse("admin:index")).text

    assert "Django" not in text
    assert "Newsroom" in text


def test_it_says_when_a_story_was_last_saved_and_by_whom(
    desk: Desk, managing_editor: User, clock: time_machine.TimeMachineFixture
) -> None:
    managing_editor.display_name = "Ada Stone"
    managing_editor.save()
    make("Harvest", managing_editor)
    with timezone.override("Europe/London"):
        assert "1 September 2025, 13:00 BST by Ada Stone" in desk(managing_editor).get(LIST).text


def test_a_save_says_what_the_story_is(desk: Desk, managing_editor: User) -> None:
    story = make("Harvest", managing_editor)
    url = reverse("admin:articles_story_change", args=[story.pk])
    told = desk(managing_editor).post(url, sent(story), follow=True)
    assert "“Harvest” has been saved. It is a draft." in told.text
