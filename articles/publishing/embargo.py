"""Embargoes: a time before which readers get nothing new of a story, whoever publishes it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from articles.core import (
    BadTime,
    Embargoed,
    NewsroomError,
    NotAllowed,
    NotPossible,
    format_time_in_full,
    refuse,
)
from articles.models import Embargo, Story
from articles.people import permissions
from articles.publishing import actions
from articles.publishing.begin import begin, check_not_too_far
from articles.publishing.situation import Situation
from articles.stories import audit_log
from newsroom.accounts.models import User


def check_embargo(story: Story, start: datetime) -> Embargoed | None:
    """Return a refusal if readers must not get the working copy yet at the datetime `start`."""
    until = story.embargoed_until(start)
    if until is None:
        return None
    return Embargoed(
        gettext(
            "The story “%(story)s” is under embargo until %(time)s, so it cannot be published"
            " before then. Schedule it for that time or later, or have the embargo lifted."
        )
        % {"story": story, "time": format_time_in_full(until)}
    )


def check_set_embargo(
    now: Situation, *, by: User, until: datetime | None = None
) -> NewsroomError | None:
    """Return why `by` cannot put the story under embargo until then (None: until any time)."""
    story, before = now.story, now.embargoed_until
    if not permissions.can_embargo(by, story):
        return NotAllowed(
            gettext("You may not set an embargo on the story “%(story)s”.") % {"story": story}
        )
    if seen := _check_not_seen(now):
        return seen
    if until is None:
        return None
    if until <= now.at:
        return BadTime(gettext("This time has passed: choose a later one."))
    if refusal := check_not_too_far(now, until):
        return refusal
    if before and until < before and not permissions.can_change_embargo(by, story):
        return NotAllowed(
            gettext(
                "The story “%(story)s” is under embargo until %(time)s. You can extend the"
                " embargo; ask somebody who publishes stories to shorten it."
            )
            % {"story": story, "time": format_time_in_full(before)}
        )
    return _check_scheduled(now, until)


@transaction.atomic
def set_embargo(story: Story, *, by: User, until: datetime, reason: str) -> Embargo:
    """Keep the story from readers until then, in place of an embargo that it has, and return it.

    Those who cannot publish the story can extend its embargo, never shorten it. Raise
    `NotAllowed`, `BadTime`, `NotPossible` where readers see the story already or are scheduled to
    before that time, and `NewsroomError` without a reason.
    """
    now = begin(story)
    refuse(check_set_embargo(now, by=by, until=until))
    if not reason.strip():
        raise NewsroomError(
            gettext("Say who asks for the embargo, or why: the audit log records it.")
        )
    embargo, _ = Embargo.objects.update_or_create(
        story=now.story, defaults={"until": until, "set_at": now.at}
    )
    before, detail = now.embargoed_until, {"until": until.isoformat()}
    if before:
        detail["was"] = before.isoformat()
    action = actions.EMBARGO_CHANGED if before else actions.EMBARGO_SET
    audit_log.record(now.story, action, by=by, reason=reason.strip(), detail=detail)
    return embargo


def check_lift_embargo(now: Situation, *, by: User) -> NewsroomError | None:
    """Return why `by` cannot lift the story's embargo; None if it is possible."""
    if not permissions.can_change_embargo(by, now.story):
        return NotAllowed(
            gettext("You may not lift the embargo on the story “%(story)s”.") % {"story": now.story}
        )
    if now.embargoed_until is None:
        return NotPossible(
            gettext("The story “%(story)s” is not under embargo.") % {"story": now.story}
        )
    return None


@transaction.atomic
def lift_embargo(story: Story, *, by: User, reason: str) -> None:
    """End the story's embargo now.

    Raise `NotAllowed`, `NotPossible` where there is none, and `NewsroomError` without a reason.
    """
    now = begin(story)
    refuse(check_lift_embargo(now, by=by))
    if not reason.strip():
        raise NewsroomError(gettext("Say why the embargo is lifted: the audit log records it."))
    embargo = Embargo.objects.get(story=now.story)
    embargo.delete()
    detail = {"was": embargo.until.isoformat()}
    audit_log.record(now.story, actions.EMBARGO_LIFTED, by=by, reason=reason.strip(), detail=detail)


def _check_not_seen(now: Situation) -> NotPossible | None:
    """Return a refusal if readers see the story, unless wire copy asks for one on an update."""
    if now.live is None or now.embargoed_until:
        return None
    if now.story.wire_copies.asking_for_embargo().exists():
        return None
    return NotPossible(
        gettext(
            "Readers see the story “%(story)s” already, so an embargo would not hide it. If"
            " changes must wait, schedule them; if readers must not see the story, withdraw it."
        )
        % {"story": now.story}
    )


def _check_scheduled(now: Situation, until: datetime) -> NotPossible | None:
    early = [
        version
        for version in now.scheduled
        if not version.is_withdrawal and version.visible_from < until
    ]
    if early:
        return NotPossible(
            gettext(
                "The story “%(story)s” is scheduled for %(time)s, before the embargo would end."
                " Reschedule or cancel that, then set the embargo."
            )
            % {"story": now.story, "time": format_time_in_full(early[0].visible_from)}
        )
    entries = now.story.entry_versions.with_period()
    entry = entries.filter(visible_from__gt=now.at, visible_from__lt=until).last()
    if entry is None:
        return None
    return NotPossible(
        gettext(
            "An entry of the live blog “%(story)s” is scheduled for %(time)s, before the embargo"
            " would end. Cancel that, then set the embargo."
        )
        % {"story": now.story, "time": format_time_in_full(entry.visible_from)}
    )
