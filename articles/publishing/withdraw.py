"""Withdraw a story from readers."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from articles.core import NewsroomError, NotPossible, refuse
from articles.models import PublishedVersion, Story, VersionKind
from articles.publishing.begin import begin, check_permission, check_time
from articles.publishing.situation import Situation
from articles.publishing.timeline import add, end_all
from newsroom.accounts.models import User


def check_withdraw(now: Situation, *, by: User, at: datetime | None = None) -> NewsroomError | None:
    """Return why `by` cannot withdraw the story from `at` on (None: now); None if possible."""
    start = at or now.at
    if refusal := check_permission(now, by=by) or check_time(now, start):
        return refusal
    if now.visible(start) is None:
        return NotPossible(
            gettext("Readers do not see the story “%(story)s” then: there is nothing to withdraw.")
            % {"story": now.story}
        )
    return None


@transaction.atomic
def withdraw(
    story: Story, *, by: User, at: datetime | None = None, note: str = ""
) -> PublishedVersion:
    """Withdraw the story from `at` on (None: now), and return the notice that takes its place.

    `note` is public. Raise `NotAllowed`, `NotPossible` and `BadTime`.
    """
    now = begin(story)
    refuse(check_withdraw(now, by=by, at=at))
    story, start = now.story, at or now.at
    shown = story.published_versions.visible(start).get()
    end_all(story, start, by)
    notice = PublishedVersion(
        kind=VersionKind.WITHDRAWAL,
        slug=shown.slug,
        headline=shown.headline,
        section=shown.section,
        public_note=note,
    )
    return add(story, notice, by, start)
