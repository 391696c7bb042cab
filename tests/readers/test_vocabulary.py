"""What pages say of themselves in JSON-LD is checked against the vocabulary of schema.org."""

import json
from typing import Any

import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from articles.publishing import save_author
from tests.factories import (
    HOUR,
    NOON,
    make_author,
    make_correction,
    make_picture,
    make_section,
    make_story,
    make_version,
)
from tests.readers.vocabulary import faults

PICTURE = {
    "src": "/media/800.webp",
    "srcset": "/media/1600.webp 1600w, /media/800.webp 800w",
    "width": 3200,
    "height": 2400,
    "alt": "A field",
    "caption": "The field at dawn.",
    "credit": "Ana/Agency",
}
CONTENT = {
    "dateline": "Astana: ",
    "authors": ["Ana", "Ben"],
    "tags": ["harvest"],
    "places": ["Astana"],
    "picture": PICTURE,
    "blocks": [],
}
NEWS = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Harvest begins"}


def said(client: Client, url: str) -> list[dict[str, Any]]:
    """Return the objects in the JSON-LD of a page."""
    response = client.get(url)
    assert response.status_code == 200
    scripts = LexborHTMLParser(response.content).css("script[type='application/ld+json']")
    return [json.loads(script.text()) for script in scripts]


@pytest.mark.django_db
@pytest.mark.usefixtures("clock")
def test_a_story_and_its_parts_are_said_as_the_vocabulary_has_them(client: Client) -> None:
    story = make_story(summary="Early.")
    fields = {"content": CONTENT, "section": make_section(), "published_at": NOON - HOUR}
    version = make_version(story, modified_at=NOON, language="de", **fields)
    make_correction(story)
    (found,) = said(client, version.get_absolute_url())

    # All that a story can say.
    assert {"image", "correction", "articleSection", "dateline", "keywords"} <= found.keys()
    assert list(faults(found)) == []


@pytest.mark.django_db
@pytest.mark.usefixtures("clock")
def test_a_story_without_anything_is_said_as_the_vocabulary_has_it(client: Client) -> None:
    (found,) = said(client, make_version(make_story()).get_absolute_url())

    assert list(faults(found)) == []


@pytest.mark.django_db
@pytest.mark.usefixtures("clock")
def test_an_author_is_said_as_the_vocabulary_has_them(client: Client) -> None:
    author = make_author(
        "Ana",
        bio="She writes.",
        role="Reporter",
        email="ana@news.example",
        links="https://a.example/",
    )
    author.portrait = make_picture(alt="Ana")
    save_author(author)
    make_version(make_story(), content=CONTENT)
    (found,) = said(client, "/author/ana/")

    assert {"image", "sameAs", "email", "jobTitle"} <= found["mainEntity"].keys()
    assert list(faults(found)) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"@type": "NewsPiece"}, "no type"),
        ({"headlines": "x"}, "no such property"),
        ({"awards": "x"}, "no such property"),
        ({"jobTitle": "x"}, "has no such property, but Person"),
        ({"author": "Ana"}, "none of Organization, Person"),
        ({"author": [{"@type": "Person", "dateline": "x"}]}, "has no such property"),
        ({"author": {"@type": "Place", "name": "x"}}, "none of Organization, Person"),
        ({"datePublished": "yesterday"}, "none of Date, DateTime"),
        ({"datePublished": "2025-09-01T10:00:00"}, "none of Date, DateTime"),
        ({"url": "/news/x/"}, "none of URL"),
        ({"isAccessibleForFree": "true"}, "none of Boolean"),
        ({"headline": ""}, "none of Text"),
        ({"image": {"@type": "ImageObject", "width": 800}}, "none of Distance"),
    ],
)
def test_what_the_vocabulary_does_not_have_is_found(change: dict[str, Any], fault: str) -> None:
    (found,) = faults(NEWS | change)
    assert fault in found


def test_what_the_vocabulary_has_is_let_in() -> None:
    for change in (
        {"author": {"@type": "NewsMediaOrganization", "name": "x"}},
        {"keywords": ["x"]},
    ):
        assert list(faults(NEWS | change)) == []
