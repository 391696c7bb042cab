"""A readers' page asks the desk where its story is edited; only those who may edit it are told."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles import publishing
from articles.models import Change, Story
from articles.people import REPORTER
from articles.people.roles import EDITOR, MODERATOR
from tests.helpers import changed, draft, managing_editor, person, ready

pytestmark = pytest.mark.django_db


@pytest.fixture
def live() -> Story:
    story = ready("Harvest begins")
    publishing.publish(story, by=managing_editor())
    return story


def asked(client: Client, page: str) -> tuple[int, str]:
    answer = client.get(reverse("admin:articles_story_edit_link"), {"page": page})
    assert "no-store" in answer["Cache-Control"]
    return answer.status_code, answer.json()["url"] if answer.content else ""


def logged_in(role: str) -> Client:
    client = Client()
    client.force_login(person(role))
    return client


def test_an_editor_is_led_to_the_form(live: Story) -> None:
    form = reverse("admin:articles_story_change", args=[live.pk])
    assert asked(logged_in(EDITOR), f"/news/{live.slug}/") == (200, form)


@pytest.mark.parametrize("role", [REPORTER, MODERATOR, ""])
def test_who_may_not_edit_it_is_told_nothing(live: Story, role: str) -> None:
    assert asked(logged_in(role), f"/news/{live.slug}/") == (204, "")


def test_a_stranger_is_told_nothing_and_costs_no_query(live: Story) -> None:
    with CaptureQueriesContext(connection) as queries:
        assert asked(Client(), f"/news/{live.slug}/") == (204, "")
    assert len(queries) == 0


@pytest.mark.parametrize("page", ["", "/", "/recent/", "/news/nope/", "/admin/", "//x"])
def test_other_pages_have_no_form(live: Story, page: str) -> None:
    assert asked(logged_in(EDITOR), page) == (204, "")


def test_a_story_that_readers_do_not_see_is_not_named(live: Story) -> None:
    held = draft("Held")
    client = logged_in(EDITOR)
    assert asked(client, f"/news/{held.slug}/") == (204, "")
    publishing.withdraw(Story.objects.get(pk=live.pk), by=managing_editor())
    assert asked(client, f"/news/{live.slug}/") == (204, "")


def test_the_page_is_the_same_for_everybody(live: Story) -> None:
    publishing.publish(changed(live), by=managing_editor(), change=Change.UPDATE)
    url = f"/news/{live.slug}/"
    stranger = Client().get(url)
    assert stranger.content == logged_in(EDITOR).get(url).content
    assert b"edit-link" in stranger.content
    assert reverse("admin:index").encode() not in stranger.content
