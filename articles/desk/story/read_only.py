"""A story for those who may read drafts but not change this one: as it will be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from articles import body
from articles.core import state_chip
from articles.desk.story.fields.language import language_name
from articles.models import LinkState, Story
from articles.publishing import freeze
from articles.stories import WorkingCopy, working_copy_of
from articles.text import direction_of


@dataclass(frozen=True, slots=True)
class Reading:
    """A story with its pictures and links, as HTML where it is more than words."""

    copy: WorkingCopy
    byline: str
    language: str
    lead: SafeString
    lead_alt: str
    text: SafeString
    related: list[Any]

    @property
    def language_name(self) -> str:
        """The name of its language."""
        return language_name(self.language)

    @property
    def direction(self) -> str:
        """The direction in which most of it runs."""
        return direction_of(self.language)


def reading_of(story: Story) -> Reading:
    """Return the working copy as readers would get it, with all its links, whatever their state."""
    copy = working_copy_of(story)
    version = freeze(copy)
    picture = version.content["picture"]
    lead = body.figure_html(picture, version.language, lead=True) if picture else ""
    return Reading(
        copy=copy,
        byline=", ".join(one.name for one in copy.authors),
        language=version.language,
        # Both are made of what was cleaned and escaped: see `body.rendering`.
        lead=mark_safe(lead),
        lead_alt=picture["alt"] if picture else "",
        text=mark_safe(_with_inline_links(story, copy, version.body_html)),
        related=list(story.related_links.after_body().select_related("target")),
    )


def _with_inline_links(story: Story, copy: WorkingCopy, html: str) -> str:
    """Return the HTML with each inline link in its place; readers get those that are approved."""
    states = dict(story.related_links.placed().exclude(key="").values_list("key", "state"))
    for block in body.read(copy.body):
        if isinstance(block, body.AlsoRead):
            line = format_html(
                '<aside class="also-read"><span class="label">{}</span>'
                '<span class="also-read-words" dir="auto">{}</span> {}</aside>',
                block.label,
                block.headline,
                state_chip(LinkState(states[block.key])) if block.key in states else "",
            )
            html = html.replace(body.also_read_mark(block.key), line)
    return html
