"""A story's timeline of published versions: what is put into it, and what is taken out."""

from datetime import datetime
from typing import NamedTuple

from articles.core import Action, clock, refuse
from articles.models import Change, PublishedVersion, Story, Term, VersionKind
from articles.publishing import actions, corrections, embargo, periods
from articles.publishing.freeze import copy_of
from articles.publishing.terms import terms_of
from articles.search import index_version
from articles.stories import audit_log
from newsroom.accounts.models import User


class Dates(NamedTuple):
    """What a version says of the story's publication, and what it is for readers."""

    published_at: datetime
    modified_at: datetime | None
    change: Change


def add(
    story: Story,
    version: PublishedVersion,
    by: User,
    start: datetime,
    *,
    change: Change = Change.MINOR,
    action: Action | None = None,
) -> PublishedVersion:
    """Put a new version or notice into the timeline from `start` on, record and return it.

    Raise `Embargoed`.
    """
    version.made_at = now = clock.now()
    version.made_by = by
    _put(story, version, start, change)
    detail = {"version": version.pk, "visible_from": start.isoformat()}
    if version.is_withdrawal:
        action = actions.WITHDRAWN
    elif action is None:
        action = actions.SCHEDULED if start > now else actions.PUBLISHED
        if version.change != Change.FIRST:
            detail["change"] = version.change
    audit_log.record(story, action, by=by, detail=detail)
    return version


def put_again(story: Story, version: PublishedVersion, start: datetime) -> PublishedVersion:
    """Put what the version froze, and who made it when, into the timeline from `start` on."""
    again = copy_of(version)
    again.made_at, again.made_by = version.made_at, version.made_by
    again.visible_until = periods.make_room(story, start)
    return _put(story, again, start, Change(version.change or Change.MINOR))


def end_all(story: Story, start: datetime, by: User) -> None:
    """End what is seen at `start`, and unschedule all that was to start then or later."""
    for version in story.published_versions.in_force_or_scheduled(start).order_by("-visible_from"):
        periods.set_until(version, max(start, version.visible_from))
        if version.visible_from >= start:
            _record_unscheduled(story, version, by)


def take_off(story: Story, version: PublishedVersion, by: User) -> None:
    """Unschedule a version with its corrections; what was to end when it starts goes on."""
    periods.take_out(version)
    _record_unscheduled(story, version, by)


def redate(story: Story, now: datetime) -> None:
    """Replace scheduled versions that tell of a version which no longer comes before them."""
    for version in story.published_versions.scheduled_stories(now).order_by("visible_from"):
        told = Dates(version.published_at, version.modified_at, Change(version.change))
        if told != _dates(story, version.visible_from, told.change):
            periods.take_out(version)
            corrections.reattach(version, put_again(story, version, version.visible_from))


def _record_unscheduled(story: Story, version: PublishedVersion, by: User) -> None:
    corrections.retract_with(version, by=by)
    detail = {"version": version.pk, "was": version.visible_from.isoformat()}
    audit_log.record(story, actions.UNSCHEDULED, by=by, detail=detail)


def _put(
    story: Story, version: PublishedVersion, start: datetime, change: Change
) -> PublishedVersion:
    if version.kind == VersionKind.STORY:
        refuse(embargo.check_embargo(story, start))
    dates = _dates(story, start, change)
    version.story = story
    version.published_at, version.modified_at = dates.published_at, dates.modified_at
    version.change = "" if version.is_withdrawal else dates.change
    version.visible_from = start
    version.save(force_insert=True)
    Term.objects.bulk_create(terms_of(version))
    if not version.is_withdrawal:
        index_version(version)
    return version


def _dates(story: Story, start: datetime, change: Change) -> Dates:
    """Return what a version that starts at `start` says, if it is this change for readers."""
    before = story.published_versions.began(start).exclude(visible_from=start)
    last = before.order_by("visible_from").last()
    if last is None:
        return Dates(start, None, Change.FIRST)
    if change is Change.MINOR:
        return Dates(last.published_at, last.modified_at, change)
    return Dates(last.published_at, start, Change.UPDATE if change is Change.FIRST else change)
