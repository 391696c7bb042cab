"""Undo a withdrawal."""

from dataclasses import asdict

from django.db import transaction
from django.utils.translation import gettext

from articles.core import NewsroomError, NotPossible, refuse
from articles.models import Change, PublishedVersion, Story
from articles.pictures import check_licences, gone_pictures
from articles.publishing import actions, embargo, periods
from articles.publishing.begin import begin, check_permission
from articles.publishing.freeze import copy_of
from articles.publishing.situation import Situation
from articles.publishing.timeline import add
from articles.stories import Related, check_agency
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
    return check_agency(now.story) or embargo.check_embargo(now.story, now.at)


@transaction.atomic
def reinstate(story: Story, *, by: User) -> PublishedVersion:
    """Undo the withdrawal: readers see what they saw last, as a new version, from now on.

    What is scheduled stays as it is. Raise `NotAllowed`, `Embargoed`, and `NotPossible` if no
    notice stands in the story's place, readers never saw what it was to replace, an agency has
    withdrawn it, or a picture in it was taken down since or has no licence any more.
    """
    now = begin(story)
    refuse(check_reinstate(now, by=by))
    story = now.story
    last = story.published_versions.began(now.at).latest("visible_from")
    if gone := gone_pictures(last):
        raise NotPossible(
            gettext(
                "The picture “%(picture)s” in this story has been taken down since readers saw"
                " it. Remove it from the story, then publish the story."
            )
            % {"picture": gone[0]}
        )
    refuse(check_licences(last, now.at))
    version = copy_of(last)
    # What moderators had released since it was made, readers saw too.
    released = story.related_links.released_since(last.made_at)
    version.content = version.content | {
        "related": version.content.get("related", [])
        + [asdict(Related(row.target_id, row.url, row.released_headline)) for row in released]
    }
    version.visible_until = periods.make_room(story, now.at)
    return add(story, version, by, now.at, change=Change.MINOR, action=actions.REINSTATED)


def undone_withdrawals(story: Story) -> set[int]:
    """Return the primary keys of the story's versions with which a withdrawal was undone."""
    entries = story.audit_log.filter(action=actions.REINSTATED.code)
    return {entry.detail["version"] for entry in entries}
