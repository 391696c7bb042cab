"""The related links of a story that readers may see."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.db.models import BigIntegerField, DateTimeField

from articles.core import article_url
from articles.database import Parameter, PreparedQuery
from articles.models import LinkState, PublishedVersion, RelatedLink


class ReadersLink(NamedTuple):
    """A related link that readers may see, and the slug and headline of its target as they see it.

    The fields are columns of the query below. `key` is that of an inline link, "" for one that
    stands after the body.
    """

    key: str
    label: str
    headline: str
    url: str
    state: str
    target_slug: str | None
    target_headline: str | None

    @property
    def leads_to(self) -> str:
        """The URL to which it leads; "" as long as it has no target or is undecided."""
        if self.state != LinkState.APPROVED:
            return ""
        return article_url(self.target_slug) if self.target_slug else self.url


class AfterBody(NamedTuple):
    """A link as it stands after the body."""

    headline: str
    url: str


def links_of(version: PublishedVersion, at: datetime) -> list[ReadersLink]:
    """Return the story's links that readers may see at the timezone-aware datetime `at`."""
    return _links(at=at, story=version.story_id) if version.story_id else []


def links_after_body(links: Iterable[ReadersLink]) -> list[AfterBody]:
    """Return those of the links that are approved and stand after the body."""
    return [
        AfterBody(link.headline or link.target_headline or link.url, url)
        for link in links
        if not link.key and (url := link.leads_to)
    ]


_links = PreparedQuery(
    ReadersLink,
    lambda: (
        RelatedLink.objects.for_readers(Parameter("at", DateTimeField()))
        .filter(story=Parameter("story", BigIntegerField()))
        .values_list(*ReadersLink._fields)
    ),
)
