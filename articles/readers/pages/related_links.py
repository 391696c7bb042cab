"""The related links of a story that readers may see."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.db.models import BigIntegerField, DateTimeField
from django.db.models.fields.json import KeyTextTransform

from articles.body import PictureData
from articles.core import article_url
from articles.database import Parameter, PreparedQuery
from articles.models import LinkDecision, LinkDecisionQuerySet, LinkState, PublishedVersion
from articles.readers.cache.reads import reading_about
from articles.readers.listed_picture import LOOK, listed_picture

AT = Parameter("at", DateTimeField())
STORY = Parameter("story", BigIntegerField())


class Target(NamedTuple):
    """What readers see of the story to which a link leads.

    The fields are columns of the query below; `frozen_picture` is the JSON of its lead picture,
    `look` that of what was made of it since.
    """

    story: int
    slug: str
    headline: str
    published_at: datetime
    frozen_picture: str | None
    look: str | None


class ReadersLink(NamedTuple):
    """What was decided on a related link, and its target as readers see it.

    All fields but the last are columns of the query below. `key` is that of an inline link, "" for
    one that comes after the body; `label`, `headline` and `position` are what a moderator chose in
    place of the story's own.
    """

    key: str
    url: str
    state: str
    target: int | None
    label: str
    headline: str
    after_body: bool
    position: int | None
    is_release: bool
    released_headline: str
    valid_from: datetime
    #: None if readers see no such story.
    seen: Target | None

    @property
    def leads_to(self) -> str:
        """The URL to which it leads; "" unless it was approved, and readers see its target."""
        if self.state != LinkState.APPROVED:
            return ""
        return article_url(self.seen.slug) if self.seen else self.url

    @property
    def is_words_only(self) -> bool:
        """Whether nobody has decided on it, and readers may see its target."""
        return self.state == LinkState.SUGGESTED and self.seen is not None


class AfterBody(NamedTuple):
    """A link as it is shown after the body; on another site it has neither time nor picture.

    `frozen_picture` is the JSON of the lead picture, `look` that of what was made of it since.
    """

    headline: str
    url: str
    published_at: datetime | None = None
    frozen_picture: str | None = None
    look: str | None = None

    def picture(self, shape: str) -> PictureData | None:
        """Return the lead picture in this shape, if there is one."""
        return listed_picture(self.frozen_picture, self.look, shape)


#: Those of a decision, and which of them is the target.
COLUMNS = ReadersLink._fields[:-1]
TARGET = COLUMNS.index("target")
#: A link after the body, with its words there.
Shown = tuple[str, ReadersLink]


def links_of(version: PublishedVersion, at: datetime) -> list[ReadersLink]:
    """Return the decisions on the story's links that hold at the timezone-aware datetime `at`."""
    if not version.story_id:
        return []
    with reading_about(version.story_id):
        seen = {target.story: target for target in _targets(at=at, story=version.story_id)}
        return [
            ReadersLink._make((*decision, seen.get(decision[TARGET])))
            for decision in _decisions(at=at, story=version.story_id)
        ]


def links_after_body(version: PublishedVersion, links: Iterable[ReadersLink]) -> list[AfterBody]:
    """Return the approved links after the body: the version's own, then those released since."""
    rows = {(link.target, link.url): link for link in links if not link.key}
    shown = [
        (link["headline"], row)
        for link in version.content.get("related", [])
        if (row := rows.pop((link["story"], link["url"]), None))
    ]
    released = [row for row in rows.values() if _is_released(row, version)]
    shown += [(row.released_headline, row) for row in released]
    shown += _moved(version, links)
    return [
        _after_body(row, row.headline or headline, url)
        for headline, row in _in_order(shown)
        if (url := row.leads_to)
    ]


def _after_body(link: ReadersLink, headline: str, url: str) -> AfterBody:
    if link.seen is None:
        return AfterBody(headline or url, url)
    _, _, its_own, published_at, picture, look = link.seen
    return AfterBody(headline or its_own, url, published_at, picture, look)


def _moved(version: PublishedVersion, links: Iterable[ReadersLink]) -> list[Shown]:
    """Return the version's inline links that a moderator moved below the text."""
    moved = {link.key: link for link in links if link.after_body}
    return [
        (block["headline"], moved[block["key"]])
        for block in (version.content.get("blocks", []) if moved else [])
        if block.get("kind") == "AlsoRead" and block["key"] in moved
    ]


def _in_order(shown: list[Shown]) -> list[Shown]:
    """Return the links in their order; a link for which a moderator chose a place is there."""
    found = [one for one in shown if one[1].position is None]
    for one in sorted(shown, key=lambda one: one[1].position or 0):
        if (place := one[1].position) is not None:
            found.insert(place - 1, one)
    return found


def _is_released(link: ReadersLink, version: PublishedVersion) -> bool:
    # A preview, which is not stored, would be made now: later than all that was released.
    is_stored = version.pk is not None
    return is_stored and link.is_release and link.valid_from > version.made_at


def _held() -> LinkDecisionQuerySet:
    return LinkDecision.objects.for_readers(AT).filter(story=STORY)


_decisions = PreparedQuery(lambda *columns: columns, lambda: _held().values_list(*COLUMNS))
_targets = PreparedQuery(
    Target,
    lambda: (
        PublishedVersion.objects.visible(AT)
        .filter(story__in=_held().order_by().values("target"))
        .values_list(
            *("story", "slug", "headline", "published_at"),
            KeyTextTransform("picture", "content"),
            LOOK,
        )
    ),
)
