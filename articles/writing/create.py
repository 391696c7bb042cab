"""Start a story."""

from django.db import transaction
from django.utils.translation import gettext

from articles.core import Action, NotAllowed, clock, refuse
from articles.links import Headlines, lock_matching, match_links, match_story
from articles.models import Story
from articles.people import permissions
from articles.stories import WorkingCopy, audit_log
from articles.writing import actions
from articles.writing.tidy import tidy
from articles.writing.write import write
from newsroom.accounts.models import User


def check_create(*, by: User) -> NotAllowed | None:
    """Return a refusal unless `by` may start a story."""
    if permissions.can_write(by):
        return None
    return NotAllowed(
        gettext("You may not start a story. Ask a managing editor for the permission.")
    )


@transaction.atomic
def create(
    copy: WorkingCopy,
    *,
    by: User,
    action: Action = actions.CREATED,
    headlines: Headlines | None = None,
) -> Story:
    """Save a new story, record that it began, and return it. Raise `NotAllowed` and `SlugTaken`.

    Inline links of any story find it by its headline, and its own links find theirs. Whoever
    creates many stories hands in the same `headlines` for all of them.
    """
    refuse(check_create(by=by))
    lock_matching()
    story = Story(created_at=clock.now(), created_by=by, version=0)
    links = write(story, tidy(copy, None), None, by)
    headlines = headlines or Headlines()
    match_links(links, headlines)
    match_story(story, headlines)
    audit_log.record(story, action, by=by, from_state="")
    return story
