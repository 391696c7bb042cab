"""Publish the ready copy, now or from a time on."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from articles.core import BadTime, NewsroomError, NotPossible, NotReady, refuse
from articles.links import suggest_later
from articles.models import Change, CorrectionKind, PublishedVersion, Story, WorkflowState
from articles.pictures import lock_pictures
from articles.publishing import corrections, embargo
from articles.publishing.begin import begin, check_permission, check_time
from articles.publishing.freeze import freeze, says_the_same
from articles.publishing.situation import Situation
from articles.publishing.timeline import add, end_all
from articles.stories import WorkingCopy, check_slug, problems, wire_problems, working_copy_of
from newsroom.accounts.models import User


class NothingNew(NotPossible):
    """Readers get what would be published anyway."""


def check_publish(now: Situation, *, by: User, at: datetime | None = None) -> NewsroomError | None:
    """Return why `by` cannot publish the story from `at` on (None: now); None if it is possible.

    What its text still lacks is not asked: `check_complete` says that.
    """
    start = at or now.at
    return (
        _check_ready(now, by=by)
        or check_time(now, start)
        or embargo.check_embargo(now.story, start)
        or _check_new(now, now.visible(start))
    )


def check_schedule(now: Situation, *, by: User) -> NewsroomError | None:
    """Return why `by` cannot publish the story at any time; None if there is a possible time."""
    last = now.versions[-1] if now.versions else None
    return _check_ready(now, by=by) or _check_new(now, last)


def _check_ready(now: Situation, *, by: User) -> NewsroomError | None:
    if refusal := check_permission(now, by=by):
        return refusal
    if now.state != WorkflowState.READY:
        return NotPossible(
            gettext("The story “%(story)s” is %(state)s: it must be ready first.")
            % {"story": now.story, "state": now.state.described}
        )
    return None


def _check_new(now: Situation, before: PublishedVersion | None) -> NothingNew | None:
    """Return a refusal if readers would get what they get in the version before."""
    if before is None or before.is_withdrawal:
        return None
    if not says_the_same(before, freeze(working_copy_of(now.story))):
        return None
    return NothingNew(
        gettext(
            "Nothing has changed: readers get exactly this version of “%(story)s” anyway. To"
            " tell them something, add a correction; to drop a later version, cancel its"
            " scheduling."
        )
        % {"story": now.story}
    )


def check_complete(story: Story, copy: WorkingCopy, at: datetime) -> NotReady | None:
    """Return what of the copy keeps readers from getting it at the timezone-aware `at`, if any."""
    found = [*problems(copy, at), *wire_problems(story)]
    return NotReady(problem.message for problem in found) if found else None


@transaction.atomic
def publish(
    story: Story,
    *,
    by: User,
    at: datetime | None = None,
    change: Change = Change.UPDATE,
    note: str = "",
) -> PublishedVersion:
    """Freeze the ready copy into a version that readers see from `at` on (None: from now on).

    It ends what readers see then, and unschedules all that was to start later. Where readers have
    seen the story, `change` says what is new to them, and `note` tells them: a correction needs
    one, a minor change has none. Raise `NotAllowed`, `NotPossible`, `NotReady`, `BadTime`,
    `Embargoed`, `SlugTaken`, and `NewsroomError` where the note does not fit.
    """
    now = begin(story)
    refuse(check_publish(now, by=by, at=at))
    return _publish(now.story, at or now.at, by, change, note)


@transaction.atomic
def schedule(
    story: Story, *, by: User, at: datetime, change: Change = Change.UPDATE, note: str = ""
) -> PublishedVersion:
    """Publish from the timezone-aware datetime `at` on, which must be later than now.

    Nothing has to run then. Raise what `publish` raises.
    """
    now = begin(story)
    if at <= now.at:
        raise BadTime(gettext("This time has passed: choose a later one, or publish now."))
    refuse(check_publish(now, by=by, at=at))
    return _publish(now.story, at, by, change, note)


def _publish(
    story: Story, start: datetime, by: User, change: Change, note: str
) -> PublishedVersion:
    lock_pictures(story)
    copy = working_copy_of(story)
    refuse(check_complete(story, copy, start))
    refuse(check_slug(story.slug, story))
    refuse(_check_note(change, note))
    end_all(story, start, by)
    version = add(story, freeze(copy), by, start, change=change)
    suggest_later(story, start)
    if note.strip():
        corrections.add_with(version, by=by, kind=CorrectionKind(change.value), text=note)
    return version


def _check_note(change: Change, note: str) -> NewsroomError | None:
    """Return a refusal if the note for readers does not fit the change."""
    if change is Change.CORRECTION and not note.strip():
        return NewsroomError(gettext("Tell readers what was wrong and what is right."))
    if change is Change.MINOR and note.strip():
        return NewsroomError(
            gettext(
                "A minor change has no note for readers. Choose “update” or “correction”, or leave"
                " the note empty."
            )
        )
    return None
