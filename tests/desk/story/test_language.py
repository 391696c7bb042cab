"""The desk is in a person's language and time zone, readers' pages there in the newsroom's."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings
from time_machine import Traveller

from articles import publishing, writing
from articles.desk.history.as_seen import as_seen_url
from articles.models import Story
from articles.readers.cache.page_cache import page_cache
from articles.stories import working_copy_of
from newsroom.accounts.models import User
from tests import helpers
from tests.factories import HOUR, NOON
from tests.helpers import sent

CYRILLIC = re.compile("[а-яА-Я]")
PAGES: dict[str, Callable[[Client, Story], str]] = {
    "preview": lambda client, story: client.get(of("preview", story)).text,
    "preview of the form": lambda client, story: (
        client.post(of("preview", story), sent(story)).text
    ),
    "scheduled version": lambda client, story: (
        client.get(of("version", story, story.published_versions.latest("visible_from").pk)).text
    ),
    "article then": lambda client, story: (
        client.get(as_seen_url(NOON, "/news/harvest-begins/")).text
    ),
    "front page then": lambda client, story: client.get(as_seen_url(NOON, "/")).text,
    "corrections then": lambda client, story: client.get(as_seen_url(NOON, "/corrections/")).text,
    "no such page then": lambda client, story: client.get(as_seen_url(NOON, "/news/none/")).text,
}


def of(name: str, story: Story, *more: int) -> str:
    return reverse(f"admin:articles_story_{name}", args=[story.pk, *more])


def log_in(name: str, **preferences: str) -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser(name, **preferences))
    return client


@pytest.fixture
def story(db: None, clock: Traveller) -> Story:
    """A live story with a note for readers, changes, and a withdrawal that is scheduled."""
    editor = helpers.managing_editor()
    story = helpers.ready()
    publishing.publish(story, by=editor)
    story = helpers.changed(story)
    publishing.publish(story, by=editor, note="It began on Monday.")
    publishing.withdraw(story, by=editor, at=NOON + 24 * HOUR)
    clock.move_to(NOON + HOUR)
    copy = replace(working_copy_of(story), summary="It began late.")
    return writing.save(Story.objects.get(pk=story.pk), copy, by=editor)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.django_db(transaction=True)
def test_readers_pages_at_the_desk_are_in_the_newsrooms_language_and_time_zone(
    story: Story, page: str
) -> None:
    expected = PAGES[page](log_in("ana"), story)
    page_cache.clear()
    in_almaty = log_in("anna", language="ru", time_zone="Asia/Almaty")

    shown = PAGES[page](in_almaty, story)

    assert shown == expected
    assert 'lang="en-gb"' in shown
    assert not CYRILLIC.search(shown)
    # The desk itself is in the person's own.
    assert re.search(r"1 сентября 2025.*, 18:00 \+05", in_almaty.get(of("change", story)).text)


@pytest.mark.django_db(transaction=True)
def test_they_leave_readers_own_pages_as_they_are(story: Story) -> None:
    urls = ("/", "/recent/", "/corrections/", "/news/harvest-begins/")
    page_cache.clear()
    before = [Client().get(url).text for url in urls]
    page_cache.clear()
    in_almaty = log_in("anna", language="ru", time_zone="Asia/Almaty")
    for page in PAGES.values():
        page(in_almaty, story)

    assert [Client().get(url).text for url in urls] == before


@pytest.mark.django_db(transaction=True)
def test_readers_pages_follow_the_newsrooms_settings(story: Story, settings: Settings) -> None:
    settings.LANGUAGE_CODE, settings.TIME_ZONE = "de", "Europe/Berlin"
    in_almaty = log_in("anna", language="ru", time_zone="Asia/Almaty")
    for name, page in PAGES.items():
        page_cache.clear()
        shown = page(in_almaty, story)
        assert 'lang="de"' in shown, name
        assert not CYRILLIC.search(shown), name
        assert name == "no such page then" or "CEST" in shown, name
    # The desk itself is in the person's own.
    assert CYRILLIC.search(in_almaty.get(of("change", story)).text)
