"""The published versions of a story, as its history lists them."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext

from articles.comparison import compare
from articles.desk.history.as_seen import as_seen_url
from articles.desk.people.acting import name_of
from articles.models import Change, PublishedVersion, Story
from articles.writing import comparable_version


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


def published_lines(story: Story) -> Iterator[PublishedLine]:
    """Yield the story's versions and notices, the first one first."""
    now = timezone.now()
    last: PublishedVersion | None = None
    withdrawn = False
    for version in story.published_versions.select_related("section", "made_by").order_by(
        "visible_from", "pk"
    ):
        unscheduled = version.visible_until == version.visible_from
        differences = []
        if withdrawn and not version.is_withdrawal and not unscheduled:
            differences.append(gettext("shown to readers again"))
        if last and not version.is_withdrawal:
            difference = compare(comparable_version(last), comparable_version(version), gettext)
            differences.append(difference.summary)
        yield PublishedLine(
            version=version,
            who=name_of(version.made_by),
            change=_change(version),
            what=", ".join(filter(None, differences)),
            seen=""
            if unscheduled
            else as_seen_url(version.visible_from, version.get_absolute_url()),
            is_scheduled=version.visible_from > now,
            before=last.pk if last and not version.is_withdrawal else None,
        )
        if not unscheduled:
            withdrawn = version.is_withdrawal
            last = last if withdrawn else version


def _change(version: PublishedVersion) -> str:
    return gettext("withdrawal") if version.is_withdrawal else str(Change(version.change).label)
