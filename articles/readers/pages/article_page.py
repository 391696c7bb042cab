"""An version as a reader gets it: the frozen text, joined with what is decided since."""

import re
from collections.abc import Iterable
from datetime import datetime
from itertools import islice
from typing import Any, NamedTuple, TypedDict

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS
from django.db.models import BigIntegerField, CharField, DateTimeField, Exists, OuterRef
from django.template.loader import get_template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from articles.body import also_read_mark
from articles.core import article_url
from articles.database import Parameter, PreparedQuery
from articles.models import Correction, LinkState, PublishedVersion, RelatedLink, Section
from articles.readers.cache.page_cache import Parts, shared
from articles.readers.cache.validator import Validator
from articles.readers.listings.teasers import headlines
from articles.readers.pages.notes import Note, notes_of

RECENT_ON_ARTICLE = 8
#: In place of a story that is not there.
RECENT_OFFERED = 5
ALSO_READ = re.compile(also_read_mark("([a-z0-9]{8,32})"))


class Related(NamedTuple):
    """A link that stands after the body."""

    headline: str
    address: str


class Link(NamedTuple):
    """A related link that readers may see; slug and headline of its target are those they see."""

    key: str
    label: str
    headline: str
    address: str
    state: str
    target_slug: str | None
    target_headline: str | None


class ArticleContext(TypedDict):
    """All that the template `articles/article.html` needs; times are aware."""

    version: PublishedVersion
    body: SafeString
    authors: list[str]
    picture: dict[str, Any] | None
    published: datetime
    updated: datetime | None
    related: list[Related]
    notes: list[Note]
    recent: list[SafeString]
    preview: bool


def article_context(
    version: PublishedVersion,
    at: datetime,
    validator: Validator | None = None,
    *,
    preview: bool = False,
) -> ArticleContext:
    """Give the article page of an version, as readers see it at the aware time `at`.

    The version may be unsaved, as in a preview, and its story too. It makes two queries,
    however many links there are, and one more for a preview, one less if `validator` is that of a
    page to be kept and the recent news is kept already.
    """
    links = links_of(version, at)
    unsaved = unsaved_keys(version) if preview else set()
    return {
        "version": version,
        "body": join_also_reads(version, links, unsaved),
        "authors": version.content.get("authors", []),
        "picture": version.content.get("picture"),
        "published": version.published_at if version.pk else at,
        "updated": version.modified_at,
        "related": list(after_body(links)),
        "notes": _notes(version, at),
        "recent": recent_news(at, validator, but=version.story_id),
        "preview": preview,
    }


def _notes(version: PublishedVersion, at: datetime) -> list[Note]:
    # Known of an version that `version_at` gave.
    some = getattr(version, "has_notes", version.story_id is not None)
    return notes_of(version.story_id, at) if some else []


def recent_news(
    at: datetime,
    validator: Validator | None,
    count: int = RECENT_ON_ARTICLE,
    *,
    but: int | None = None,
) -> list[SafeString]:
    """Give the `count` newest stories, but for one story's key, as items of HTML.

    `validator` is that of the page which shows them, if it is kept. At most `RECENT_ON_ARTICLE`.
    """
    items = shared("recent", validator, lambda: recent_items(at))
    others = (html for story, html in items.items() if story != but)
    # Rendered from a template, which escapes.
    return [mark_safe(html) for html in islice(others, count)]


def recent_items(at: datetime) -> Parts:
    """Give the newest stories as they stand beside an article: HTML by the story's key."""
    template: Any = get_template("articles/_recent_item.html")
    item = template.template.module.recent_item
    return {story.story_id: item(story) for story in headlines(at, RECENT_ON_ARTICLE + 1)}


def version_at(slug: str, at: datetime) -> PublishedVersion | None:
    """Give the version that readers see under this slug at the aware time `at`, if any."""
    found = _editions(at=at, slug=slug)
    return found[0] if found else None


def links_of(version: PublishedVersion, at: datetime) -> list[Link]:
    """Give the links of the version's story that readers may see at the aware time `at`."""
    return _links(at=at, story=version.story_id) if version.story_id else []


def unsaved_keys(version: PublishedVersion) -> set[str]:
    """Give the keys of also-reads in the text on which nobody can have decided: not yet saved."""
    keys = set(ALSO_READ.findall(version.body_html))
    placed = RelatedLink.objects.placed().filter(story=version.story_id, key__in=keys)
    return keys.difference(placed.values_list("key", flat=True))


def join_also_reads(
    version: PublishedVersion, links: Iterable[Link], unsaved: Iterable[str] = ()
) -> SafeString:
    """Give the body with its also-reads in their places.

    An approved one leads to its target, an undecided one is words only, any other is left out.
    The words are the version's own, since later edits are not published yet.
    """
    printed = {
        block["key"]: block
        for block in version.content.get("blocks", [])
        if block.get("kind") == "AlsoRead"
    }
    asides = {key: aside(printed[key]) for key in unsaved if key in printed}
    for link in links:
        if link.key:
            words = printed.get(link.key, {"label": link.label, "headline": link.headline})
            asides[link.key] = aside(
                words, address_of(link) if link.state == LinkState.APPROVED else ""
            )
    # Cleaned by nh3 when the version was made; what is put in here is escaped.
    return mark_safe(ALSO_READ.sub(lambda mark: asides.get(mark[1], ""), version.body_html))


def aside(words: dict[str, Any], address: str = "") -> SafeString:
    """Give an also-read, as a link if it has an address."""
    label = words["label"] or settings.NEWSROOM_ALSO_READ_LABEL
    headline = words["headline"]
    if address:
        headline = format_html('<a href="{}">{}</a>', address, headline)
    return format_html(
        '<aside class="also-read"><span class="label">{}</span>{}</aside>', label, headline
    )


def after_body(links: Iterable[Link]) -> Iterable[Related]:
    """Give the approved links that stand after the body."""
    for link in links:
        if not link.key and link.state == LinkState.APPROVED:
            headline = link.headline or link.target_headline or link.address
            yield Related(headline, address_of(link))


def address_of(link: Link) -> str:
    """Give where a link leads; empty if it has no target yet."""
    return article_url(link.target_slug) if link.target_slug else link.address


AT = Parameter("at", DateTimeField())
#: What the page shows, in the order of the model; others are read when somebody asks for them.
VERSION = (
    *("id", "story_id", "slug", "headline", "summary", "section_id", "content", "body_html"),
    *("published_at", "modified_at"),
)
SECTION = ("id", "name")


def _edition(*columns: Any) -> PublishedVersion:
    *values, has_notes = columns
    version = PublishedVersion.from_db(DEFAULT_DB_ALIAS, VERSION, values[: len(VERSION)])
    # Most stories have none: one query less.
    version.has_notes = has_notes  # type: ignore[attr-defined]
    if version.section_id:
        version.section = Section.from_db(DEFAULT_DB_ALIAS, SECTION, values[len(VERSION) :])
    return version


_editions = PreparedQuery(
    _edition,
    lambda: (
        PublishedVersion.objects.visible(AT)
        .filter(slug=Parameter("slug", CharField()))
        .annotate(has_notes=Exists(Correction.objects.filter(story=OuterRef("story_id"))))
        .values_list(*VERSION, *(f"section__{name}" for name in SECTION), "has_notes")
    ),
)
_links = PreparedQuery(
    Link,
    lambda: (
        RelatedLink.objects.for_readers(AT)
        .filter(story=Parameter("story", BigIntegerField()))
        .values_list(*Link._fields)
    ),
)
