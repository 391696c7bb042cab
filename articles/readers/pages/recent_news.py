"""“Recent News” beside an article, and in place of a story that is not there: a part of its own."""

from collections.abc import Iterable
from datetime import datetime

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from articles.readers.cache.building import Building
from articles.readers.cache.parts import part
from articles.readers.listings.teasers import headlines
from articles.readers.parts import recent_item, recent_list

RECENT_ON_ARTICLE = 8
#: In place of a story that is not there.
RECENT_OFFERED = 5
PART, OFFERED = "recent", "offered"


def recent_news(
    at: datetime, building: Building | None = None, *, without: int | None = None
) -> SafeString:
    """Return the list of the newest stories at the timezone-aware datetime `at`, as HTML.

    The story with the primary key `without` is left out. In a page that is to be cached
    (`building`) the list is joined in when the page is served.
    """
    return _variant(at, building, str(without or ""))


def recent_offered(at: datetime, building: Building | None = None) -> SafeString:
    """Return the same, shorter and with its heading; "" if there are no stories."""
    return _variant(at, building, OFFERED)


def _variant(at: datetime, building: Building | None, variant: str) -> SafeString:
    if building:
        return building.part(PART, variant)
    variants = _variants(at)
    return variants[variant] if variant in variants else variants[""]


@part(PART)
def _variants(at: datetime) -> dict[str, SafeString]:
    """Return the list for most stories, for each of those that are in it, and as it is offered."""
    # One more than is shown: a story is not in the list beside it.
    items = {
        str(story.story_id): recent_item(story) for story in headlines(at, RECENT_ON_ARTICLE + 1)
    }
    lists = {without: _list(items, without) for without in ("", *items)}
    offered = recent_list(list(items.values())[:RECENT_OFFERED])
    section = render_to_string("articles/_recent.html", {"recent": offered}) if items else ""
    return {**lists, OFFERED: mark_safe(section)}


def _list(items: dict[str, SafeString], without: str) -> SafeString:
    others: Iterable[SafeString] = (html for story, html in items.items() if story != without)
    return recent_list(list(others)[:RECENT_ON_ARTICLE])
