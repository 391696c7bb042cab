"""Readers' pages as of any time: what readers saw then, with a bar that says so, for staff only."""

from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings
from selectolax.lexbor import LexborHTMLParser

from articles import publishing, writing
from articles.desk.history.as_seen import as_seen_url
from articles.models import CorrectionKind, LinkState, Story
from articles.people import REPORTER
from articles.readers.cache.declaration import cached_view
from articles.readers.cache.page_cache import page_cache
from articles.stories import working_copy
from tests import helpers
from tests.factories import HOUR, NOON, make_link, make_story, make_version

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Client:
    client = Client()
    client.force_login(helpers.person(REPORTER))
    return client


def see(client: Client, at: datetime, url: str) -> Any:
    return client.get(as_seen_url(at, url))


def words(page: Any, selector: str = "main") -> str:
    found = LexborHTMLParser(page.text).css_first(selector)
    return " ".join(found.text(separator=" ").split()) if found else ""


def links(page: Any, selector: str = "a") -> list[str | None]:
    return [link.attributes["href"] for link in LexborHTMLParser(page.text).css(selector)]


@pytest.fixture
def story(clock: time_machine.TimeMachineFixture) -> Story:
    """A story that was published at noon, again an hour later with a note, and then withdrawn."""
    story = helpers.ready("Harvest", slug="harvest", body="<p>The old text.</p>")
    publishing.publish(story, by=helpers.managing_editor())
    clock.move_to(NOON + HOUR)
    copy = working_copy.WorkingCopy("Harvest begins", slug="begins", body="<p>The new text.</p>")
    story = writing.save(story, copy, by=helpers.managing_editor())
    publishing.publish(
        writing.make_ready(story, by=helpers.managing_editor()), by=helpers.managing_editor()
    )
    note = publishing.add_correction(
        story, by=helpers.managing_editor(), kind=CorrectionKind.UPDATE, text="It is new."
    )
    clock.move_to(NOON + 2 * HOUR)
    publishing.retract_correction(note, by=helpers.managing_editor(), reason="Said twice.")
    clock.move_to(NOON + 3 * HOUR)
    publishing.withdraw(story, by=helpers.managing_editor(), note="It was not so.")
    clock.move_to(NOON + 4 * HOUR)
    return story


@pytest.mark.usefixtures("story")
@pytest.mark.parametrize(
    ("minutes", "url", "status", "shown"),
    [
        (-1, "harvest", 404, "There is no story at this address."),
        (0, "harvest", 200, "The old text."),
        (59, "harvest", 200, "The old text."),
        (59, "begins", 404, "There is no story at this address."),
        (60, "begins", 200, "It is new."),
        (121, "begins", 200, "The new text."),
        (180, "begins", 410, "It was not so."),
        (180, "harvest", 410, "It was not so."),
    ],
)
def test_the_article_is_as_it_was_then(
    client: Client, minutes: int, url: str, status: int, shown: str
) -> None:
    page = see(client, NOON + timedelta(minutes=minutes), f"/news/{url}/")
    assert page.status_code == status
    assert shown in words(page)
    assert ("It is new." in words(page)) == (minutes == 60)


@pytest.mark.usefixtures("story")
def test_an_old_url_leads_on_as_of_the_same_time(client: Client) -> None:
    page = see(client, NOON + HOUR, "/news/harvest/")
    assert (page.status_code, page["Location"]) == (
        302,
        as_seen_url(NOON + HOUR, "/news/begins/"),
    )


@pytest.mark.usefixtures("story")
@pytest.mark.parametrize("url", ["/", "/recent/"])
def test_lists_are_as_they_were_then(client: Client, url: str) -> None:
    make_version(make_story(headline="Came later"), visible_from=NOON + 2 * HOUR)
    for hours, expected in (
        (-1, []),
        (0, ["Harvest"]),
        (1, ["Harvest begins"]),
        (2, ["Came later", "Harvest begins"]),
        (3, ["Came later"]),
    ):
        page = LexborHTMLParser(see(client, NOON + hours * HOUR, url).text)
        assert [found.text().strip() for found in page.css("article h2")] == expected


def test_older_pages_of_a_list_are_of_the_same_time(client: Client, clock: object) -> None:
    for hours in range(25):
        make_version(make_story(headline=f"News {hours}"), visible_from=NOON - hours * HOUR)
    page = see(client, NOON - 2 * HOUR, "/recent/")
    (older,) = links(page, "a[rel=next]")
    page = client.get(f"{as_seen_url(NOON - 2 * HOUR, '/recent/')}{older}")
    assert words(page, "article h2") == "News 22"


@pytest.mark.usefixtures("story")
def test_a_bar_says_what_it_is(client: Client, settings: Settings) -> None:
    settings.TIME_ZONE = "Asia/Almaty"
    page = see(client, NOON, "/news/harvest/")
    assert words(page, ".preview-bar") == (
        "As readers saw it on 1 September 2025, 17:00 +05 . Choose another time"
    )
    assert "As readers saw it" not in client.get("/").text


