"""From a story, readers go on to the one before it and the one after it in its section."""

from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import PublishedVersion, Section
from tests.factories import HOUR, NOON, make_section, make_story, make_version

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def published(slug: str, section: Section | None, hours: int) -> PublishedVersion:
    """Return a version that readers see, first published this many hours before noon."""
    start = {"visible_from": NOON - hours * HOUR, "published_at": NOON - hours * HOUR}
    return make_version(make_story(), slug=slug, section=section, **start)


def leads_to(client: Client, slug: str, way: str) -> str:
    response = client.get(f"/news/{slug}/{way}/")
    assert (response.status_code, response["Cache-Control"]) == (302, "no-cache")
    return response["Location"]


def test_they_lead_to_what_readers_see_of_the_section_in_order(client: Client) -> None:
    world = make_section("World")
    published("first", world, 4)
    published("elsewhere", make_section("Sport"), 3)
    published("second", world, 2)
    published("third", world, 1)
    published("scheduled", world, -1)
    assert leads_to(client, "second", "previous") == "/news/first/"
    assert leads_to(client, "second", "next") == "/news/third/"
    assert leads_to(client, "third", "next") == "/section/world/"
    assert leads_to(client, "first", "previous") == "/section/world/"


def test_two_of_the_same_second_follow_each_other(client: Client) -> None:
    world = make_section("World")
    for slug in ("a", "b", "c"):
        published(slug, world, 1)
    assert [leads_to(client, slug, "next") for slug in ("a", "b")] == ["/news/b/", "/news/c/"]
    assert [leads_to(client, slug, "previous") for slug in ("c", "b")] == ["/news/b/", "/news/a/"]


@pytest.mark.parametrize("slug", ["no-section", "not-there", "a?b\r\nX-Odd: 1"])
def test_without_a_section_the_page_itself_says_what_there_is(client: Client, slug: str) -> None:
    published("no-section", None, 1)
    path = reverse("articles:article", args=[slug])
    assert leads_to(client, quote(slug), "next") == path


def test_the_page_of_a_story_leads_to_both(client: Client) -> None:
    published("second", make_section("World"), 1)
    page = client.get("/news/second/").text
    assert 'href="/news/second/previous/"' in page
    assert 'href="/news/second/next/"' in page
    published("no-section", None, 1)
    assert '/next/"' not in client.get("/news/no-section/").text
