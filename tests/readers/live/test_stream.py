"""The stream of a live blog as readers get it, and as its page asks for it since."""

import json
from datetime import timedelta
from itertools import chain
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from selectolax.lexbor import LexborHTMLParser

from articles.models import EntryVersion, Story
from articles.readers.live.stream import PAGE
from tests.factories import (
    HOUR,
    NOON,
    make_coverage,
    make_entry,
    make_entry_version,
    make_live_entry,
    make_story,
    make_version,
)
from tests.readers.vocabulary import faults

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
MINUTE = timedelta(minutes=1)
URL, UPDATES = "/news/flood/", "/news/flood/live/"


@pytest.fixture
def story(clock: object) -> Story:
    """A live blog that readers see since an hour before noon."""
    story = make_version(make_story(slug="flood", headline="Flood watch")).story
    make_coverage(story)
    return story


def add(story: Story, number: int, **fields: Any) -> EntryVersion:
    """Add an entry that readers got this many minutes before noon."""
    at = NOON - number * MINUTE
    words = {"headline": f"Number {number}", "body": f"<p>It is minute {number}.</p>"}
    return make_live_entry(story, **words | {"visible_from": at} | fields)


def read(client: Client, url: str = URL) -> LexborHTMLParser:
    response = client.get(url)
    assert response.status_code == 200
    return LexborHTMLParser(response.text)


def headlines(tree: LexborHTMLParser, selector: str = ".live-entry h3") -> list[str]:
    return [found.text() for found in tree.css(selector)]


def test_entries_stand_above_the_text_newest_first(client: Client, story: Story) -> None:
    for number in (9, 5, 7):
        add(story, number, is_key=number == 7, author="Ana" if number == 5 else "")
    tree = read(client)
    assert headlines(tree) == ["Number 5", "Number 7", "Number 9"]
    assert [time.text() for time in tree.css(".live-entry > .when time")] == [
        *("11:55", "11:53", "11:51")
    ]
    assert headlines(tree, ".key-moments a") == ["Number 7"]
    assert "By Ana" in (tree.css_first(".live-author") or tree).text(separator=" ").replace(
        "  ", " "
    )
    parts = [part.attributes.get("class") for part in tree.css("article > *")]
    assert parts.index("live") < parts.index("body")
    assert headlines(tree, ".live-mark") == ["Live"]
    # Without JavaScript there is a link.
    assert [link.attributes["href"] for link in tree.css(".live-reload a")] == [URL]


def test_coverage_that_has_ended_says_so(client: Client, story: Story) -> None:
    add(story, 5)
    story.live_coverage.update(valid_until=NOON)
    make_coverage(story, valid_from=NOON, is_running=False)
    tree = read(client)
    assert not tree.css(".live-mark, .live-reload, .live-news, script[src*='js/live']")
    assert "ended on 1 September 2025, 12:00" in (tree.css_first(".live-head") or tree).text()
    assert headlines(tree) == ["Number 5"]


def test_a_story_without_coverage_has_no_stream(client: Client) -> None:
    make_version(make_story(slug="flood"))
    assert not read(client).css(".live, .live-mark, .live-background, link[href*='live']")
    assert client.get(UPDATES).status_code == 404


def test_the_updates_are_the_same_stream(client: Client, story: Story) -> None:
    add(story, 5)
    page, updates = read(client), read(client, UPDATES)
    for selector in (".live-entries", ".key-moments", ".live-head"):
        ours, theirs = (tree.css(selector)[0].html for tree in (page, updates))
        assert ours == theirs
    assert not updates.css(".masthead, h1")
    assert client.get(UPDATES)["X-Robots-Tag"] == "noindex"


def test_updates_follow_the_story_to_its_new_address(client: Client) -> None:
    story = make_story(slug="present")
    make_version(story, slug="flood", visible_from=NOON - 3 * HOUR, visible_until=NOON - HOUR)
    make_version(story, published_at=NOON - 3 * HOUR)
    make_coverage(story)
    assert client.get(UPDATES)["Location"] == "/news/present/live/"
    assert client.get("/news/unknown/live/").status_code == 404


def test_a_long_stream_goes_on_on_other_pages(client: Client, story: Story) -> None:
    for number in range(1, 2 * PAGE + 6):
        add(story, number, is_key=number == 2 * PAGE)
    seen, url = [], URL
    for _ in range(3):
        tree = read(client, url)
        seen.append(headlines(tree))
        older = tree.css_first(".live-older a")
        url = (older.attributes["href"] or "") if older else ""
    assert [len(found) for found in seen] == [PAGE, PAGE, 5]
    assert [*chain.from_iterable(seen)] == [f"Number {number}" for number in range(1, 2 * PAGE + 6)]
    assert not url
    # A key moment leads to the page that has it.
    tree = read(client)
    link = tree.css_first(".key-moments a")
    assert link
    page, _, anchor = (link.attributes["href"] or "").partition("#")
    there = read(client, page)
    assert there.css_first(f"#{anchor} h3")
    assert headlines(there)[0] == f"Number {2 * PAGE}"
    # That one stays as it is; the first one asks for more.
    assert not there.css(".live-news, .live-reload, script[src*='js/live.js']")
    assert [link.attributes["href"] for link in there.css(".live-way a")] == [URL]
    (canonical,) = there.css("link[rel=canonical]")
    assert canonical.attributes["href"] == f"http://testserver{URL}"


