"""What pages say of themselves to machines."""

import json
from typing import Any

import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from tests.factories import HOUR, NOON, make_correction, make_section, make_story, make_version

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
SITE = "http://testserver"
PICTURE = {
    "src": "/media/800.webp",
    "srcset": "/media/400.webp 400w, /media/1600.webp 1600w, /media/800.webp 800w",
    "width": 3200,
    "height": 2400,
    "alt": "A field",
    "caption": "The field at dawn.",
    "credit": "Ana/Agency",
}
CONTENT = {
    "dateline": "Astana: ",
    "authors": ["Ana", "Ben"],
    "tags": ["harvest", "rain"],
    "picture": PICTURE,
    "blocks": [],
}


def read(client: Client, url: str) -> LexborHTMLParser:
    response = client.get(url)
    assert response.status_code == 200
    return LexborHTMLParser(response.text)


def said(tree: LexborHTMLParser) -> dict[str, str | None]:
    """Return the content of the `<meta>` elements by name or property."""
    metas = (meta.attributes for meta in tree.css("meta[content]"))
    return {(meta.get("property") or meta.get("name") or ""): meta["content"] for meta in metas}


def data(tree: LexborHTMLParser) -> dict[str, Any]:
    (script,) = tree.css("script[type='application/ld+json']")
    found: dict[str, Any] = json.loads(script.text())
    return found


def canonical(tree: LexborHTMLParser) -> str | None:
    (link,) = tree.css("link[rel=canonical]")
    return link.attributes["href"]


def test_a_story_says_what_its_page_shows(client: Client) -> None:
    story = make_story(headline="Harvest begins", summary="Early & good.")
    land = make_section(name="Land", slug="land")
    start = NOON - 2 * HOUR
    make_version(story, slug="old", visible_from=start, visible_until=NOON - HOUR)
    version = make_version(
        story,
        slug="ähren",
        content=CONTENT,
        section=land,
        language="de",
        published_at=start,
        modified_at=NOON - HOUR,
    )
    make_correction(story, text="It was <wrong>.")
    tree = read(client, f"{version.get_absolute_url()}?utm_source=mail")
    url = f"{SITE}/news/%C3%A4hren/"
    assert data(tree) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": {"@type": "WebPage", "@id": url},
        "url": url,
        "headline": "Harvest begins",
        "description": "Early & good.",
        "inLanguage": "de",
        "datePublished": "2025-09-01T10:00:00+00:00",
        "dateModified": "2025-09-01T11:00:00+00:00",
        "author": [
            {"@type": "Person", "name": name, "url": f"{SITE}/author/{name.lower()}/"}
            for name in ("Ana", "Ben")
        ],
        "publisher": {"@type": "NewsMediaOrganization", "name": "Newsroom", "url": f"{SITE}/"},
        "articleSection": "Land",
        "dateline": "Astana",
        "keywords": ["harvest", "rain"],
        "image": [
            {
                "@type": "ImageObject",
                "url": f"{SITE}/media/1600.webp",
                "width": "1600 px",
                "height": "1200 px",
                "caption": "The field at dawn.",
                "creditText": "Ana/Agency",
            }
        ],
        "correction": [
            {
                "@type": "CorrectionComment",
                "text": "Correction: It was <wrong>.",
                "datePublished": "2025-09-01T12:00:00+00:00",
            }
        ],
        "isAccessibleForFree": True,
    }
    assert canonical(tree) == url
    meta = said(tree)
    assert meta["description"] == meta["og:description"] == "Early & good."
    assert meta["og:title"] == "Harvest begins"
    assert meta["og:url"] == url
    assert meta["og:type"] == "article"
    assert (meta["og:image"], meta["og:image:width"]) == (f"{SITE}/media/1600.webp", "1600")
    assert meta["twitter:card"] == "summary_large_image"
    assert meta["article:modified_time"] == "2025-09-01T11:00:00+00:00"


def test_what_a_story_lacks_is_not_said(client: Client) -> None:
    version = make_version(make_story(headline="Bare"))
    tree = read(client, version.get_absolute_url())
    found = data(tree)
    assert found["author"] == [found["publisher"]]
    assert found["dateModified"] == found["datePublished"]
    assert not {"image", "articleSection", "dateline", "correction", "keywords"} & found.keys()
    assert said(tree)["twitter:card"] == "summary"
    assert not {"og:image", "og:description", "description"} & said(tree).keys()


@pytest.mark.parametrize(
    "hostile", ["</script><script>alert(1)</script>", "<!--<script>", "a\u2028b", '"}', "&lt;"]
)
def test_no_words_of_a_story_end_its_data(client: Client, hostile: str) -> None:
    version = make_version(
        make_story(headline=hostile, summary=hostile), content=CONTENT | {"authors": [hostile]}
    )
    page = client.get(version.get_absolute_url()).text
    tree = LexborHTMLParser(page)
    assert data(tree)["headline"] == hostile
    assert data(tree)["author"][0]["name"] == hostile
    assert len(tree.css("script:not([src])")) == 1
    assert said(tree)["og:title"] == hostile


@pytest.mark.parametrize(
    ("url", "its_own"),
    [
        ("/", "/"),
        ("/?utm_source=x&before=y", "/"),
        ("/recent/?a=b", "/recent/"),
        (
            "/recent/?before=2025-09-01T12:00:00Z,9&a=b",
            "/recent/?before=2025-09-01T12%3A00%3A00Z%2C9",
        ),
        ("/corrections/", "/corrections/"),
        ("/section/land/", "/section/land/"),
    ],
)
def test_lists_name_the_url_that_is_their_own(client: Client, url: str, its_own: str) -> None:
    make_section(name="Land", slug="land")
    tree = read(client, url)
    assert canonical(tree) == f"{SITE}{its_own}"
    assert said(tree)["og:type"] == "website"
    assert said(tree)["description"]


def test_pages_offer_their_feeds(client: Client) -> None:
    make_section(name="Land", slug="land")
    for url, prefixes in (("/recent/", ("/",)), ("/section/land/", ("/section/land/", "/"))):
        links = read(client, url).css("link[rel=alternate]")
        assert [link.attributes["href"] for link in links] == [
            f"{SITE}{prefix}{name}" for prefix in prefixes for name in ("rss.xml", "atom.xml")
        ]
