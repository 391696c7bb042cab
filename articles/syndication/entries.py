"""What feeds and sitemaps say of a story."""

import json
import re
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models.fields.json import KeyTextTransform

from articles.core import article_url
from articles.models import PublishedVersionQuerySet
from articles.readers import section_name

#: What XML 1.0 cannot hold, not even as a reference.
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Entry(NamedTuple):
    """A story that readers see; `section` is a name, `authors` and `picture` are JSON."""

    story_id: int
    slug: str
    headline: str
    summary: str
    language: str
    published_at: datetime
    modified_at: datetime | None
    section: str | None
    frozen_authors: str | None
    frozen_picture: str | None

    @property
    def url(self) -> str:
        """The path of its page."""
        return article_url(self.slug)

    @property
    def authors(self) -> list[str]:
        """The names in its byline."""
        authors: list[str] = json.loads(self.frozen_authors or "[]")
        return authors

    @property
    def picture(self) -> dict[str, Any] | None:
        """The frozen data of its lead picture, if it has one."""
        picture: dict[str, Any] | None = json.loads(self.frozen_picture or "null")
        return picture


def entries_of(versions: PublishedVersionQuerySet, count: int, at: datetime) -> list[Entry]:
    """Return what feeds and sitemaps say of the first of these versions at `at`, in one query."""
    rows = versions.values_list(
        *("story_id", "slug", "headline", "summary", "language", "published_at", "modified_at"),
        section_name(at),
        KeyTextTransform("authors", "content"),
        KeyTextTransform("picture", "content"),
    )
    return [Entry(*row) for row in rows[:count]]


def xml_text(text: str) -> str:
    """Return the text without characters that XML cannot hold."""
    return NOT_XML.sub("", text)
