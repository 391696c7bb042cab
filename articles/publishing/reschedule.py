"""Move a scheduled version to another time."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from articles.core import BadTime, NewsroomError, NotPossible, format_time_in_full, refuse
from articles.models import PublishedVersion
from articles.pictures import check_licences
from articles.publishing import actions, corrections, periods
from articles.publishing.begin import begin, check_time
from articles.publishing.scheduled import pointless_withdrawals, still_scheduled
from articles.publishing.situation import Situation
from articles.publishing.timeline import put_again, redate
from articles.publishing.unschedule import check_unschedule
from articles.stories import audit_log, check_agency
from newsroom.accounts.models import User


def check_reschedule(now: Situation, *, by: User) -> NewsroomError | None:
    """Return why `by` cannot reschedule anything of the story; None if it is possible."""
    return check_unschedule(now, by=by)


@transaction.atomic
def reschedule(version: PublishedVersion, *, by: User, at: datetime) -> PublishedVersion:
    """Move a scheduled version or notice to the timezone-aware datetime `at`; return the new one.

    What it froze stays as it is, and so do the story's other scheduled versions. Raise
    `NotAllowed`, `BadTime`, `Embargoed`, and `NotPossible` where it is not scheduled any more, an
    agency has withdrawn the story, the licence of a picture ends before then, or a withdrawal would
    find nothing to withdraw.
    """
    now = begin(version.story)
    refuse(check_reschedule(now, by=by) or check_time(now, at))
    story = now.story
    version = still_scheduled(story, version, now.at)
    if at == version.visible_from:
        return version
    if not version.is_withdrawal:
        refuse(check_agency(story) or check_licences(version, at))
    if story.published_versions.scheduled(now.at).filter(visible_from=at).exists():
        raise BadTime(
            gettext("Something else is scheduled for this story at that time: choose another time.")
        )
    periods.take_out(version)
    redate(story, now.at)
    moved = put_again(story, version, at)
    if notices := pointless_withdrawals(story, now.at):
        raise NotPossible(
            gettext(
                "Readers would not see the story “%(story)s” at %(time)s, when it is to be"
                " withdrawn. Reschedule the withdrawal too, or cancel it."
            )
            % {"story": story, "time": format_time_in_full(notices[0].visible_from)}
        )
    corrections.move_with(version, moved, by=by)
    redate(story, now.at)
    detail = {
        "version": moved.pk,
        "visible_from": at.isoformat(),
        "was": version.visible_from.isoformat(),
    }
    audit_log.record(story, actions.RESCHEDULED, by=by, detail=detail)
    return moved
