"""An entry of a live blog as its page shows it."""

import json
from datetime import datetime
from html import unescape
from typing import NamedTuple

from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe

from articles.core import term_url
from articles.models import TermKind
from articles.pictures import body_with_formats
from articles.text import name_slug

#: Characters of an entry by which machines know it, if it has no headline.
LONGEST_NAME = 100


def entry_url(page: str, key: str) -> str:
    """Return the permanent URL of the entry with this key, on the page of its story."""
    return f"{page}?entry={key}#entry-{key}"


class ShownEntry(NamedTuple):
    """An entry that readers see; the fields are columns of the model."""

    entry_id: int
    key: str
    headline: str
    body_html: str
    author: str
    is_key: bool
    note: str
    at: datetime
    published_at: datetime
    modified_at: datetime | None
    #: The JSON of what was made of its picture since.
    look: str | None

    @property
    def anchor(self) -> str:
        """The name of its place on the page."""
        return f"entry-{self.key}"

    @property
    def body(self) -> SafeString:
        """What it says, as HTML."""
        looks = [json.loads(self.look)] if self.look else []
        # Cleaned by nh3 when it was published.
        return mark_safe(body_with_formats(self.body_html, looks))

    @property
    def text(self) -> str:
        """What it says, as text in one line."""
        return " ".join(unescape(strip_tags(self.body_html.replace("<", " <"))).split())

    @property
    def name(self) -> str:
        """Its headline, or else its first words."""
        return self.headline or self.text[:LONGEST_NAME]

    @property
    def author_url(self) -> str:
        """The path of the author's page; "" without one."""
        slug = name_slug(self.author)
        return term_url(TermKind.AUTHOR, slug) if slug else ""


class KeyMoment(NamedTuple):
    """A key moment in the list above the entries; the fields are columns of the model."""

    key: str
    headline: str
    at: datetime
