"""Embeds in the body: frozen links, joined with the offer to load what they lead to."""

import re
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from articles.body import embed_mark
from articles.embeds import embeddable
from articles.models import PublishedVersion
from articles.readers.language import language
from articles.readers.parts import macro

MARK = re.compile(embed_mark("([a-z0-9]{8,32})"))


def embeds_of(version: PublishedVersion) -> dict[str, str]:
    """Return the URLs of the embeds in the version's body, by the keys of their blocks."""
    blocks: list[dict[str, Any]] = version.content.get("blocks", [])
    return {block["key"]: block["url"] for block in blocks if block.get("kind") == "Embed"}


def with_embeds(html: SafeString, embeds: dict[str, str], spoken: str) -> SafeString:
    """Return the body, in which each embed offers to load what it links to.

    Nothing of another site is loaded before a reader asks. What may no longer be embedded stays a
    link. `spoken` is the language of the story.
    """
    if not embeds:
        return html
    # What is put in here comes from a template, which escapes.
    return mark_safe(MARK.sub(lambda mark: _offer(embeds.get(mark[1], ""), spoken), html))


def _offer(url: str, spoken: str) -> str:
    found = embeddable(url)
    if found is None:
        return ""
    provider = found.provider
    return macro("embed_offer", language(), found.frame, provider.shape, provider.name, spoken)
