"""RSS and Atom: what readers see, newest first, in valid XML."""

from xml.etree import ElementTree

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from time_machine import Traveller

from articles.models import PublishedVersion, Section
from articles.syndication.feeds import ENTRIES
from tests.factories import HOUR, NOON, make_section, make_story, make_version

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
MEDIA = "{http://search.yahoo.com/mrss/}"
SITE = "http://testserver"
PICTURE = {"src": "/media/a.webp", "srcset": "", "width": 800, "height": 600}
FEEDS = ["/rss.xml", "/atom.xml", "/section/land/rss.xml", "/section/land/atom.xml"]


@pytest.fixture(autouse=True)
def land(clock: Traveller) -> Section:
    return make_section(name="Land", slug="land")


def read(client: Client, url: str) -> ElementTree.Element:
    response = client.get(url)
    assert response.status_code == 200
    kind = "rss" if "rss" in url else "atom"
    assert response["Content-Type"] == f"application/{kind}+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)  # noqa: S314 (our own)


def headlines(client: Client, url: str) -> list[str | None]:
    tree = read(client, url)
    return [
        found.text
        for found in (*tree.iterfind(".//item/title"), *tree.iterfind(f"{ATOM}entry/{ATOM}title"))
    ]


@pytest.mark.parametrize("url", FEEDS)
def test_a_feed_has_what_readers_see_newest_first(client: Client, land: Section, url: str) -> None:
    make_version(make_story(headline="Second"), section=land, visible_from=NOON - 2 * HOUR)
    make_version(make_story(headline="First & best"), section=land)
    make_version(make_story(headline="Scheduled"), section=land, visible_from=NOON + HOUR)
    make_version(make_story(headline="Ended"), section=land, visible_until=NOON)
    make_version(make_story(headline="Elsewhere"), visible_from=NOON - 3 * HOUR)
    of_section = "section" in url
    wanted = ["First & best", "Second", *([] if of_section else ["Elsewhere"])]
    assert headlines(client, url) == wanted


def published(land: Section) -> PublishedVersion:
    return make_version(
        make_story(headline="Harvest begins", summary="Early."),
        section=land,
        slug="ähren",
        content={"authors": ["Ana", "Ben"], "picture": PICTURE},
        published_at=NOON - 2 * HOUR,
        modified_at=NOON - HOUR,
    )


def test_an_item_of_rss(client: Client, land: Section) -> None:
    version = published(land)
    item = read(client, "/rss.xml").find(".//item")
    assert item is not None
    assert item.findtext("title") == "Harvest begins"
    assert item.findtext("description") == "Early."
    assert item.findtext("link") == f"{SITE}/news/%C3%A4hren/"
    assert item.findtext("pubDate") == "Mon, 01 Sep 2025 10:00:00 +0000"
    assert item.findtext("category") == "Land"
    assert item.findtext("guid") == f"tag:testserver,2025-09-01:/story/{version.story_id}/"
    picture = item.find(f"{MEDIA}content")
    assert picture is not None
    assert picture.attrib == {
        "url": f"{SITE}/media/a.webp",
        "medium": "image",
        "width": "800",
        "height": "600",
    }


def test_an_entry_of_atom(client: Client, land: Section) -> None:
    published(land)
    feed = read(client, "/section/land/atom.xml")
    assert feed.findtext(f"{ATOM}title") == "Newsroom – Land"
    own = [link.attrib["href"] for link in feed.iterfind(f"{ATOM}link")]
    assert own == [f"{SITE}/section/land/", f"{SITE}/section/land/atom.xml"]
    entry = feed.find(f"{ATOM}entry")
    assert entry is not None
    assert entry.findtext(f"{ATOM}published") == "2025-09-01T10:00:00+00:00"
    assert entry.findtext(f"{ATOM}updated") == "2025-09-01T11:00:00+00:00"
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "Ana, Ben"


def test_who_has_read_a_story_is_not_told_again_when_its_slug_changes(
    client: Client, land: Section
) -> None:
    def guid() -> str | None:
        return read(client, "/rss.xml").findtext(".//guid")

    story = make_story()
    make_version(story, slug="before", visible_from=NOON - 2 * HOUR, visible_until=NOON - HOUR)
    version = make_version(story, slug="after", published_at=NOON - 2 * HOUR)
    assert guid() == f"tag:testserver,2025-09-01:/story/{version.story_id}/"


@pytest.mark.parametrize("url", FEEDS)
def test_characters_that_xml_cannot_hold_are_left_out(
    client: Client, land: Section, url: str
) -> None:
    make_version(make_story(headline="A\x0bB\ufffeC 😀"), section=land)
    assert headlines(client, url) == ["ABC 😀"]


@pytest.mark.parametrize("number", [1, 3, ENTRIES + 2])
@pytest.mark.parametrize(("url", "queries"), [("/rss.xml", 1), ("/section/land/atom.xml", 2)])
def test_a_feed_takes_one_query(
    client: Client,
    land: Section,
    number: int,
    url: str,
    queries: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for _ in range(number):
        make_version(section=land)
    with django_assert_num_queries(queries):
        assert len(headlines(client, url)) == min(number, ENTRIES)


@pytest.mark.parametrize("url", FEEDS)
def test_a_feed_of_nothing_is_valid(client: Client, url: str) -> None:
    assert headlines(client, url) == []


@pytest.mark.parametrize("name", ["rss", "atom"])
def test_there_is_no_feed_of_an_unknown_section(client: Client, name: str) -> None:
    assert client.get(f"/section/none/{name}.xml").status_code == 404
