"""An edition as a reader gets it: the frozen text, joined with what is decided since."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any, TypedDict

from django.conf import settings
from django.db.models import F
from django.template.loader import get_template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from articles.body_html import also_read_mark
from articles.enums import LinkState
from articles.freshness.memory import Parts, shared
from articles.freshness.stamp import Stamp
from articles.models import Edition, RelatedLink
from articles.querysets import EditionQuerySet

RECENT_ON_ARTICLE = 8
ALSO_READ = re.compile(also_read_mark("([a-z0-9]{8,32})"))


@dataclass(frozen=True, slots=True)
class Related:
    """A link that stands after the body."""

    headline: str
    address: str


class ArticleContext(TypedDict):
    """All that the template `articles/article.html` needs; times are aware."""

    edition: Edition
    body: SafeString
    authors: list[str]
    picture: dict[str, Any] | None
    published: datetime
    updated: datetime | None
    related: list[Related]
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
    published, start = at, at
    if edition.pk is not None:
        published, start = edition.published_at, edition.visible_from
    return {
        "edition": edition,
        "body": join_also_reads(edition, links, unsaved),
        "authors": edition.content.get("authors", []),
        "picture": edition.content.get("picture"),
        "published": published,
        "updated": start if start > published else None,
        "related": list(after_body(links)),
        "recent": recent_news(at, stamp, but=edition.story_id),
        "preview": preview,
    }


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
    template = get_template("articles/_recent_item.html")
    return {
        edition.story_id: template.render({"edition": edition})
        for edition in newest(at)[: RECENT_ON_ARTICLE + 1]
    }


def newest(at: datetime) -> EditionQuerySet:
    """Give what lists show at the aware time `at`, newest first, without the text itself.

    Adds `shown_picture`, the frozen data of the lead picture, or None.
    """
    return (
        Edition.objects.visible(at)
        .newest_first()
        .select_related("section")
        .annotate(shown_picture=F("content__picture"))
        .defer("body_html", "content")
    )


def links_of(edition: Edition, at: datetime) -> list[RelatedLink]:
    """Give the links of the edition's story that readers may see at the aware time `at`."""
    return list(RelatedLink.objects.for_readers(at).filter(story=edition.story_id))


def unsaved_keys(edition: Edition) -> set[str]:
    """Give the keys of also-reads in the text on which nobody can have decided: not yet saved."""
    keys = set(ALSO_READ.findall(edition.body_html))
    placed = RelatedLink.objects.placed().filter(story=edition.story_id, key__in=keys)
    return keys.difference(placed.values_list("key", flat=True))


def join_also_reads(
    edition: Edition, links: Iterable[RelatedLink], unsaved: Iterable[str] = ()
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


def after_body(links: Iterable[RelatedLink]) -> Iterable[Related]:
    """Give the approved links that stand after the body."""
    for link in links:
        if not link.key and link.state == LinkState.APPROVED:
            headline = link.headline or getattr(link, "target_headline", None)
            yield Related(headline or link.address, address_of(link))


def address_of(link: RelatedLink) -> str:
    """Give where a link of `for_readers` leads; empty if it has no target yet."""
    slug: str | None = getattr(link, "target_slug", None)
    return reverse("articles:article", args=[slug]) if slug else link.address
