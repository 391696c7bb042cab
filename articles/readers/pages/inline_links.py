"""Inline related links (“Also read”) in the body: frozen words, joined with decisions."""

import re
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from articles.body import also_read_mark
from articles.models import PublishedVersion
from articles.readers.language import gettext, own
from articles.readers.pages.named import link_dateline
from articles.readers.pages.related_links import ReadersLink

MARK = re.compile(also_read_mark("([a-z0-9]{8,32})"))


def body_with_inline_links(
    version: PublishedVersion, links: Iterable[ReadersLink], body: str
) -> SafeString:
    """Return the version's body as HTML, with its inline links and those of its dateline.

    `body` is its frozen HTML, in which pictures were joined in.

    An approved link leads to its target, one on which nobody has decided is words only, and any
    other is left out, as is one to a story that readers may not see. The words are those that a
    moderator chose, or else the version's own, since later edits are not published yet.
    """
    frozen = {
        block["key"]: block
        for block in version.content.get("blocks", [])
        if block.get("kind") == "AlsoRead"
    }
    decided = {link.key: link for link in links if link.key}
    # Cleaned by nh3 when the version was made; what is put in here is escaped.
    return mark_safe(
        MARK.sub(
            lambda mark: _inline(frozen.get(mark[1]), decided.get(mark[1]), version.language),
            link_dateline(body, version.content.get("places", ())),
        )
    )


def _inline(words: dict[str, Any] | None, link: ReadersLink | None, language: str) -> str:
    if words is None:
        return ""
    if link is None or link.is_words_only:
        return inline_link(words, "", language)
    if link.after_body or not link.leads_to:
        return ""
    chosen = {
        "label": link.label or words["label"],
        "headline": link.headline or words["headline"],
    }
    return inline_link(chosen, link.leads_to, language)


def inline_link(words: dict[str, Any], url: str = "", around: str = "") -> SafeString:
    """Return an inline link as HTML: a link to the URL, words only if that is empty.

    `around` is the language of the story.
    """
    label = words["label"] or also_read_label()
    headline = words["headline"]
    attributes = own(headline, around)
    if url:
        headline = format_html('<a href="{}">{}</a>', url, headline)
    return format_html(
        '<aside class="also-read"{}><span class="label"{}>{}</span>{}</aside>',
        attributes,
        own(label, around),
        label,
        headline,
    )


def also_read_label() -> str:
    """Return the label of inline links that have none of their own, with its separator."""
    return settings.NEWSROOM_ALSO_READ_LABEL or gettext("Also Read | ")
