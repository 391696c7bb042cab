"""“Recent News” beside an article, and in place of a story that is not there."""

from datetime import datetime
from itertools import islice

from django.utils.safestring import SafeString, mark_safe

from articles.readers.cache.page_cache import Parts, shared
from articles.readers.cache.validator import Validator
from articles.readers.listings.teasers import headlines
from articles.readers.parts import recent_item

RECENT_ON_ARTICLE = 8
#: In place of a story that is not there.
RECENT_OFFERED = 5


def recent_news(
    at: datetime,
    validator: Validator | None,
    count: int = RECENT_ON_ARTICLE,
    *,
    without: int | None = None,
) -> list[SafeString]:
    """Return the `count` newest stories as items of HTML, at most `RECENT_ON_ARTICLE`.

    The story with the primary key `without` is left out. `validator` is that of the page which
    shows them; None if that page is not cached.
    """
    items = shared("recent", validator, lambda: _items(at))
    others = (html for story, html in items.items() if story != without)
    # Rendered from a template, which escapes.
    return [mark_safe(html) for html in islice(others, count)]


def _items(at: datetime) -> Parts:
    """Return the newest stories as items of HTML by the story's primary key."""
    return {story.story_id: recent_item(story) for story in headlines(at, RECENT_ON_ARTICLE + 1)}
