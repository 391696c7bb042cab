"""How each verb starts: with the story locked, and the clock read after that."""

from datetime import datetime, timedelta

from django.utils.translation import gettext

from articles.core import BadTime, NotAllowed, clock, format_time_in_full, locked
from articles.models import Story
from articles.people import permissions
from articles.publishing.situation import Situation, situation_of
from newsroom.accounts.models import User

#: Nothing is scheduled for later than this: five years, with their leap days.
FURTHEST_AHEAD = timedelta(days=5 * 365 + 2)


def begin(story: Story) -> Situation:
    """Lock the story and return its situation as of now.

    The clock is read under the lock, so that two actions on a story have two times.
    """
    story = locked(story)
    return situation_of(story, clock.now())


def check_permission(now: Situation, *, by: User) -> NotAllowed | None:
    """Return a refusal unless `by` may change what readers see of the story."""
    if permissions.can_publish(by, now.story):
        return None
    return NotAllowed(
        gettext("You may not publish or withdraw the story “%(story)s”.") % {"story": now.story}
    )


def check_time(now: Situation, at: datetime) -> BadTime | None:
    """Return a refusal if nothing can be scheduled for the timezone-aware datetime `at`."""
    return check_when(at, now.at)


def check_when(at: datetime, now: datetime) -> BadTime | None:
    """Return the same, given the present time."""
    if at < now:
        return BadTime(gettext("This time has passed: choose a later one."))
    return _check_not_too_far(at, now)


def check_not_too_far(now: Situation, at: datetime) -> BadTime | None:
    """Return a refusal if `at` is so far ahead that it is a slip of the keyboard."""
    return _check_not_too_far(at, now.at)


def _check_not_too_far(at: datetime, now: datetime) -> BadTime | None:
    if at <= now + FURTHEST_AHEAD:
        return None
    return BadTime(
        gettext(
            "%(time)s is more than five years ahead. Check the year, then choose an earlier time."
        )
        % {"time": format_time_in_full(at)}
    )
