"""The published versions of a story, as its history lists them."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.utils.translation import gettext

from articles.core import clock
from articles.desk.history.as_seen import as_seen_url
from articles.desk.history.glance import Glance, glance_at, what_changed
from articles.models import (
    HAS_PERIOD,
    Change,
    PublicationStatus,
    PublishedVersion,
    Story,
    VersionKind,
)
from articles.people import name_of
from articles.publishing import undone_withdrawals

#: Versions on one page, each of which is read whole.
ON_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class PublishedLine:
    """One version or withdrawal notice: what it meant to readers, and what changed with it.

    `seen` is the URL of the page as readers saw it then, or will (`is_scheduled`), empty if it was
    unscheduled; `before` is the primary key of the version before it, if there is one.
    """

    version: PublishedVersion
    who: str
    change: str
    what: str
    seen: str
    is_scheduled: bool
    before: int | None
    #: What it is to readers now; None if that is over.
    status: PublicationStatus | None


def published_page(story: Story, number: str) -> Page[PublishedVersion]:
    """Return a page of the story's versions and notices, the last one first."""
    return Paginator(_versions(story), ON_A_PAGE).get_page(number)


def published_lines(story: Story, page: Page[PublishedVersion]) -> list[PublishedLine]:
    """Return the lines of a page, the last version first."""
    versions = list(page)[::-1]
    return list(_lines(story, versions))[::-1] if versions else []


def _versions(story: Story) -> QuerySet[PublishedVersion]:
    return (
        story.published_versions.select_related("made_by")
        .defer("body_html", "public_note")
        .order_by("-visible_from", "-pk")
    )


def _lines(story: Story, versions: list[PublishedVersion]) -> Iterator[PublishedLine]:
    now, undone = clock.now(), undone_withdrawals(story)
    first = versions[0]
    older = _versions(story).filter(
        HAS_PERIOD,
        Q(visible_from__lt=first.visible_from)
        | Q(visible_from=first.visible_from, pk__lt=first.pk),
    )
    notice = older.defer("content").first()
    withdrawn = notice is not None and notice.is_withdrawal
    version_before = older.filter(kind=VersionKind.STORY).first()
    last: tuple[int, Glance] | None = None
    if version_before:
        last = version_before.pk, glance_at(version_before)
    for version in versions:
        unscheduled = version.visible_until == version.visible_from
        shown = None if version.is_withdrawal else glance_at(version)
        differences = []
        if withdrawn and shown and not unscheduled:
            differences.append(gettext("shown to readers again"))
        if last and shown:
            differences.append(what_changed(last[1], shown))
        yield PublishedLine(
            version=version,
            who=name_of(version.made_by),
            change=_change(version, undone),
            what=", ".join(filter(None, differences)),
            seen=""
            if unscheduled
            else as_seen_url(version.visible_from, version.get_absolute_url()),
            is_scheduled=version.visible_from > now,
            before=last[0] if last and shown else None,
            status=None if unscheduled else _status(version, now),
        )
        if not unscheduled:
            withdrawn = version.is_withdrawal
            last = (version.pk, shown) if shown else last


def _status(version: PublishedVersion, now: datetime) -> PublicationStatus | None:
    if version.visible_from > now:
        return PublicationStatus.SCHEDULED
    if version.visible_until and version.visible_until <= now:
        return None
    return PublicationStatus.WITHDRAWN if version.is_withdrawal else PublicationStatus.LIVE


def _change(version: PublishedVersion, undone: Container[int]) -> str:
    if version.is_withdrawal:
        return gettext("withdrawal")
    if version.pk in undone:
        return gettext("withdrawal undone")
    return str(Change(version.change).label)
