"""Edit and delete notes: only their authors do."""

from django.db import transaction
from django.utils.translation import gettext

from articles.core import NewsroomError, NotAllowed, NotPossible, clock, locked, refuse
from articles.models import Note
from articles.search import index_note
from articles.stories import audit_log, notices
from articles.writing import actions
from articles.writing.notes.add import check_write_notes
from articles.writing.notes.mentions import mentioned_in
from articles.writing.notes.text import note_text
from newsroom.accounts.models import User


def check_change_note(note: Note, *, by: User) -> NotAllowed | None:
    """Return a refusal unless `by` wrote the note, and may still write notes."""
    if refusal := check_write_notes(by=by):
        return refusal
    if note.by_id == by.pk:
        return None
    return NotAllowed(gettext("Only its author can change a note. Answer it instead."))


def check_delete_note(note: Note, *, by: User) -> NewsroomError | None:
    """Return why `by` cannot delete the note; None if it is possible."""
    if refusal := check_change_note(note, by=by):
        return refusal
    if note.answers.exclude(by=by).exists():
        return NotPossible(gettext("Others have answered the note: resolve it instead."))
    return None


@transaction.atomic
def edit_note(note: Note, text: str, *, by: User) -> Note:
    """Change what a note says, and tell those whom only the new text mentions.

    Raise `NotAllowed`, `Gone`, and `NewsroomError` if the text does not fit.
    """
    locked(note.story)
    note = locked(note)
    refuse(check_change_note(note, by=by))
    new = note_text(text)
    if new != note.text:
        note.text, note.edited_at = new, clock.now()
        note.save(update_fields=["text", "edited_at"])
        index_note(note)
        notices.tell_of_note(note, mentioned=mentioned_in([new]).values())
    return note


@transaction.atomic
def delete_note(note: Note, *, by: User) -> None:
    """Delete a note that nobody else has answered, with the notices of it.

    Raise `NotAllowed`, `NotPossible` and `Gone`.
    """
    story = locked(note.story)
    note = locked(note)
    refuse(check_delete_note(note, by=by))
    note.delete()
    audit_log.record(story, actions.NOTE_DELETED, by=by)
