"""Resolve notes, and open them again: whoever may write notes does."""

from django.db import transaction
from django.utils.translation import gettext

from articles.core import NewsroomError, NotPossible, clock, locked, refuse
from articles.models import Note
from articles.writing.notes.add import check_write_notes
from newsroom.accounts.models import User


def check_resolve_note(note: Note, *, by: User) -> NewsroomError | None:
    """Return why `by` cannot resolve the note or open it again; None if it is possible."""
    if refusal := check_write_notes(by=by):
        return refusal
    if note.answers_to_id:
        return NotPossible(gettext("An answer is resolved with the note that it answers."))
    return None


def resolve_note(note: Note, *, by: User) -> Note:
    """Mark the note as resolved; it stays as it is if it was. Raise what the check returns."""
    return _set(note, resolved=True, by=by)


def reopen_note(note: Note, *, by: User) -> Note:
    """Open a resolved note again; it stays as it is if it is open. Raise what the check returns."""
    return _set(note, resolved=False, by=by)


@transaction.atomic
def _set(note: Note, *, resolved: bool, by: User) -> Note:
    note = locked(note)
    refuse(check_resolve_note(note, by=by))
    if resolved != (note.resolved_at is not None):
        note.resolved_at = clock.now() if resolved else None
        note.resolved_by = by if resolved else None
        note.save(update_fields=["resolved_at", "resolved_by"])
    return note
