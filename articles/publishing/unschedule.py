"""Cancel the scheduling of a version, or of all that is scheduled for a story."""

from django.db import transaction
from django.utils.translation import gettext

from articles.core import NewsroomError, NotPossible, refuse
from articles.models import PublishedVersion, Story
from articles.publishing.begin import begin, check_permission
from articles.publishing.scheduled import pointless_withdrawals, still_scheduled
from articles.publishing.situation import Situation
from articles.publishing.timeline import redate, take_off
from newsroom.accounts.models import User


def check_unschedule(now: Situation, *, by: User) -> NewsroomError | None:
    """Return why `by` cannot cancel scheduling for the story; None if it is possible."""
    if refusal := check_permission(now, by=by):
        return refusal
    if not now.scheduled:
        return NotPossible(
            gettext("Nothing is scheduled for the story “%(story)s”.") % {"story": now.story}
        )
    return None


@transaction.atomic
def unschedule(story: Story, *, by: User, version: PublishedVersion | None = None) -> None:
    """Unschedule this version or notice, or all that is scheduled; what is seen now goes on.

    A withdrawal that would find nothing to withdraw is unscheduled too. Raise `NotAllowed`, and
    `NotPossible` if nothing is scheduled or the version is not scheduled any more.
    """
    now = begin(story)
    refuse(check_unschedule(now, by=by))
    story = now.story
    if version:
        take_off(story, still_scheduled(story, version, now.at), by)
    else:
        for one in story.published_versions.scheduled(now.at).order_by("-visible_from"):
            take_off(story, one, by)
    for notice in pointless_withdrawals(story, now.at):
        take_off(story, notice, by)
    redate(story, now.at)
