"""A small archive that readers see at noon, made by hand, and a story that is compared with it."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from articles.models import PublishedVersion, Section, Story
from tests.factories import NOON, make_story, make_version
from tests.helpers import draft

WHEAT = "<p>Farmers bring in the wheat. The harvest is poor, and millers pay more for grain.</p>"
STRIKE = "<p>Train drivers went on strike. The railway is closed, and so is the coast.</p>"
FOOTBALL = "<p>The striker scored twice, and the goalkeeper is the hero of the cup final.</p>"


def published(
    headline: str,
    body: str,
    *,
    days: float = 1,
    tags: Iterable[str] = (),
    places: Iterable[str] = (),
    authors: Iterable[str] = (),
    story: Story | None = None,
    **fields: Any,
) -> PublishedVersion:
    """Return a version that readers have seen since this many days before noon."""
    content = {
        "dateline": "",
        "authors": list(authors),
        "tags": list(tags),
        "places": list(places),
        "picture": None,
        "blocks": [],
    }
    start = NOON - timedelta(days=days)
    return make_version(
        story or make_story(headline=headline),
        **{
            "content": content,
            "body_html": body,
            "headline": headline,
            "visible_from": start,
            "language": "en",
        }
        | fields,
    )


def fill() -> None:
    """Publish a few stories of two other topics, so that common words are known to be common."""
    for number in range(4):
        published(f"Drivers strike again {number}", STRIKE, days=number + 2, tags=["railway"])
        published(f"Cup final goes on {number}", FOOTBALL, days=number + 2, tags=["football"])


def wheat_story(**fields: Any) -> Story:
    """Return a draft about the wheat harvest."""
    section = Section.objects.get_or_create(name="Economy", slug="economy")[0]
    return draft(
        "Wheat harvest is poor",
        **{
            "body": WHEAT,
            "tags": ("harvest", "grain"),
            "places": ("Astana",),
            "section": section,
            "language": "en",
            **fields,
        },
    )
