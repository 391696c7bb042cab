"""Save a working copy."""

from dataclasses import replace

from django.db import transaction
from django.utils.translation import gettext

from articles.core import EditConflict, NotAllowed, format_time, locked, refuse
from articles.links import Headlines, lock_matching, match_links, match_story, rematch_links_to
from articles.models import Story, WorkflowState
from articles.people import name_of, permissions
from articles.stories import WorkingCopy, audit_log, working_copy_of
from articles.writing import actions
from articles.writing.tidy import tidy
from articles.writing.write import write
from newsroom.accounts.models import User


def check_save(story: Story, *, by: User) -> NotAllowed | None:
    """Return a refusal unless `by` may change this working copy now."""
    if permissions.can_edit(by, story):
        return None
    told = gettext("You may not change the story “%(story)s”.") % {"story": story}
    if story.created_by_id == by.pk:
        told += " " + gettext(
            "It is %(state)s now. Ask an editor to send it back to you; until then, keep your"
            " text somewhere else."
        ) % {"state": WorkflowState(story.state).described}
    return NotAllowed(told)


@transaction.atomic
def save(story: Story, copy: WorkingCopy, *, by: User, version: int | None = None) -> Story:
    """Save the working copy and return the story; a ready one that changes is a draft again.

    Saving what is stored already leaves the story as it is, its last writer too. `version` is the
    one that the editor opened, None if nobody did. Raise `EditConflict` if somebody has saved
    since, `NotAllowed` and `SlugTaken`; nothing is saved then.
    """
    lock_matching()
    story = locked(story)
    refuse(check_save(story, by=by) or _check_version(story, version))
    before, old = story.state, working_copy_of(story)
    old = replace(old, tags=tuple(sorted(old.tags)))
    copy = tidy(copy, story)
    if copy == old:
        return story
    links, headlines = write(story, copy, old, by), Headlines()
    match_links(links, headlines)
    if story.headline_key != Story.key_of(old.headline):
        rematch_links_to(story, headlines)
        match_story(story, headlines)
    if story.state == WorkflowState.READY:
        story.state = WorkflowState.DRAFT
        story.save(update_fields=["state"])
    audit_log.record(story, actions.SAVED, by=by, from_state=before)
    return story


def _check_version(story: Story, version: int | None) -> EditConflict | None:
    if version is None or version == story.version:
        return None
    return EditConflict(
        gettext(
            "%(person)s saved this story on %(time)s while you were writing, so your text has not"
            " been saved. It is kept in the form below."
        )
        % {"person": name_of(story.changed_by), "time": format_time(story.changed_at)}
    )
