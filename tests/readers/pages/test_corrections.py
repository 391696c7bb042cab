"""Corrections on the pages of their stories and in the list of all."""

from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from selectolax.lexbor import LexborHTMLParser

from articles.readers.listings.paging import PAGE
from tests.factories import HOUR, NOON, make_correction, make_story, make_version

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
CORRECTIONS = "/corrections/"


def texts(client: Client, url: str, selector: str) -> list[str]:
    response = client.get(url)
    assert response.status_code == 200
    return [node.text(strip=True) for node in LexborHTMLParser(response.text).css(selector)]


def test_a_correction_stands_above_or_below_the_text_by_its_kind(client: Client) -> None:
    story = make_story()
    for kind in ("update", "correction", "clarification", "editors_note"):
        make_correction(story, kind=kind, text=kind)
    url = make_version(story).get_absolute_url()
    order = texts(client, url, ".correction p + p, .article > .body")
    assert order == [
        "correction",
        "editors_note",
        "The harvest has begun.",
        "update",
        "clarification",
    ]


def test_a_correction_that_was_retracted_or_is_of_another_story_is_not_shown(
    client: Client,
) -> None:
    story = make_story()
    correction = make_correction(story, text="Retracted")
    type(correction).objects.update(
        retracted_at=NOON, retracted_by=correction.by, retraction_reason="Wrong."
    )
    make_correction(make_story(), text="Another")
    assert texts(client, make_version(story).get_absolute_url(), ".correction") == []
    assert texts(client, CORRECTIONS, ".listed-correction") == []


def test_all_corrections_are_of_stories_that_readers_see_newest_first(client: Client) -> None:
    for hours, slug in ((3, "first"), (1, "second"), (2, "hidden"), (4, "scheduled")):
        story = make_story(slug=slug)
        make_correction(story, text=slug, at=NOON - hours * HOUR)
        if slug == "hidden":
            make_version(story, visible_from=NOON - 2 * HOUR, visible_until=NOON - HOUR)
        else:
            make_version(story, visible_from=NOON + (HOUR if slug == "scheduled" else -HOUR))
    assert texts(client, CORRECTIONS, ".listed-correction h2 + p") == ["second", "first"]


def test_older_corrections_follow_page_by_page(client: Client) -> None:
    story = make_story()
    make_version(story)
    for number in range(PAGE + 2):
        make_correction(story, text=str(number), at=NOON - timedelta(seconds=number // 2))
    url, seen = CORRECTIONS, []
    while url:
        seen += texts(client, url, ".listed-correction h2 + p")
        tree = LexborHTMLParser(client.get(url).text)
        older = tree.css_first("a[rel=next]")
        url = CORRECTIONS + str(older.attributes["href"]) if older else ""
    assert sorted(map(int, seen)) == list(range(PAGE + 2))
    assert client.get(CORRECTIONS, {"before": "nonsense"}).status_code == 404


@pytest.mark.parametrize("number", [1, 3, 30])
def test_corrections_take_one_query_more_and_none_where_there_are_none(
    client: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    story, plain = make_story(), make_version()
    url = make_version(story).get_absolute_url()
    for _ in range(number):
        make_correction(story)
    with django_assert_num_queries(3):
        client.get(CORRECTIONS)
    with django_assert_num_queries(7):
        client.get(url)
    with django_assert_num_queries(6):
        client.get(plain.get_absolute_url())
