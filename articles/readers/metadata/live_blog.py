"""A live blog as schema.org describes it."""

from typing import Any
from urllib.parse import urljoin

from articles.readers.live.shown_entry import ShownEntry
from articles.readers.live.stream import LiveStream


def live_blog(story: dict[str, Any], live: LiveStream, url: str, home: str) -> dict[str, Any]:
    """Return the LiveBlogPosting of a story, of which `story` is the NewsArticle.

    `url` is that of the page, `home` that of the front page; both are absolute.
    """
    ended = live.ended_at
    return {
        # Of articles, only those of newspapers have a dateline.
        **{name: value for name, value in story.items() if name != "dateline"},
        "@type": "LiveBlogPosting",
        "coverageStartTime": live.started_at.isoformat(),
        "coverageEndTime": ended.isoformat() if ended else "",
        "liveBlogUpdate": [_update(entry, live, url, home) for entry in live.entries],
    }


def _update(entry: ShownEntry, live: LiveStream, url: str, home: str) -> dict[str, Any]:
    person = {"@type": "Person", "name": entry.author, "url": urljoin(home, entry.author_url)}
    said: dict[str, Any] = {
        "@type": "BlogPosting",
        "headline": entry.name,
        "url": urljoin(url, live.link_to(entry.key)),
        "datePublished": entry.published_at.isoformat(),
        "dateModified": (entry.modified_at or entry.published_at).isoformat(),
        "articleBody": entry.text,
        "correction": entry.note,
        "author": person if entry.author else "",
    }
    return {name: value for name, value in said.items() if value}
