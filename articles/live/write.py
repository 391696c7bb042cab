"""Write entries: add one, change it, and delete one that readers have never seen."""

from django.db import transaction
from django.utils.translation import gettext

from articles import body
from articles.core import NewsroomError, NotAllowed, NotPossible, refuse
from articles.live import actions
from articles.live.coverage import coverage_at
from articles.live.entry_copy import EntryCopy, put_into
from articles.live.log import record
from articles.live.situation import EntrySituation, begin_entry
from articles.models import LiveCoverage, LiveEntry, Story
from articles.people import permissions
from articles.publishing import begin
from articles.search import index_entry
from newsroom.accounts.models import User

#: Entries of a story.
MOST = 2000


class AlreadyAdded(NotPossible):
    """The same form was sent before."""


def check_write_entry(
    story: Story, coverage: LiveCoverage | None, *, by: User
) -> NewsroomError | None:
    """Return why `by` cannot write entries of the story; None if it is possible.

    `coverage` is what holds now.
    """
    if not permissions.can_write_entries(by):
        return NotAllowed(gettext("You may not write entries of live blogs."))
    if coverage is None:
        return NotPossible(
            gettext("“%(story)s” is not a live blog: start its live coverage first.")
            % {"story": story}
        )
    return None


@transaction.atomic
def write_entry(story: Story, copy: EntryCopy, *, by: User, key: str = "") -> LiveEntry:
    """Add an entry that nobody sees yet, and return it.

    `key` was made with the form. Raise `NotAllowed`, `NotPossible`, `AlreadyAdded`, and
    `NewsroomError` if what was written does not fit.
    """
    now = begin(story)
    refuse(check_write_entry(now.story, coverage_at(now.story, now.at), by=by))
    key = key or body.new_key()
    if LiveEntry.objects.filter(key=key).exists():
        raise AlreadyAdded(gettext("This entry has been added already."))
    if now.story.live_entries.count() >= MOST:
        raise NotPossible(
            gettext("A live blog can have at most %(most)s entries. Continue in another one.")
            % {"most": MOST}
        )
    entry = LiveEntry(
        story=now.story,
        key=key,
        created_at=now.at,
        created_by=by,
        changed_at=now.at,
        changed_by=by,
    )
    put_into(entry, copy)
    entry.save(force_insert=True)
    index_entry(entry)
    return entry


def check_save_entry(now: EntrySituation, *, by: User) -> NewsroomError | None:
    """Return why `by` cannot change the entry; None if it is possible."""
    was_published = bool(now.versions)
    if permissions.can_edit_entry(by, now.entry, was_published=was_published):
        return None
    return NotAllowed(
        gettext("You may not change an entry that has been published.")
        if was_published
        else gettext("You may not change this entry: somebody else is writing it.")
    )


@transaction.atomic
def save_entry(entry: LiveEntry, copy: EntryCopy, *, by: User) -> LiveEntry:
    """Change what the entry says, which reaches readers when it is published, and return it.

    Raise `NotAllowed`, `Gone`, and `NewsroomError` if what was written does not fit.
    """
    now = begin_entry(entry)
    refuse(check_save_entry(now, by=by))
    entry = now.entry
    put_into(entry, copy)
    entry.version += 1
    entry.changed_at, entry.changed_by = now.at, by
    entry.save()
    index_entry(entry)
    return entry


def check_delete_entry(now: EntrySituation, *, by: User) -> NewsroomError | None:
    """Return why `by` cannot delete the entry; None if it is possible."""
    if refusal := check_save_entry(now, by=by):
        return refusal
    if now.entry.versions.exists():
        return NotPossible(
            gettext("This entry has been published or scheduled, so it is kept: withdraw it.")
        )
    return None


@transaction.atomic
def delete_entry(entry: LiveEntry, *, by: User) -> None:
    """Delete an entry that was never published. Raise `NotAllowed`, `NotPossible` and `Gone`."""
    now = begin_entry(entry)
    refuse(check_delete_entry(now, by=by))
    record(now, actions.ENTRY_DELETED, by=by)
    now.entry.delete()
