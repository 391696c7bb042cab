"""How each of these verbs starts: with the story locked, and who may do it asked."""

from datetime import datetime

from django.contrib.auth.models import User
from django.utils import timezone

from articles import permissions
from articles.exceptions import BadTime, NotAllowed
from articles.locking import locked
from articles.models import Story


def begin(story: Story, by: User, at: datetime | None) -> tuple[Story, datetime]:
    """Lock the story, and only then read the clock, so that two acts have two times.

    Gives the story anew and `at`, or now. Raises `NotAllowed` and `BadTime`.
    """
    story = locked(story)
    if not permissions.can_publish(by, story):
        raise NotAllowed(f"You may not publish or withdraw the story “{story}”.")
    now = timezone.now()
    if at is not None:
        refuse_past(at, now)
    return story, at or now


def refuse_past(at: datetime, now: datetime) -> None:
    """Raise `BadTime` if the aware time `at` has passed."""
    if at < now:
        raise BadTime("This time has passed: choose a later one.")
