"""An edition as a reader gets it: the frozen text, joined with what is decided since."""

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

from articles.addresses import article_address
from articles.body_html import also_read_mark
from articles.compiled import Compiled, Given
from articles.enums import LinkState
from articles.freshness.memory import Parts, shared
from articles.freshness.stamp import Stamp
from articles.models import Correction, Edition, RelatedLink, Section
from articles.notes import Note, notes_of
from articles.teasers import headlines

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

    edition: Edition
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
    edition: Edition, at: datetime, stamp: Stamp | None = None, *, preview: bool = False
) -> ArticleContext:
    """Give the article page of an edition, as readers see it at the aware time `at`.

    The edition may be unsaved, as in a preview, and its story too. It makes two queries,
    however many links there are, and one more for a preview, one less if `stamp` is that of a
    page to be kept and the recent news is kept already.
    """
    links = links_of(edition, at)
    unsaved = unsaved_keys(edition) if preview else set()
    return {
        "edition": edition,
        "body": join_also_reads(edition, links, unsaved),
        "authors": edition.content.get("authors", []),
        "picture": edition.content.get("picture"),
        "published": edition.published_at if edition.pk else at,
        "updated": edition.modified_at,
        "related": list(after_body(links)),
        "notes": _notes(edition, at),
        "recent": recent_news(at, stamp, but=edition.story_id),
        "preview": preview,
    }


def _notes(edition: Edition, at: datetime) -> list[Note]:
    # Known of an edition that `edition_at` gave.
    some = getattr(edition, "has_notes", edition.story_id is not None)
    return notes_of(edition.story_id, at) if some else []


def recent_news(
    at: datetime, stamp: Stamp | None, count: int = RECENT_ON_ARTICLE, *, but: int | None = None
) -> list[SafeString]:
    """Give the `count` newest stories, but for one story's key, as items of HTML.

    `stamp` is that of the page which shows them, if it is kept. At most `RECENT_ON_ARTICLE`.
    """
    items = shared("recent", stamp, lambda: recent_items(at))
    others = (html for story, html in items.items() if story != but)
    # Rendered from a template, which escapes.
    return [mark_safe(html) for html in islice(others, count)]


def recent_items(at: datetime) -> Parts:
    """Give the newest stories as they stand beside an article: HTML by the story's key."""
    template: Any = get_template("articles/_recent_item.html")
    item = template.template.module.recent_item
    return {story.story_id: item(story) for story in headlines(at, RECENT_ON_ARTICLE + 1)}


def edition_at(slug: str, at: datetime) -> Edition | None:
    """Give the edition that readers see under this slug at the aware time `at`, if any."""
    found = _editions(at=at, slug=slug)
    return found[0] if found else None


def links_of(edition: Edition, at: datetime) -> list[Link]:
    """Give the links of the edition's story that readers may see at the aware time `at`."""
    return _links(at=at, story=edition.story_id) if edition.story_id else []


def unsaved_keys(edition: Edition) -> set[str]:
    """Give the keys of also-reads in the text on which nobody can have decided: not yet saved."""
    keys = set(ALSO_READ.findall(edition.body_html))
    placed = RelatedLink.objects.placed().filter(story=edition.story_id, key__in=keys)
    return keys.difference(placed.values_list("key", flat=True))


def join_also_reads(
    edition: Edition, links: Iterable[Link], unsaved: Iterable[str] = ()
) -> SafeString:
    """Give the body with its also-reads in their places.

    An approved one leads to its target, an undecided one is words only, any other is left out.
    The words are the edition's own, since later edits are not published yet.
    """
    printed = {
        block["key"]: block
        for block in edition.content.get("blocks", [])
        if block.get("kind") == "AlsoRead"
    }
    asides = {key: aside(printed[key]) for key in unsaved if key in printed}
    for link in links:
        if link.key:
            words = printed.get(link.key, {"label": link.label, "headline": link.headline})
            asides[link.key] = aside(
                words, address_of(link) if link.state == LinkState.APPROVED else ""
            )
    # Cleaned by nh3 when the edition was made; what is put in here is escaped.
    return mark_safe(ALSO_READ.sub(lambda mark: asides.get(mark[1], ""), edition.body_html))


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
    return article_address(link.target_slug) if link.target_slug else link.address


AT = Given("at", DateTimeField())
#: What the page shows, in the order of the model; others are read when somebody asks for them.
EDITION = (
    *("id", "story_id", "slug", "headline", "summary", "section_id", "content", "body_html"),
    *("published_at", "modified_at"),
)
SECTION = ("id", "name")


def _edition(*columns: Any) -> Edition:
    *values, has_notes = columns
    edition = Edition.from_db(DEFAULT_DB_ALIAS, EDITION, values[: len(EDITION)])
    # Most stories have none: one query less.
    edition.has_notes = has_notes  # type: ignore[attr-defined]
    if edition.section_id:
        edition.section = Section.from_db(DEFAULT_DB_ALIAS, SECTION, values[len(EDITION) :])
    return edition


_editions = Compiled(
    _edition,
    lambda: (
        Edition.objects.visible(AT)
        .filter(slug=Given("slug", CharField()))
        .annotate(has_notes=Exists(Correction.objects.filter(story=OuterRef("story_id"))))
        .values_list(*EDITION, *(f"section__{name}" for name in SECTION), "has_notes")
    ),
)
_links = Compiled(
    Link,
    lambda: (
        RelatedLink.objects.for_readers(AT)
        .filter(story=Given("story", BigIntegerField()))
        .values_list(*Link._fields)
    ),
)
