"""One of the two stories that a related link joins, as the person who decides may see it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from articles.models import PublishedVersion, RelatedLink, Story
from articles.people import permissions
from articles.publishing import freeze
from articles.readers import article_context
from articles.stories import working_copy_of
from newsroom.accounts.models import User

_INLINE = re.compile(r'<aside class="also-read"(?P<rest>.*?</aside>)', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Side:
    """A story beside another one: as readers see it, as a draft, or as its headline alone.

    `published_at` is None unless readers see it; `url` is that of the page, "" if there is none.
    """

    headline: str
    summary: str = ""
    section: str = ""
    language: str = ""
    published_at: datetime | None = None
    is_draft: bool = False
    body: SafeString | str = ""
    url: str = ""
    form_url: str = ""


def side(story: Story, at: datetime, by: User, link: RelatedLink | None = None) -> Side:
    """Return the story as `by` may see it at the timezone-aware datetime `at`.

    The place of `link` in its text is marked. Drafts are for those who may view them.
    """
    reads_drafts = permissions.can_read_drafts(by)
    form_url = reverse("admin:articles_story_change", args=[story.pk]) if reads_drafts else ""
    live = (
        PublishedVersion.objects.visible(at).filter(story=story).select_related("section").first()
    )
    if live is None and not reads_drafts:
        return Side(story.headline)
    version = live or freeze(working_copy_of(story))
    version.story_id = story.pk
    context = article_context(version, at, preview=live is None)
    return Side(
        headline=version.headline,
        summary=version.summary,
        section=version.section.name if version.section else "",
        language=context["language"],
        published_at=live.published_at if live else None,
        is_draft=live is None,
        body=_with_mark(context["body"], link),
        url=live.get_absolute_url() if live else "",
        form_url=form_url,
    )


def _with_mark(html: SafeString, link: RelatedLink | None) -> SafeString:
    """Return the body with the inline link marked, which is found by its words."""
    if link is None or not link.key:
        return html
    words = escape(link.headline)
    return mark_safe(
        _INLINE.sub(
            lambda found: (
                f'<aside class="also-read queue-mark"{found["rest"]}'
                if words in found["rest"]
                else found[0]
            ),
            html,
        )
    )
