"""What is scheduled, as lists and calendars of the desk show it."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext

from articles.models import Change, PublishedVersion, WorkflowState
from articles.publishing import Shown, Situation, check_reschedule
from newsroom.accounts.models import User

#: How many colours the calendar has for sections, see css/desk/schedule/list.css.
COLOURS = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """A version or notice that is scheduled, or went out; `at` is when, in the active zone."""

    version: PublishedVersion
    at: datetime
    may_reschedule: bool
    is_past: bool = False
    #: What the calendar carries, for an entry that is dragged.
    shown: Shown | None = None

    @property
    def clock(self) -> str:
        """What the clock shows then, with the zone's short name."""
        return f"{self.at:%H:%M} {self.at.tzname()}"

    @property
    def colour(self) -> int:
        """Which of the colours its section has; 0 is that of none."""
        section = self.version.section_id
        return section % COLOURS + 1 if section else 0

    @property
    def kind(self) -> str:
        """What it is for readers."""
        if self.version.is_withdrawal:
            return gettext("Withdrawal")
        if self.version.change == Change.FIRST:
            return gettext("New")
        return str(capfirst(Change(self.version.change).label))


def may_reschedule(version: PublishedVersion, by: User, now: datetime) -> bool:
    """Return whether `by` can reschedule this scheduled version.

    The version is enough: the check reads no embargo, no correction and no other version.
    """
    alone = Situation(
        story=version.story,
        at=now,
        state=WorkflowState(version.story.state),
        embargoed_until=None,
        versions=(version,),
        corrections=(),
    )
    return check_reschedule(alone, by=by) is None


def scheduled_entries(now: Situation) -> list[Entry]:
    """Return what is scheduled for a story, the next one first."""
    return [
        Entry(version, timezone.localtime(version.visible_from), may_reschedule=False)
        for version in now.scheduled
    ]


def outdated(now: Situation) -> PublishedVersion | None:
    """Return the last scheduled version, if the working copy has changed since it was made."""
    versions = [version for version in now.scheduled if not version.is_withdrawal]
    last = versions[-1] if versions else None
    return last if last and now.story.changed_at > last.made_at else None