def test_what_is_scheduled_is_seen_as_it_will_be(client: Client, clock: object) -> None:
    make_version(make_story(headline="Scheduled"), visible_from=NOON + HOUR)
    page = see(client, NOON + HOUR, "/")
    assert "Scheduled" in words(page)
    assert "As readers will see it" in words(page, ".preview-bar")


def test_links_stay_in_that_time_and_others_are_as_they_are(client: Client, clock: object) -> None:
    target = make_version(make_story(slug="مزارع"))
    version = make_version(
        body_html='<p><a href="/recent/?before=x&amp;y">a</a> <a href="/static/b">b</a>'
        ' <a href="https://else.test/recent/">c</a> <a href="/about/">d</a></p>'
    )
    make_link(version.story, target=target.story, state=LinkState.APPROVED, headline="Fields")

    page = see(client, NOON, version.get_absolute_url())

    there = as_seen_url(NOON, "/")
    assert links(page, ".body a") == [
        f"{there}recent/?before=x&y", "/static/b", "https://else.test/recent/", "/about/",
    ]  # fmt: skip
    assert links(page, ".related a, .masthead a, .colophon a") == [
        there, f"{there}search/", there, f"{there}recent/",
        f"{there}{target.get_absolute_url()[1:]}", f"{there}recent/", f"{there}archive/",
        f"{there}corrections/", f"{there}rss.xml", f"{there}atom.xml",
    ]  # fmt: skip
    for url in links(page, ".related a"):
        assert client.get(str(url)).status_code == 200


def test_no_cache_keeps_it_and_no_search_engine_finds_it(client: Client, clock: object) -> None:
    make_version()
    page = see(client, NOON, "/")
    assert "no-store" in page["Cache-Control"]
    assert "private" in page["Cache-Control"]
    assert "ETag" not in page
    assert page["X-Robots-Tag"] == "noindex, nofollow"


@pytest.mark.django_db(transaction=True)
def test_it_leaves_the_readers_page_cache_alone(client: Client, clock: object) -> None:
    page_cache.clear()
    version = make_version(make_story(headline="Now"))
    before = client.get(version.get_absolute_url()).text
    cached = page_cache.bytes
    see(client, NOON - 2 * HOUR, "/")
    see(client, NOON - HOUR, version.get_absolute_url())
    assert page_cache.bytes == cached
    assert client.get(version.get_absolute_url()).text == before
    assert cached_view(as_seen_url(NOON, "/")) is None


@pytest.mark.parametrize(
    "at",
    ["yesterday", "2025-09-01T12:00", "2025-13-01T12:00Z", "12345678901", "0001-01-01T00:00+14:00"],
)
def test_what_is_not_a_time_is_not_found(client: Client, at: str) -> None:
    page = reverse("admin:articles_story_as_seen_at", args=[at])
    assert client.get(page).status_code == 404


def test_only_readers_pages_are_shown(client: Client, clock: object) -> None:
    for url in ("/admin/", "/media/a.jpg", "/nowhere/"):
        assert see(client, NOON, url).status_code == 404
    assert client.post(as_seen_url(NOON, "/")).status_code == 405


def choose(client: Client, **asked: Any) -> Any:
    return client.get(reverse("admin:articles_story_as_seen"), asked)


def test_the_time_is_chosen_in_the_newsrooms_time_zone(
    client: Client, story: Story, settings: Settings
) -> None:
    settings.TIME_ZONE = "Asia/Almaty"
    assert "Asia/Almaty (+05)" in choose(client).text
    for page, url in (("home", "/"), ("recent", "/recent/"), ("corrections", "/corrections/")):
        shown = choose(client, at="2025-09-01T17:30", page=page)
        assert shown["Location"] == as_seen_url(NOON + HOUR / 2, url)


@pytest.mark.parametrize(
    ("hours", "slug"), [(-1, "begins"), (0, "harvest"), (1, "begins"), (3, "begins")]
)
def test_a_story_is_shown_at_the_url_that_it_had(
    client: Client, story: Story, hours: int, slug: str
) -> None:
    at = NOON + hours * HOUR
    shown = choose(client, story=story.pk, at=f"{at:%Y-%m-%dT%H:%M}", page="story")
    assert shown["Location"] == as_seen_url(at, f"/news/{slug}/")


def test_wrong_choices_are_reported(client: Client, settings: Settings) -> None:
    settings.TIME_ZONE = "Europe/Berlin"
    assert "Choose a day and a time." in choose(client, at="", page="home").text
    assert "Choose the page." in choose(client, at="2025-09-01T12:00").text
    assert choose(client, story=helpers.draft().pk).status_code == 404


def test_it_asks_about_an_hour_that_the_clocks_skip_or_repeat(client: Client) -> None:
    form = reverse("admin:articles_story_as_seen")
    with timezone.override("Europe/London"):
        skipped = client.get(form, {"at": "2025-03-30T01:30", "page": "home"})
        assert "01:30 does not exist then: on 30 March 2025" in skipped.text
        asked = {"at": "2025-10-26T01:30", "page": "home"}
        second = "2025-10-26T01:30:00+00:00"
        assert f'value="{second}"' in client.get(form, asked).text
        shown = client.get(form, asked | {"which": second})
    assert shown["Location"].endswith("/as-readers-saw-it-at/2025-10-26T01:30:00Z/")
