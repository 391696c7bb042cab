"""“Recent News”, page by page."""

from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from selectolax.lexbor import LexborHTMLParser
from time_machine import Traveller

from articles.readers.listings.paging import PAGE
from tests.factories import HOUR, NOON, make_section, make_story, make_version

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def read(client: Client, url: str = "/recent/") -> tuple[list[str], str]:
    """Return the headlines on the page, and the URL of the next page ("" if there is none)."""
    response = client.get(url)
    assert response.status_code == 200
    tree = LexborHTMLParser(response.text)
    older = tree.css_first("a[rel=next]")
    return (
        [node.text() for node in tree.css(".teaser-headline a")],
        f"/recent/{older.attributes['href']}" if older else "",
    )


def test_the_newest_come_first_and_only_what_readers_see(client: Client) -> None:
    make_version(make_story(headline="Second"), visible_from=NOON - 2 * HOUR)
    make_version(make_story(headline="First"), visible_from=NOON - HOUR)
    make_version(make_story(headline="Scheduled"), visible_from=NOON + HOUR)
    make_version(make_story(headline="Ended"), visible_until=NOON)
    assert read(client) == (["First", "Second"], "")


def test_older_pages_neither_miss_nor_repeat_a_story_while_new_ones_arrive(client: Client) -> None:
    # Three stories share each time, so that the time alone would not do as a cursor.
    wanted = []
    for number in range(2 * PAGE + 5):
        time = NOON - HOUR - timedelta(microseconds=number // 3)
        wanted.append(make_version(visible_from=time))
    wanted.sort(key=lambda version: (version.published_at, version.pk), reverse=True)
    found, url = read(client)
    while url:
        make_version(visible_from=NOON)
        headlines, url = read(client, url)
        found += headlines
    assert found == [version.headline for version in wanted]


def test_a_page_that_is_exactly_full_links_to_no_older_one(client: Client) -> None:
    for _ in range(PAGE):
        make_version()
    headlines, older = read(client)
    assert len(headlines) == PAGE
    assert older == ""


@pytest.mark.parametrize(
    "cursor",
    [
        "",
        "nonsense",
        "2025-09-01T12:00:00Z",
        "2025-09-01T12:00:00,1",
        "2025-09-01T12:00:00Z,",
        "2025-09-01T12:00:00Z,-1",
        "2025-09-01T12:00:00Z,1%00",
        "2025-13-01T12:00:00Z,1",
        "0001-01-01T00:00:00%2B14:00,1",
        "2025-09-01T12:00:00Z,99999999999999999999",
        "٢٠٢٥-09-01T12:00:00Z,1",
    ],
)
def test_a_bad_cursor_gets_a_page_that_helps(client: Client, cursor: str) -> None:
    make_version(make_story(headline="The newest"))
    response = client.get(f"/recent/?before={cursor}")
    assert response.status_code == 404
    assert "Start from the latest news." in response.text
    assert "The newest" in response.text


@pytest.mark.parametrize(
    "cursor", ["0001-01-01T00:00:00Z,1", "2025-09-01T12:00:00Z,999999999999999999"]
)
def test_a_cursor_at_the_edge_is_a_page(client: Client, cursor: str) -> None:
    assert client.get(f"/recent/?before={cursor}").status_code == 200


def test_the_list_takes_three_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(PAGE + 1):
        make_version(section=make_section(name=f"{number}", slug=f"{number}"))
    with django_assert_num_queries(3):
        _, older = read(client)
    with django_assert_num_queries(3):
        read(client, older)


def test_a_story_published_again_keeps_its_place(client: Client) -> None:
    story = make_story(headline="Corrected")
    make_version(story, visible_from=NOON - 3 * HOUR, visible_until=NOON - HOUR)
    make_version(story, published_at=NOON - 3 * HOUR, visible_from=NOON - HOUR)
    make_version(make_story(headline="Later"), visible_from=NOON - 2 * HOUR)
    assert read(client) == (["Later", "Corrected"], "")


def test_a_scheduled_story_appears_at_its_second(client: Client, clock: Traveller) -> None:
    make_version(make_story(headline="At noon"), visible_from=NOON)
    clock.move_to(NOON - timedelta(seconds=1), tick=False)
    assert read(client) == ([], "")
    clock.move_to(NOON, tick=False)
    assert read(client) == (["At noon"], "")


def test_the_list_is_read_only_and_holds_nothing_personal(client: Client) -> None:
    response = client.get("/recent/")
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert "No story has been published yet." in response.text
    assert client.head("/recent/").status_code == 200
    assert client.post("/recent/").status_code == 405
