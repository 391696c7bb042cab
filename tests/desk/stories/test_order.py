"""The list of stories is in the order of the times that its rows show, however long one reads."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client

from articles import publishing, writing
from articles.core import write_cursor
from articles.desk.stories.story_list import StoryList
from articles.links import moderation
from articles.models import LastAction, Story
from articles.people import MODERATOR
from newsroom.accounts.models import User
from tests.factories import HOUR, NOON, make_link, make_story
from tests.helpers import draft, managing_editor, person, ready

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
Desk = Callable[[User], Client]
LIST = "/admin/articles/story/"


@pytest.fixture
def client(desk: Desk) -> Client:
    return desk(managing_editor())


def context(client: Client, url: str = LIST) -> Any:
    return client.get(url).context


def shown(client: Client, url: str = LIST) -> list[str]:
    return [row.story.headline for row in context(client, url)["rows"]]


def test_what_was_done_last_stands_first_whatever_it_was(
    client: Client, clock: time_machine.TimeMachineFixture
) -> None:
    by = managing_editor()
    first, second, third = ready("First"), draft("Second"), ready("Third")
    for hours, act in (
        (1, lambda: publishing.publish(first, by=by)),
        (2, lambda: publishing.schedule(third, by=by, at=NOON + timedelta(days=2))),
        (3, lambda: writing.submit(second, by=by)),
        (4, lambda: publishing.withdraw(first, by=by)),
    ):
        clock.move_to(NOON + hours * HOUR, tick=False)
        act()

    assert shown(client) == ["First", "Second", "Third"]
    times = [row.at for row in context(client)["rows"]]
    assert times == sorted(times, reverse=True)


def test_a_decision_on_a_link_moves_no_story(
    client: Client, clock: time_machine.TimeMachineFixture
) -> None:
    story = ready("First")
    clock.move_to(NOON + HOUR, tick=False)
    draft("Second")
    clock.move_to(NOON + 2 * HOUR, tick=False)
    moderation.approve(make_link(story, url="https://else.test"), by=person(MODERATOR))

    assert shown(client) == ["Second", "First"]


def test_a_story_of_which_the_log_says_nothing_is_where_it_was_saved(client: Client) -> None:
    draft("Now")
    make_story(headline="A day ago")
    assert shown(client) == ["Now", "A day ago"]
    assert context(client)["rows"][1].says == "saved by desk"


def test_nothing_is_shown_twice_or_left_out_as_stories_move_up(
    client: Client, monkeypatch: pytest.MonkeyPatch, clock: time_machine.TimeMachineFixture
) -> None:
    monkeypatch.setattr(StoryList, "list_per_page", 2)
    # Two at each moment: their keys decide.
    for number in range(6):
        clock.move_to(NOON + (number // 2) * HOUR, tick=False)
        draft(f"Story {number}")
    page = context(client)
    seen = [row.story.headline for row in page["rows"]]

    clock.move_to(NOON + 9 * HOUR, tick=False)
    draft("New")
    writing.submit(Story.objects.get(headline="Story 1"), by=managing_editor())
    while page["cl"].older:
        page = context(client, LIST + page["cl"].older)
        seen += [row.story.headline for row in page["rows"]]

    assert seen == ["Story 5", "Story 4", "Story 3", "Story 2", "Story 0"]
    assert shown(client, LIST + page["cl"].newest) == ["New", "Story 1"]


def test_a_page_keeps_the_filters_and_a_filter_goes_to_the_first_page(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(StoryList, "list_per_page", 1)
    draft("One")
    draft("Two")
    older = context(client, f"{LIST}?state__exact=draft")["cl"].older
    assert shown(client, LIST + older) == ["One"]
    page = context(client, LIST + older)
    assert page["cl"].newest == "?state__exact=draft"
    assert "before=" not in page["cl"].get_query_string({"section__id__exact": "1"})


@pytest.mark.parametrize("before", ["x", "", "2025-09-01T12:00:00Z", "9" * 30 + ",1"])
def test_a_place_that_is_none_shows_all_and_says_so(client: Client, before: str) -> None:
    draft("One")
    response = client.get(LIST, {"before": before}, follow=True)
    assert [row.story.headline for row in response.context["rows"]] == ["One"]
    assert "There is no such page or filter" in response.text


def test_the_list_follows_its_index(client: Client) -> None:
    for _ in range(3):
        make_story()
    cursor = write_cursor(NOON, 10**6)
    found = context(client, f"{LIST}?before={cursor}")["cl"].queryset[:100]
    with connection.cursor() as cursor_:
        if connection.vendor == "postgresql":
            cursor_.execute("ANALYZE articles_lastaction")
            cursor_.execute("SET LOCAL enable_seqscan = off")
            cursor_.execute("SET LOCAL enable_sort = off")
    assert "last_action_newest" in found.explain()


def test_each_story_has_a_last_action_that_goes_with_it(client: Client) -> None:
    story = draft()
    last = LastAction.objects.get(story=story)
    assert (last.entry and last.entry.action, last.at) == ("created", NOON)
    writing.delete(story, by=managing_editor())
    assert not LastAction.objects.exists()
