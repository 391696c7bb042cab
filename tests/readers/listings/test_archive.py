"""The archive: the newsroom's calendar, with the stories of each year, month and day."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings
from selectolax.lexbor import LexborHTMLParser

from tests.factories import HOUR, NOON, make_story, make_version

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def story(headline: str, year: int, month: int, day: int, hour: int = 0) -> None:
    start = datetime(year, month, day, hour, tzinfo=UTC)
    make_version(make_story(headline=headline), visible_from=start)


def read(client: Client, url: str) -> tuple[list[str], list[str]]:
    """Return the headlines on the page, and the shorter periods to which it leads."""
    response = client.get(url)
    assert response.status_code == 200, url
    tree = LexborHTMLParser(response.text)
    return (
        [node.text() for node in tree.css(".teaser-headline a")],
        [node.text() for node in tree.css(".periods a")],
    )


def test_each_period_has_its_stories_and_leads_to_shorter_ones(client: Client) -> None:
    story("Summer", 2025, 8, 1, 12)
    story("Leap day", 2024, 2, 29, 12)
    story("New year", 2025, 1, 1, 0)
    story("Old year", 2024, 12, 31, 23)
    everything = ["Summer", "New year", "Old year", "Leap day"]
    assert read(client, "/archive/") == (everything, ["2025", "2024"])
    assert read(client, "/archive/2025/") == (["Summer", "New year"], ["August", "January"])
    assert read(client, "/archive/2024/2/") == (["Leap day"], ["29"])
    assert read(client, "/archive/2024/2/29/") == (["Leap day"], [])
    assert client.get("/archive/2024/02/29/")["Location"] == "/archive/2024/2/29/"
    assert read(client, "/archive/2024/12/") == (["Old year"], ["31"])


def test_days_begin_in_the_newsroom_s_zone(client: Client, settings: Settings) -> None:
    settings.TIME_ZONE = "Asia/Almaty"
    story("After midnight there", 2025, 8, 1, 20)
    assert read(client, "/archive/2025/8/2/") == (["After midnight there"], [])
    assert client.get("/archive/2025/8/1/").status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        *("2024/", "2025/9/2/", "2025/13/", "2025/2/30/", "2025/0/", "0/", "9999/12/31/"),
        *("99999999999999999999/", "2025/99999999999999999999/"),
    ],
)
def test_a_date_without_a_story_has_no_page(client: Client, path: str) -> None:
    story("Here", 2025, 9, 1)
    make_version(make_story(headline="Scheduled"), visible_from=NOON + 24 * HOUR)
    response = client.get(f"/archive/{path}")
    assert response.status_code == 404
    assert "Scheduled" not in response.text


@pytest.mark.parametrize("number", [1, 3, 12])
def test_it_takes_a_query_for_each_shorter_period(
    client: Client, number: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for month in range(number):
        story("One", 2024, month + 1, 1)
    client.get("/archive/2024/")
    with django_assert_max_num_queries(number + 4):
        client.get("/archive/2024/")
