"""Lists say of a live blog that it is one, while its coverage runs."""

import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser
from time_machine import Traveller

from tests.factories import (
    HOUR,
    NOON,
    make_coverage,
    make_live_entry,
    make_section,
    make_story,
    make_version,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
#: Each has the live blog and another story in a list; with the page of the other one.
LISTS = ("/", "/recent/", "/section/land/", "/tag/dams/", "/archive/2025/9/1/", "/search/?q=river")
OTHER = "/news/other/"


def marked(client: Client, url: str) -> list[str]:
    """Return the headlines in lists of this page that are marked, with the mark."""
    tree = LexborHTMLParser(client.get(url).text)
    return [" ".join(mark.parent.text().split()) for mark in tree.css(".live-word") if mark.parent]


def test_a_mark_is_there_from_the_start_of_coverage_to_its_end(
    client: Client, clock: Traveller
) -> None:
    section = make_section("Land", slug="land")
    words = {"section": section, "summary": "At the river.", "content": {"tags": ["Dams"]}}
    story = make_version(make_story(slug="flood"), headline="Flood", **words).story
    make_version(make_story(slug="other"), headline="Other", **words)
    make_coverage(story, valid_from=NOON + HOUR, valid_until=NOON + 2 * HOUR)
    make_coverage(story, valid_from=NOON + 2 * HOUR, is_running=False)
    seen = []
    for hour in range(3):
        clock.move_to(NOON + hour * HOUR, tick=False)
        seen.append([len(marked(client, url)) for url in (*LISTS, OTHER)])
        if hour == 1:
            assert {text[:10] for url in LISTS for text in marked(client, url)} == {"Live Flood"}
    assert seen == [[0] * 7, [1] * 7, [0] * 7]


def test_a_found_entry_leads_to_its_place(client: Client) -> None:
    story = make_version(make_story(slug="flood"), summary="At the river.").story
    make_live_entry(story, body="<p>An older zeppelin.</p>", at=NOON - HOUR)
    words = {"headline": "Up & away", "body": "<p>First.</p><p>A &lt;zeppelin&gt; rose.</p>"}
    key = make_live_entry(story, **words).key
    make_live_entry(story, body="<p>A zeppelin to come.</p>", visible_from=NOON + HOUR)
    (result,) = LexborHTMLParser(client.get("/search/?q=zeppelin").text).css(".search-result")
    (link,) = result.css(".search-entry a")
    assert link.attributes["href"] == f"/news/flood/?entry={key}#entry-{key}"
    assert "Up & away" in link.text()
    (summary,) = result.css(".teaser-summary")
    assert summary.inner_html == "A &lt;<mark>zeppelin</mark>&gt; rose."