def test_each_entry_has_a_permanent_link(client: Client, story: Story) -> None:
    version = add(story, 5)
    link = read(client).css_first(".live-entry > .when a")
    assert link
    assert link.attributes["href"] == f"{URL}?entry={version.key}#entry-{version.key}"


@pytest.mark.parametrize("entry", ["", "x", "entry999999", "a" * 99, "\0", "%00", "é"])
def test_a_link_to_no_entry_leads_to_the_newest(client: Client, story: Story, entry: str) -> None:
    add(story, 5)
    add(story, 6)
    page = client.get(URL, {"entry": entry})
    assert page.status_code == 200
    assert page.content == client.get(URL).content


def test_a_correction_is_told_below_its_entry(client: Client, story: Story) -> None:
    entry = make_entry(story)
    make_entry_version(entry, visible_until=NOON - MINUTE)
    make_entry_version(
        entry,
        visible_from=NOON - MINUTE,
        published_at=NOON - HOUR / 2,
        modified_at=NOON - MINUTE,
        note="It was <wrong>.",
    )
    note = read(client).css_first(".live-entry .correction")
    assert note
    assert " ".join(note.text(separator=" ").split()) == "Correction 11:59 It was <wrong>."


def test_times_of_another_day_say_which(client: Client, story: Story) -> None:
    make_version(story, slug="flood", visible_from=NOON - 48 * HOUR, visible_until=NOON - 24 * HOUR)
    add(story, 24 * 60)
    assert headlines(read(client), ".live-entry > .when time") == ["31 Aug 2025, 12:00"]


def test_entries_in_another_direction_say_so(client: Client, story: Story) -> None:
    add(story, 5, headline="مرحبا بالعالم")
    heading = read(client).css_first(".live-entry h3")
    assert heading
    assert heading.attributes["dir"] == "rtl"


@pytest.mark.parametrize("number", [0, 1, 3, 30])
def test_a_live_story_takes_two_queries_more(
    client: Client, story: Story, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for minute in range(number):
        add(story, minute + 1, is_key=not minute % 2, author="Ana")
    with django_assert_num_queries(8):
        assert len(read(client).css(".live-entry")) == number
    with django_assert_num_queries(3):
        read(client, UPDATES)


def said(tree: LexborHTMLParser) -> dict[str, Any]:
    (script,) = tree.css("script[type='application/ld+json']")
    found: dict[str, Any] = json.loads(script.text())
    return found


def test_machines_read_a_live_blog(client: Client, story: Story) -> None:
    version = add(story, 9, body="<p>One &amp; one.</p><ul><li><p>Two</p></li></ul>", author="Ana")
    add(story, 5, headline="", modified_at=NOON - MINUTE, note="No.")
    found = said(read(client))
    site = "http://testserver"
    assert found["@type"] == "LiveBlogPosting"
    assert found["coverageStartTime"] == (NOON - HOUR).isoformat()
    assert found["dateModified"] == (NOON - MINUTE).isoformat()
    assert not {"coverageEndTime", "dateline"} & found.keys()
    newest, oldest = found["liveBlogUpdate"]
    assert newest["headline"] == newest["articleBody"] == "It is minute 5."
    assert newest["dateModified"] == (NOON - MINUTE).isoformat()
    assert newest["correction"] == "No."
    assert list(faults(found)) == []
    assert oldest == {
        "@type": "BlogPosting",
        "headline": "Number 9",
        "url": f"{site}{URL}?entry={version.key}#entry-{version.key}",
        "datePublished": (NOON - 9 * MINUTE).isoformat(),
        "dateModified": (NOON - 9 * MINUTE).isoformat(),
        "articleBody": "One & one. Two",
        "author": {"@type": "Person", "name": "Ana", "url": f"{site}/author/ana/"},
    }
    story.live_coverage.update(valid_until=NOON)
    make_coverage(story, valid_from=NOON, is_running=False)
    ended = said(read(client))
    assert ended["coverageEndTime"] == NOON.isoformat()
    assert list(faults(ended)) == []


def test_the_page_says_when_it_was_updated(client: Client, story: Story) -> None:
    add(story, 9)
    tree = read(client)
    assert "Updated 1 September 2025, 11:51" in (tree.css_first(".meta") or tree).text()
    (meta,) = tree.css("meta[property='article:modified_time']")
    assert meta.attributes["content"] == (NOON - 9 * MINUTE).isoformat()
