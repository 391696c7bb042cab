"""An embargo that wire copy names: the question to the editor, the time that it suggests."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from datetime import timezone as fixed
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from articles.core import NotAllowed, refuse
from articles.links import lock_matching
from articles.models import Story
from articles.people import permissions
from articles.stories import audit_log
from articles.wire import actions
from articles.wire.parse.notices.moment import Moment, moment
from newsroom.accounts.models import User

#: A day without a year lies ahead, or not longer ago than this.
PAST = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class EmbargoQuestion:
    """Until when readers must not see the story; `until` is None where the copy does not say."""

    #: The words of the wire copy.
    text: str
    until: datetime | None


def embargo_question(story: Story) -> EmbargoQuestion | None:
    """Return the question about an embargo that the story's wire copy leaves open, or None."""
    asking = story.wire_copies.asking_for_embargo().values_list("report", "received_at")
    if not (newest := asking.first()):
        return None
    report, received_at = newest
    text = report.get("embargo", "")
    return EmbargoQuestion(text, until(moment(text), received_at))


def until(said: Moment, received_at: datetime) -> datetime | None:
    """Return the time that the words mean in copy received then; None if they name none.

    Both times are timezone-aware. Words without a zone mean the active one.
    """
    zone: tzinfo = ZoneInfo(said.town) if said.town else timezone.get_current_timezone()
    if said.offset is not None:
        zone = fixed(timedelta(minutes=said.offset))
    here = received_at.astimezone(zone)
    # 24 o'clock is the end of the day.
    ends = said.hour == 24
    clock = time(0 if ends else said.hour or 0, said.minute)
    if said.month and said.day:
        day = _nearest(said, here.date())
    elif said.weekday is not None:
        day = here.date() + timedelta(days=(said.weekday - here.weekday()) % 7)
    elif said.hour is not None:
        # For midnight, or a time that has passed, tomorrow is meant.
        day = here.date() + timedelta(days=clock <= here.time())
    else:
        return None
    if day and ends and (said.day or said.weekday is not None):
        day += timedelta(days=1)
    return datetime.combine(day, clock, zone).astimezone(UTC) if day else None


def _nearest(said: Moment, received: date) -> date | None:
    years = [said.year] if said.year else [received.year, received.year + 1]
    for year in years:
        try:
            day = date(year, said.month or 1, said.day or 1)
        except ValueError:
            continue
        if said.year or day >= received - PAST:
            return day
    return None


def check_deny_embargo(story: Story, *, by: User) -> NotAllowed | None:
    """Return a refusal unless `by` may say that no embargo holds."""
    if permissions.can_embargo(by, story):
        return None
    return NotAllowed(
        gettext("You may not decide on an embargo of the story “%(story)s”.") % {"story": story}
    )


@transaction.atomic
def deny_embargo(story: Story, *, by: User) -> None:
    """Say that the embargo that the wire copy names does not hold. Raise `NotAllowed`."""
    lock_matching()
    refuse(check_deny_embargo(story, by=by))
    question = embargo_question(story)
    if question:
        close_embargo_question(story)
        detail = {"text": question.text}
        audit_log.record(story, actions.EMBARGO_DENIED, by=by, detail=detail)


def close_embargo_question(story: Story) -> None:
    """Ask no more: an embargo has been set. Nothing is added to the audit log."""
    for wire_copy in story.wire_copies.asking_for_embargo().only("pk", "embargo_open"):
        wire_copy.embargo_open = False
        wire_copy.save(update_fields=["embargo_open"])
