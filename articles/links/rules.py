"""What a story may link to: a number of links, none twice, none that was rejected before."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext, ngettext

from articles.core import NotPossible
from articles.models import LinkState, RelatedLink, Story


class Approved(NamedTuple):
    """An approved link: its primary key, None if it is unsaved, and where it leads."""

    pk: int | None
    target: int | None
    url: str


def approved_links(story: Story) -> list[Approved]:
    """Return where the story's approved links lead, in one query."""
    approved = RelatedLink.objects.placed().filter(story=story, state=LinkState.APPROVED)
    return [Approved(*row) for row in approved.values_list("pk", "target", "url")]


def check_approve(
    link: RelatedLink, approved: Iterable[Approved] | None = None
) -> NotPossible | None:
    """Return why the story cannot have this link beside those approved; None if it can.

    `approved` is what `approved_links` found, with what the same save has approved since.
    """
    found = approved_links(link.story) if approved is None else approved
    others = [other for other in found if other.pk is None or other.pk != link.pk]
    values = {"story": link.story, "link": link}
    if (link.target_id, link.url) in {(other.target, other.url) for other in others}:
        return NotPossible(
            gettext(
                "“%(story)s” has an approved link to the same page already, so “%(link)s” cannot be"
                " approved. Reject one of them."
            )
            % values
        )
    most = settings.NEWSROOM_LINKS_PER_STORY
    if len(others) >= most:
        told = ngettext(
            "“%(story)s” has %(most)s approved link, as many as a story may have, so “%(link)s”"
            " cannot be approved. Reject another one first.",
            "“%(story)s” has %(most)s approved links, as many as a story may have, so “%(link)s”"
            " cannot be approved. Reject another one first.",
            most,
        )
        return NotPossible(told % {**values, "most": most})
    return None


def rejected_targets(story: int) -> QuerySet[Any]:
    """Return the keys of the stories that were rejected as targets of this story's links."""
    rejected = RelatedLink.objects.filter(story=story, state=LinkState.REJECTED)
    return rejected.filter(target__isnull=False).values("target")


def rejecting_stories(target: Story) -> QuerySet[Any]:
    """Return the keys of the stories for which this one was rejected as a target."""
    return RelatedLink.objects.filter(target=target, state=LinkState.REJECTED).values("story")
