"""Publish an entry, now or from a time on; to publish it again is to correct it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from articles import body
from articles.core import BadTime, NewsroomError, NotAllowed, NotPossible, clock, refuse
from articles.live import actions
from articles.live.freeze import freeze_entry
from articles.live.log import record
from articles.live.situation import EntrySituation, begin_entry, says_the_same
from articles.live.timeline import make_room
from articles.models import EntryVersion, LiveEntry, Picture
from articles.people import permissions
from articles.pictures import check_usable
from articles.publishing import Situation, check_embargo, check_time
from articles.search import index_entry_version
from newsroom.accounts.models import User


def check_permission(now: EntrySituation, *, by: User) -> NotAllowed | None:
    """Return a refusal unless `by` may change what readers see of the entry."""
    if permissions.can_publish(by, now.story.story):
        return None
    return NotAllowed(
        gettext("You may not publish or withdraw entries of “%(story)s”.")
        % {"story": now.story.story}
    )


def check_publish_entry(
    now: EntrySituation, *, by: User, at: datetime | None = None
) -> NewsroomError | None:
    """Return why `by` cannot publish the entry from `at` on (None: now); None if it is possible.

    What its text still lacks is not asked.
    """
    start = at or now.at
    return (
        check_permission(now, by=by)
        or check_time(now.story, start)
        or check_embargo(now.story.story, start)
        or _check_story(now, start)
        or _check_told(now, start)
        or _check_new(now)
    )


def check_publish_new_entry(story: Situation, *, by: User) -> NewsroomError | None:
    """Return why `by` could not publish an entry as soon as it is written; None if possible."""
    new = LiveEntry(story=story.story, created_by=by)
    return check_publish_entry(EntrySituation(new, story, ()), by=by)


@transaction.atomic
def publish_entry(entry: LiveEntry, *, by: User, at: datetime | None = None) -> EntryVersion:
    """Freeze the entry into a form that readers see from `at` on (None: now), and return it.

    It ends what they see then, and what is scheduled for the entry is unscheduled. Raise
    `NotAllowed`, `NotPossible`, `BadTime`, `Embargoed`, `Gone`, and `NewsroomError` where the text
    lacks something.
    """
    now = begin_entry(entry)
    start = at or now.at
    refuse(check_publish_entry(now, by=by, at=at) or _check_text(now.entry, start))
    seen = now.story.visible(start)
    version = freeze_entry(now, start, seen.language if seen else "")
    version.made_at, version.made_by = clock.now(), by
    make_room(now, start)
    version.save(force_insert=True)
    index_entry_version(version)
    action = actions.ENTRY_CORRECTED if now.first else actions.ENTRY_PUBLISHED
    if start > now.at:
        action = actions.ENTRY_SCHEDULED
    record(now, action, by=by, version=version, reason=version.note if now.live else "")
    return version


def _check_story(now: EntrySituation, start: datetime) -> NotPossible | None:
    if now.story.visible(start):
        return None
    return NotPossible(
        gettext(
            "Readers do not see the story “%(story)s” then. Publish the story first, then its"
            " entries."
        )
        % {"story": now.story.story}
    )


def _check_told(now: EntrySituation, start: datetime) -> BadTime | None:
    shown_at = now.entry.shown_at
    if shown_at is None or shown_at <= start:
        return None
    return BadTime(
        gettext(
            "The time shown to readers is after the time of publication: choose an earlier one."
        )
    )


def _check_new(now: EntrySituation) -> NotPossible | None:
    if now.scheduled or now.live is None or not says_the_same(now.entry, now.live):
        return None
    return NotPossible(gettext("Nothing has changed: readers get exactly this entry."))


def _check_text(entry: LiveEntry, start: datetime) -> NewsroomError | None:
    for block in body.read(entry.body):
        if isinstance(block, body.Figure) and not block.alt.strip():
            return NewsroomError(gettext("The picture of the entry needs alternative text."))
    if entry.picture_id is None:
        return None
    # Locked, so that it is not taken down meanwhile.
    picture = Picture.objects.select_for_update(no_key=True).get(pk=entry.picture_id)
    return check_usable(picture, start)
