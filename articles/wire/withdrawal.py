"""Notices of agencies that withdraw a story: which ones wait, and how one is followed."""

from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from articles.core import NewsroomError
from articles.models import PublishedVersion, Story, WireCopy
from articles.people import permissions
from articles.publishing import (
    Shown,
    Situation,
    check_unschedule,
    check_withdraw,
    hold_as_shown,
    unschedule,
    withdraw,
)
from newsroom.accounts.models import User


def waiting_withdrawals(*, by: User, at: datetime) -> QuerySet[WireCopy]:
    """Return the notices on which somebody has to decide at the timezone-aware datetime `at`.

    They are about stories that `by` may read and that readers see or may get; the latest first.
    """
    stories = Story.objects.all()
    if not permissions.can_read_drafts(by):
        stories = permissions.editable_by(by, stories)
    own = PublishedVersion.objects.filter(story=OuterRef("story"))
    followed = Exists(own.withdrawals(at)) & ~Exists(own.scheduled_stories(at))
    waiting = WireCopy.objects.withdrawing().filter(story__in=stories).exclude(followed)
    return waiting.select_related("story").defer("source", "report", "story__body")


def check_follow(now: Situation, *, by: User) -> NewsroomError | None:
    """Return why `by` cannot take from readers what they see or are to see; None if possible."""
    return check_withdraw(now, by=by) if now.live else check_unschedule(now, by=by)


@transaction.atomic
def follow(story: Story, *, by: User, shown: Shown | None) -> None:
    """Withdraw the story if readers see it, and cancel all that is scheduled for it.

    `shown` is what the page showed. The notice still stands: until somebody dismisses it, readers
    do not get the story again. Raise `Changed`, `NotAllowed`, and `NotPossible` if there is nothing
    to do.
    """
    if hold_as_shown(story, shown).live:
        withdraw(story, by=by)
    else:
        unschedule(story, by=by)
