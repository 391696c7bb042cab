"""The front page as editors filled it, and what is in its empty slots."""

from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from selectolax.lexbor import LexborHTMLParser
from time_machine import Traveller

from articles import publishing
from articles.frontpage import FrontPlan, Placed, publish_front
from articles.models import Section, Story
from tests.factories import HOUR, NOON, make_picture, make_section, make_story, make_version
from tests.frontpage.fronts import front_of
from tests.helpers import managing_editor, ready

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def land() -> Section:
    return make_section("Land", slug="land", position=1)


@pytest.fixture
def stories(land: Section) -> list[Story]:
    """Twenty stories that readers see, the newest first."""
    found = []
    for number in range(20):
        story = make_story(headline=f"Story {number}", summary="In short.")
        make_version(story, visible_from=NOON - (number + 1) * HOUR, section=land)
        found.append(story)
    return found


def texts(tree: Any, selector: str) -> list[str]:
    return [node.text(strip=True) for node in tree.css(selector)]


def read(url: str = "/") -> Any:
    return LexborHTMLParser(Client().get(url).text)


def on_top(url: str = "/") -> list[str]:
    """Return the headlines in the slots, the first of which leads."""
    selector = ".front-lead .teaser-headline, .front-second .teaser-headline"
    if url != "/":
        selector = "main > .teaser-lead .teaser-headline, .cards-first .teaser-headline"
    return texts(read(url), selector)


def numbers(*found: int) -> list[str]:
    return [f"Story {number}" for number in found]


@pytest.mark.parametrize("url", ["/", "/section/land/"])
def test_empty_slots_have_the_newest_that_stand_nowhere_else(
    stories: list[Story], land: Section, url: str
) -> None:
    front_of(stories[9], None, stories[1], section=land if url != "/" else None)
    assert on_top(url) == numbers(9, 0, 1, 2, 3)
    below = ".front-latest" if url == "/" else ".rows"
    assert texts(read(url), f"{below} .teaser-headline")[:6] == numbers(4, 5, 6, 7, 8, 10)


def test_a_front_has_as_many_slots_as_its_editors_want(stories: list[Story]) -> None:
    front_of(*stories[3:12])
    assert on_top() == numbers(*range(3, 12))
    assert texts(read(), ".block .teaser-headline") == numbers(0, 1, 2, 12)
    assert texts(read(), ".block .teaser-feature .teaser-headline") == numbers(0)


def test_its_stories_may_stand_below_too_if_editors_want_that(stories: list[Story]) -> None:
    front_of(stories[2], stories[0], may_repeat=True)
    tree = read()
    assert on_top() == numbers(2, 0, 1, 3, 4)
    assert texts(tree, ".front-latest .teaser-headline") == numbers(*range(8))
    assert texts(tree, ".block .teaser-headline") == numbers(0, 1, 2, 3)


def test_it_says_its_own_words_and_the_story_keeps_its_own(stories: list[Story]) -> None:
    picture = make_picture(alt="A field")
    slot = Placed(stories[5].pk, "Said <here>", "In other words.", picture)
    front_of(slot)
    lead = read().css_first(".front-lead")
    assert texts(lead, ".teaser-headline") == ["Said <here>"]
    assert texts(lead, ".teaser-summary") == ["In other words."]
    assert lead.css_first("img").attributes["src"] == picture.url(800)
    assert texts(read("/news/" + stories[5].slug + "/"), "h1") == ["Story 5"]
    assert "Said" not in Client().get("/recent/").text


def test_a_story_is_pinned_until_a_time(stories: list[Story], clock: Traveller) -> None:
    front_of(Placed(stories[5].pk, "Pinned", pinned_until=NOON + HOUR), stories[7])
    assert on_top() == ["Pinned", *numbers(7, 0, 1, 2)]
    clock.move_to(NOON + HOUR, tick=False)
    assert on_top() == numbers(0, 7, 1, 2, 3)


def test_what_readers_may_not_see_leaves_its_slot_and_comes_back(
    stories: list[Story], clock: Traveller
) -> None:
    by = managing_editor()
    story = ready("Kept back")
    publishing.set_embargo(story, by=by, until=NOON + HOUR, reason="They ask for it.")
    publishing.schedule(story, by=by, at=NOON + HOUR)
    front_of(Placed(story.pk, "Words of the front"))
    seen = []
    for hours in range(4):
        clock.move_to(NOON + hours * HOUR, tick=False)
        if hours == 2:
            publishing.withdraw(story, by=by)
        if hours == 3:
            publishing.reinstate(story, by=by)
        seen.append(on_top()[0])
    assert seen == ["Story 0", "Words of the front", "Story 0", "Words of the front"]


def test_a_scheduled_front_begins_at_its_time(stories: list[Story], clock: Traveller) -> None:
    front_of(stories[9])
    front_of(stories[8], at=NOON + HOUR)
    assert on_top()[0] == "Story 9"
    clock.move_to(NOON + HOUR, tick=False)
    assert on_top()[0] == "Story 8"


def test_a_section_and_the_home_page_have_fronts_of_their_own(
    stories: list[Story], land: Section
) -> None:
    sea = make_section("Sea", slug="sea")
    make_version(make_story(headline="At sea"), section=sea)
    front_of(stories[9])
    front_of(stories[8], section=land)
    assert [on_top(url)[0] for url in ("/", "/section/land/", "/section/sea/")] == [
        *numbers(9, 8),
        "At sea",
    ]
    # Older pages of a section go on where its newest stories end.
    assert "Story 8" in Client().get("/section/land/").text


def test_a_story_that_was_deleted_is_left_out(stories: list[Story]) -> None:
    story = make_story()
    front_of(story, stories[3])
    story.delete()
    assert on_top() == numbers(0, 3, 1, 2, 4)


def test_a_front_with_too_few_stories_has_fewer(land: Section) -> None:
    story = make_story(headline="Alone")
    make_version(story, section=land)
    front_of(None, None, story)
    assert on_top() == ["Alone"]


@pytest.mark.parametrize("size", [1, 5, 29])
@pytest.mark.parametrize(("url", "queries"), [("/", 8), ("/section/land/", 6)])
def test_it_takes_one_query_more_however_many_slots_there_are(
    land: Section,
    url: str,
    queries: int,
    size: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    stories = [make_version(section=land).story for _number in range(size + 3)]
    slots = tuple(Placed(story.pk, "Said here") for story in stories[:size])
    section = land if url != "/" else None
    publish_front(replace(FrontPlan(), slots=slots), by=managing_editor(), section=section)
    with django_assert_num_queries(queries):
        assert len(on_top(url)) == size
