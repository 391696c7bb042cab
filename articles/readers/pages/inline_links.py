"""Inline related links (“Also read”) in the body: frozen words, joined with today's decisions."""

import re
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from articles.body import also_read_mark
from articles.models import PublishedVersion, RelatedLink
from articles.readers.language import gettext
from articles.readers.pages.related_links import ReadersLink

MARK = re.compile(also_read_mark("([a-z0-9]{8,32})"))


def unsaved_keys(version: PublishedVersion) -> set[str]:
    """Return the keys of inline links in the body that were never saved, so never decided on."""
    keys = set(MARK.findall(version.body_html))
    placed = RelatedLink.objects.placed().filter(story=version.story_id, key__in=keys)
    return keys.difference(placed.values_list("key", flat=True))


def body_with_inline_links(
    version: PublishedVersion, links: Iterable[ReadersLink], unsaved: Iterable[str] = ()
) -> SafeString:
    """Return the version's body as HTML, with its inline links in their places.

    An approved link leads to its target, an undecided or unsaved one is words only, and any other
    is left out. The words are the version's own, since later edits are not published yet.
    """
    frozen = {
        block["key"]: block
        for block in version.content.get("blocks", [])
        if block.get("kind") == "AlsoRead"
    }
    html = {key: inline_link(frozen[key]) for key in unsaved if key in frozen}
    for link in links:
        if link.key:
            words = frozen.get(link.key, {"label": link.label, "headline": link.headline})
            html[link.key] = inline_link(words, link.leads_to)
    # Cleaned by nh3 when the version was made; what is put in here is escaped.
    return mark_safe(MARK.sub(lambda mark: html.get(mark[1], ""), version.body_html))


def inline_link(words: dict[str, Any], url: str = "") -> SafeString:
    """Return an inline link as HTML: a link to the URL, words only if that is empty."""
    label = words["label"] or also_read_label()
    headline = words["headline"]
    if url:
        headline = format_html('<a href="{}">{}</a>', url, headline)
    return format_html(
        '<aside class="also-read"><span class="label">{}</span>{}</aside>', label, headline
    )


def also_read_label() -> str:
    """Return the label of inline links that have none of their own, with its separator."""
    return settings.NEWSROOM_ALSO_READ_LABEL or gettext("Also Read | ")
