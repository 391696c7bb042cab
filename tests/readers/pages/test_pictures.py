"""Pages show pictures in the shapes and formats that there are, and wait for none."""

import json
from typing import Any

import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from articles import live, pictures, publishing
from articles.models import Picture, PublishedVersion, Shape
from articles.pictures import Box
from articles.pictures.tasks import make_picture_looks
from tests.factories import (
    make_author,
    make_coverage,
    make_link,
    make_picture,
    make_story,
    make_version,
)
from tests.helpers import managing_editor, ready

pytestmark = pytest.mark.django_db
WORDS = {"alt": "A field", "caption": "At dawn", "credit": "Ana"}
FIGURE = (
    '<p>The harvest has begun.</p><figure data-block="figure" data-key="figure001"'
    ' data-picture="{}" data-alt="Water"><figcaption>By the river</figcaption></figure>'
)


@pytest.fixture
def picture() -> Picture:
    """The lead picture of a story that readers see, with another one in its body."""
    lead, inside = make_picture(**WORDS), make_picture(**WORDS)
    author = make_author("Ana Lee", portrait=lead)
    story = ready(lead_picture=lead, body=FIGURE.format(inside.pk), authors=(author,))
    publishing.publish(story, by=managing_editor())
    return lead


def read(client: Client, url: str) -> LexborHTMLParser:
    response = client.get(url)
    assert response.status_code == 200
    return LexborHTMLParser(response.text)


def formats(tree: LexborHTMLParser, selector: str) -> list[tuple[str | None, ...]]:
    """Return type and candidates of each source of the picture, then the file of its `<img>`."""
    image = tree.css_first(f"{selector} img")
    assert image is not None
    assert image.parent is not None
    sources = image.parent.css("source") if image.parent.tag == "picture" else []
    return [(one.attributes["type"], one.attributes["srcset"]) for one in sources]


def test_until_there_is_more_pages_show_renditions(client: Client, picture: Picture) -> None:
    tree = read(client, "/news/harvest-begins/")
    assert formats(tree, ".lead-picture") == formats(tree, ".body .picture") == []
    assert formats(read(client, "/"), ".teaser-lead") == []
    preload, image = tree.css_first("link[rel=preload]"), tree.css_first(".lead-picture img")
    assert preload is not None
    assert image is not None
    assert preload.attributes["imagesrcset"] == image.attributes["srcset"]
    assert len(images_of(tree)) == 1


def images_of(tree: LexborHTMLParser) -> list[dict[str, Any]]:
    said = tree.css_first('script[type="application/ld+json"]')
    assert said is not None
    images: list[dict[str, Any]] = json.loads(said.text())["image"]
    return images


def test_then_they_show_newer_formats_and_crops(client: Client, picture: Picture) -> None:
    make_picture_looks.call()
    tree = read(client, "/news/harvest-begins/")
    for place in (".lead-picture", ".body .picture"):
        (avif, candidates), (webp, _) = formats(tree, place)
        assert (avif, webp) == ("image/avif", "image/webp")
        files = [one.split() for one in str(candidates).split(", ")]
        assert [width for _, width in files] == ["400w", "800w", "960w"]
        for url, _ in files:
            response = client.get(url)
            response.getvalue()
            assert (response.status_code, response["Content-Type"]) == (200, "image/avif")
    preload = tree.css_first("link[rel=preload]")
    assert preload is not None
    assert preload.attributes["type"] == "image/avif"
    assert preload.attributes["imagesrcset"] == formats(tree, ".lead-picture")[0][1]
    assert preload.attributes["fetchpriority"] == "high"

    sizes = [
        [int(one[side].removesuffix(" px")) for side in ("width", "height")]
        for one in images_of(tree)
    ]
    ratios = [width / height for width, height in sizes]
    assert ratios == pytest.approx([16 / 9, 4 / 3, 1], abs=0.01)
    meta = tree.css_first('meta[property="og:image"]')
    assert meta is not None
    assert meta.attributes["content"] == images_of(tree)[0]["url"]

    lead = read(client, "/").css_first(".teaser-lead img")
    assert lead is not None
    width, height = (int(str(lead.attributes[one])) for one in ("width", "height"))
    assert width / height == pytest.approx(16 / 9, abs=0.01)
    portrait = read(client, "/author/ana-lee/").css_first(".portrait")
    assert portrait is not None
    assert portrait.attributes["width"] == portrait.attributes["height"]


def test_a_picture_in_a_live_entry_gets_newer_formats_too(client: Client, picture: Picture) -> None:
    story, inside = PublishedVersion.objects.get().story, make_picture(**WORDS)
    make_coverage(story)
    by = managing_editor()
    entry = live.write_entry(story, live.EntryCopy(FIGURE.format(inside.pk)), by=by)
    live.publish_entry(entry, by=by)
    assert formats(read(client, "/news/harvest-begins/"), ".live-entry") == []
    make_picture_looks.call()
    (avif, _), (webp, _) = formats(read(client, "/news/harvest-begins/live/"), ".live-entry")
    assert (avif, webp) == ("image/avif", "image/webp")


def test_another_focal_point_shows_everywhere_and_changes_no_version(
    client: Client, picture: Picture
) -> None:
    make_picture_looks.call()
    second, target = make_story(slug="second"), PublishedVersion.objects.get().story
    make_version(second)
    make_link(second, target=target, state="approved")
    frozen = PublishedVersion.objects.values_list("content", "body_html")
    before = list(frozen)
    pages = ("/", "/recent/", "/news/harvest-begins/", "/news/second/", "/author/ana-lee/")
    shown = {url: client.get(url).content for url in pages}
    by_hand = {Shape.LIST: Box(0.1, 0.1, 0.5, 0.5)}
    pictures.refocus(picture, (0, 0), by_hand, by=managing_editor())
    make_picture_looks.call()
    assert {url for url in pages if client.get(url).content == shown[url]} == set()
    assert list(frozen) == before


def test_a_page_has_the_same_queries_however_many_pictures(
    client: Client, picture: Picture, django_assert_num_queries: Any
) -> None:
    make_picture_looks.call()
    client.get("/news/harvest-begins/")
    with django_assert_num_queries(7):
        client.get("/news/harvest-begins/")
    many = "".join(
        FIGURE.format(make_picture(**WORDS).pk).replace("figure001", f"figure{number:03}")
        for number in range(12)
    )
    publishing.publish(ready("Many", body=many, lead_picture=picture), by=managing_editor())
    make_picture_looks.call()
    with django_assert_num_queries(7):
        client.get("/news/many/")
