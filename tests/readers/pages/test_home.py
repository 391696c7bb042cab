"""The front page."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from selectolax.lexbor import LexborHTMLParser

from articles.models import Section
from articles.readers.listings.front import SLOTS
from articles.readers.listings.section_blocks import IN_BLOCK
from articles.readers.pages.home import LATEST
from tests.factories import HOUR, NOON, make_correction, make_section, make_story, make_version

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
PICTURE = {"src": "/media/a.jpg", "srcset": "", "width": 800, "height": 600, "alt": "A field"}


def fill(number: int, sections: list[Section]) -> None:
    """Publish `number` stories, one an hour, in each of the sections in turn."""
    for hours in range(number):
        make_version(
            make_story(headline=f"Story {hours}", summary="In short."),
            visible_from=NOON - hours * HOUR,
            section=sections[hours % len(sections)],
            content={"picture": PICTURE},
        )


def make_sections(*names: str) -> list[Section]:
    return [
        make_section(name=name, slug=name.lower(), position=position)
        for position, name in enumerate(names)
    ]


def read(client: Client) -> LexborHTMLParser:
    response = client.get("/")
    assert response.status_code == 200
    return LexborHTMLParser(response.text)


def texts(tree: Any, selector: str) -> list[str]:
    return [node.text(strip=True) for node in tree.css(selector)]


def test_the_newest_story_leads_and_the_next_ones_follow(client: Client) -> None:
    fill(40, make_sections("World", "Sport"))
    make_version(make_story(headline="Scheduled"), visible_from=NOON + HOUR)
    tree = read(client)
    assert texts(tree, "h1") == ["Newsroom"]
    assert texts(tree, ".front-lead .teaser-headline") == ["Story 0"]
    assert texts(tree, ".front-second .teaser-headline") == [f"Story {n}" for n in range(1, 5)]
    assert texts(tree, ".front-latest .teaser-headline") == [
        f"Story {number}" for number in range(SLOTS, SLOTS + LATEST)
    ]
    assert "Scheduled" not in (tree.html or "")


def test_each_section_has_a_block_of_what_does_not_lead_already(client: Client) -> None:
    fill(40, make_sections("World", "Sport"))
    tree = read(client)
    assert texts(tree, ".block .heading") == ["World", "Sport"]
    blocks = [texts(block, ".teaser-headline") for block in tree.css(".cards")]
    assert blocks == [[f"Story {n}" for n in range(start, start + 8, 2)] for start in (6, 5)]
    assert len(blocks[0]) == IN_BLOCK


def test_a_section_without_stories_has_neither_block_nor_link(client: Client) -> None:
    world, _ = make_sections("World", "Empty")
    fill(SLOTS + 1, [world])
    tree = read(client)
    assert texts(tree, ".block .heading") == ["World"]
    assert texts(tree, ".menu a") == ["Home", "World", "Recent News"]


def test_the_first_picture_loads_at_once_and_no_other(client: Client) -> None:
    fill(20, make_sections("World"))
    first, *others = read(client).css("img")
    assert first.attributes["fetchpriority"] == "high"
    assert "loading" not in first.attributes
    assert {image.attributes["loading"] for image in others} == {"lazy"}
    assert all(image.attributes["height"] == "600" for image in (first, *others))


def test_the_latest_corrections_are_listed(client: Client) -> None:
    story = make_version(make_story(headline="Wrong at first")).story
    for number in range(5):
        make_correction(story, text=f"Note {number}", at=NOON - number * HOUR)
    tree = read(client)
    assert texts(tree, ".front-corrections li > p:last-child") == ["Note 0", "Note 1", "Note 2"]
    assert texts(tree, ".front-corrections h3") == ["Wrong at first"] * 3


def test_the_masthead_says_which_day_it_is(client: Client, settings: Any) -> None:
    settings.TIME_ZONE = "Pacific/Auckland"
    assert texts(read(client), ".day time") == ["Tuesday, 2 September 2025"]


@pytest.mark.parametrize("number", [1, 3, 30])
def test_the_front_page_takes_seven_queries(
    client: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    fill(SLOTS + 2 * number, make_sections(*(f"S{place}" for place in range(number))))
    with django_assert_num_queries(7):
        read(client)


def test_the_front_page_of_a_new_site_says_so(client: Client) -> None:
    response = client.get("/")
    assert response.status_code == 200
    assert "No story has been published yet." in response.text
    assert not response.cookies
    assert client.post("/").status_code == 405
