"""The page of a section, page by page."""

from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from selectolax.lexbor import LexborHTMLParser

from articles.models import Section
from articles.readers.listings.paging import PAGE
from tests.factories import HOUR, NOON, make_section, make_story, make_version

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
LAND = "/section/land/"


@pytest.fixture
def land() -> Section:
    return make_section(name="Land", slug="land")


def read(client: Client, url: str = LAND) -> tuple[list[str], str]:
    """Return the headlines on the page, and the URL of the next page ("" if there is none)."""
    response = client.get(url)
    assert response.status_code == 200
    tree = LexborHTMLParser(response.text)
    older = tree.css_first("a[rel=next]")
    return (
        [node.text() for node in tree.css(".teaser-headline a")],
        f"{LAND}{older.attributes['href']}" if older else "",
    )


def test_it_has_what_readers_see_of_the_section_newest_first(client: Client, land: Section) -> None:
    sea = make_section(name="Sea", slug="sea")
    make_version(make_story(headline="Second"), section=land, visible_from=NOON - 2 * HOUR)
    make_version(make_story(headline="First"), section=land)
    make_version(make_story(headline="Elsewhere"), section=sea)
    make_version(make_story(headline="Without a section"))
    make_version(make_story(headline="Scheduled"), section=land, visible_from=NOON + HOUR)
    make_version(make_story(headline="Ended"), section=land, visible_until=NOON)
    assert read(client) == (["First", "Second"], "")


def test_older_pages_neither_miss_nor_repeat_a_story(client: Client, land: Section) -> None:
    wanted = [
        make_version(section=land, visible_from=NOON - HOUR - timedelta(microseconds=number // 3))
        for number in range(2 * PAGE + 5)
    ]
    wanted.sort(key=lambda version: (version.published_at, version.pk), reverse=True)
    found, url = read(client)
    while url:
        make_version(section=land, visible_from=NOON)
        headlines, url = read(client, url)
        found += headlines
    assert found == [version.headline for version in wanted]


@pytest.mark.parametrize("number", [1, 3, 30])
def test_it_takes_five_queries(
    client: Client, land: Section, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(number):
        make_version(section=land)
    with django_assert_num_queries(5):
        read(client)


def test_the_menu_marks_it(client: Client, land: Section) -> None:
    make_version(section=land)
    tree = LexborHTMLParser(client.get(LAND).text)
    assert [node.text() for node in tree.css(".menu [aria-current=page]")] == ["Land"]


@pytest.mark.usefixtures("land")
@pytest.mark.parametrize("url", ["/section/none/", "/section/LAND/", f"{LAND}?before=nonsense"])
def test_what_is_not_there_gets_a_page_that_helps(client: Client, url: str) -> None:
    make_version(make_story(headline="The newest"))
    response = client.get(url)
    assert response.status_code == 404
    assert "The newest" in response.text
