"""Embeds on readers' pages: a link, and an offer to load what it leads to."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings
from selectolax.lexbor import LexborHTMLParser, LexborNode

from articles import body, publishing
from articles.models import Story
from articles.search import find_stories, parse
from tests.helpers import managing_editor, ready

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

VIDEO = body.Embed("k3y0k3y1", "https://youtu.be/dQw4w9WgXcQ", "The <summit>", "Ana & Ben")
TOOT = body.Embed("k3y0k3y2", "https://social.example/@desk/109876543210987654")


def page_with(client: Client, *blocks: body.Block) -> LexborHTMLParser:
    """Return the page of a story with these blocks in its body."""
    story = ready(body=body.write([body.paragraph("It began."), *blocks]))
    version = publishing.publish(story, by=managing_editor())
    return LexborHTMLParser(client.get(version.get_absolute_url()).content)


def one(tree: LexborHTMLParser, selector: str) -> LexborNode:
    node = tree.css_first(selector)
    assert node
    return node


def test_readers_get_a_link_and_an_offer(client: Client) -> None:
    tree = page_with(client, VIDEO)

    card = one(tree, ".embed > a.embed-card")
    assert card.attributes["href"] == VIDEO.url
    assert card.text().split() == "YouTube · Ana & Ben The <summit>".split()
    offer, button = one(tree, ".embed > .embed-offer"), one(tree, ".embed-offer button")
    assert "hidden" in offer.attributes
    assert button.attributes["data-shape"] == "video"
    frame = "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1"
    assert button.attributes["data-frame"] == frame
    assert "YouTube" in offer.text()
    assert any("embeds" in (one.attributes["src"] or "") for one in tree.css("script[src]"))


def test_nothing_in_the_page_is_of_another_site(client: Client) -> None:
    tree = page_with(client, VIDEO)

    assert tree.css("iframe, embed, object") == []
    for tag, attribute in (("script", "src"), ("img", "src"), ("link[rel=stylesheet]", "href")):
        for node in tree.css(tag):
            assert (node.attributes.get(attribute) or "/").startswith("/")


def test_a_page_without_embeds_has_no_script_for_them(client: Client) -> None:
    tree = page_with(client)

    assert not any("embeds" in (one.attributes["src"] or "") for one in tree.css("script[src]"))


def test_many_embeds_take_no_more_queries_than_one(client: Client) -> None:
    counts = set()
    for number in (1, 3, 30):
        more = (replace(VIDEO, key=f"k3y0k3y{at:03}") for at in range(number))
        story = ready(f"Story {number}", body=body.write([body.paragraph("It began."), *more]))
        url = publishing.publish(story, by=managing_editor()).get_absolute_url()
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            page = client.get(f"{url}?again")
        assert page.text.count("data-frame") == number
        counts.add(len(queries))
    assert len(counts) == 1


def test_the_desk_finds_an_embed_by_its_title_its_author_and_its_site() -> None:
    story = ready(body=body.write([body.paragraph("It began."), VIDEO]))
    for words in ("summit", "Ben", "YouTube"):
        assert list(find_stories(Story.objects.all(), parse(words))) == [story]


def test_readers_find_an_embed_by_what_they_see_of_it(client: Client) -> None:
    page_with(client, VIDEO)
    for words, is_found in (("summit", True), ("Ben", True), ("YouTube", True), ("Vimeo", False)):
        results = LexborHTMLParser(client.get("/search/", {"q": words}).content)
        headlines = [one.text() for one in results.css("#search-results article h2")]
        assert ("Harvest begins" in headlines) is is_found


def test_what_may_not_be_shown_is_a_link_only(client: Client, settings: Settings) -> None:
    settings.NEWSROOM_MASTODON_HOSTS = ("social.example",)
    tree = page_with(client, TOOT)
    assert one(tree, "button[data-frame]").attributes["data-frame"] == f"{TOOT.url}/embed"

    settings.NEWSROOM_MASTODON_HOSTS = ()
    tree = LexborHTMLParser(client.get("/news/harvest-begins/").content)
    assert tree.css("button[data-frame]") == []
    assert one(tree, ".embed-card").text().split() == [
        "Mastodon",
        TOOT.url.removeprefix("https://"),
    ]
