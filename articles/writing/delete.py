"""Delete a story that was never published."""

from django.db import transaction
from django.utils.translation import gettext

from articles.core import NewsroomError, NotAllowed, NotPossible, locked, refuse
from articles.links import Headlines, firm_links_to, lock_matching, match_links, release_links_to
from articles.models import Story
from articles.people import permissions
from articles.stories import audit_log
from articles.writing import actions
from newsroom.accounts.models import User


def check_delete(story: Story, *, by: User) -> NewsroomError | None:
    """Return why `by` cannot delete the story; None if it is possible."""
    if not permissions.can_delete(by, story):
        return NotAllowed(gettext("You may not delete the story “%(story)s”.") % {"story": story})
    if story.published_versions.exists():
        return NotPossible(
            gettext(
                "“%(story)s” has been published, so it cannot be deleted: links to it must lead"
                " somewhere. Withdraw it instead; a notice then takes its place."
            )
            % {"story": story}
        )
    links = firm_links_to(story).select_related("story")
    stories = dict.fromkeys(f"“{link.story}”" for link in links[:4])
    if stories:
        return NotPossible(
            gettext(
                "“%(story)s” cannot be deleted: links lead to it from %(stories)s. Choose another"
                " story there, or remove the link."
            )
            % {"story": story, "stories": ", ".join(stories)}
        )
    return None


@transaction.atomic
def delete(story: Story, *, by: User) -> None:
    """Delete a story that was never published, with its revisions; its audit log stays.

    Links that had found it by its headline wait again. Raise `NotAllowed`, and `NotPossible` with
    the reason why it must stay.
    """
    lock_matching()
    story = locked(story)
    refuse(check_delete(story, by=by))
    links = release_links_to(story)
    audit_log.record(story, actions.DELETED, by=by)
    story.delete()
    match_links(links, Headlines())
