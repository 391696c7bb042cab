"""Undo a withdrawal."""

from django.db import transaction
from django.utils.translation import gettext

from articles.core import NewsroomError, NotPossible, refuse
from articles.models import Change, PublishedVersion, Story
from articles.publishing import actions, embargo, periods
from articles.publishing.begin import begin, check_permission
from articles.publishing.freeze import copy_of
from articles.publishing.situation import Situation
from articles.publishing.timeline import add
from newsroom.accounts.models import User


def check_reinstate(now: Situation, *, by: User) -> NewsroomError | None:
    """Return why `by` cannot undo the withdrawal of the story now; None if it is possible."""
    if refusal := check_permission(now, by=by):
        return refusal
    if not now.is_withdrawn:
        return NotPossible(
            gettext("The story “%(story)s” is not withdrawn: there is nothing to undo.")
            % {"story": now.story}
        )
    if now.last_seen is None:
        return NotPossible(
            gettext("Readers never saw the story “%(story)s”: publish it instead.")
            % {"story": now.story}
        )
    return embargo.check_embargo(now.story, now.at)


@transaction.atomic
def reinstate(story: Story, *, by: User) -> PublishedVersion:
    """Undo the withdrawal: readers see what they saw last, as a new version, from now on.

    What is scheduled stays as it is. Raise `NotAllowed`, `Embargoed`, and `NotPossible` if no
    notice stands in the story's place, or readers never saw what it was to replace.
    """
    now = begin(story)
    refuse(check_reinstate(now, by=by))
    story = now.story
    last = story.published_versions.began(now.at).latest("visible_from")
    version = copy_of(last)
    version.visible_until = periods.make_room(story, now.at)
    return add(story, version, by, now.at, change=Change.MINOR, action=actions.REINSTATED)
