"""Why an approved link waits for a moderator again: its target is no longer what was approved."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import formats, timezone
from django.utils.translation import gettext

from articles.links.checking import fault_words
from articles.models import (
    HAS_PERIOD,
    Change,
    Correction,
    CorrectionKind,
    LinkedPage,
    LinkState,
    PublishedVersion,
    RelatedLink,
    Story,
)
from articles.text import isolated


@dataclass(frozen=True, slots=True)
class Review:
    """What happened to the target, in words, and when (timezone-aware)."""

    why: str
    since: datetime


def review_of(link: RelatedLink, at: datetime) -> Review | None:
    """Return why the link is to be looked at again at the timezone-aware `at`; None if it is not.

    It is the last of what `RelatedLinkQuerySet.to_review` asks for, in two queries at most.
    """
    if link.state != LinkState.APPROVED or not link.decided_at:
        return None
    if not link.target:
        died = death_of(link, at)
        return died if died and died.since > link.decided_at else None
    found = [
        *_versions(link.target, link.decided_at, at),
        *_notes(link.target, link.decided_at, at),
    ]
    return max(found, key=lambda review: review.since, default=None)


def death_of(link: RelatedLink, at: datetime) -> Review | None:
    """Return how the page on another site to which the link leads died; None if it has not.

    It says when the page began to fail, in the active time zone.
    """
    page = LinkedPage.objects.dead(at).filter(url=link.url).first() if link.url else None
    if page is None or page.failing_since is None:
        return None
    since = formats.date_format(timezone.localtime(page.failing_since), "DATE_FORMAT")
    told = gettext("The page at %(host)s has not answered since %(date)s (%(fault)s).")
    values = {"host": page.host, "date": since, "fault": fault_words(page.fault)}
    return Review(told % values, page.state_since)


def _versions(target: Story, decided_at: datetime, at: datetime) -> list[Review]:
    began = PublishedVersion.objects.filter(HAS_PERIOD, story=target, visible_from__lte=at)
    approved = ""
    found = []
    columns = ("kind", "change", "headline", "visible_from")
    for version in began.order_by("visible_from").only(*columns):
        if version.visible_from <= decided_at:
            approved = approved if version.is_withdrawal else version.headline
        elif why := _why(version, approved):
            found.append(Review(why, version.visible_from))
    return found


def _why(version: PublishedVersion, approved: str) -> str:
    if version.is_withdrawal:
        return gettext("The story to which it leads was withdrawn.")
    if version.change == Change.CORRECTION:
        return gettext("The story to which it leads was corrected.")
    if approved and version.headline != approved:
        told = gettext("The story to which it leads has another headline: it was “%(headline)s”.")
        return told % {"headline": isolated(approved)}
    return ""


def _notes(target: Story, decided_at: datetime, at: datetime) -> list[Review]:
    notes = Correction.objects.visible(at).filter(
        story=target, kind=CorrectionKind.CORRECTION, at__gt=decided_at
    )
    why = gettext("The story to which it leads was corrected.")
    return [Review(why, note.at) for note in notes]
