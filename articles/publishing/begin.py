"""How each verb starts: with the story locked, and the clock read after that."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext

from articles.core import BadTime, NotAllowed, locked
from articles.models import Story
from articles.people import permissions
from articles.publishing.situation import Situation, situation_of
from newsroom.accounts.models import User


def begin(story: Story) -> Situation:
    """Lock the story and return its situation as of now.

    The clock is read under the lock, so that two actions on a story have two times.
    """
    story = locked(story)
    return situation_of(story, timezone.now())


def check_permission(now: Situation, *, by: User) -> NotAllowed | None:
    """Return a refusal unless `by` may change what readers see of the story."""
    if permissions.can_publish(by, now.story):
        return None
    return NotAllowed(
        gettext("You may not publish or withdraw the story “%(story)s”.") % {"story": now.story}
    )


def check_not_past(now: Situation, at: datetime) -> BadTime | None:
    """Return a refusal if the timezone-aware datetime `at` has passed."""
    if at >= now.at:
        return None
    return BadTime(gettext("This time has passed: choose a later one."))
