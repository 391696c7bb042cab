"""Notes among editors on a story, or on words of its body; never public."""

from articles.writing.notes.add import add_note, answer_note, check_write_notes
from articles.writing.notes.change import (
    check_change_note,
    check_delete_note,
    delete_note,
    edit_note,
)
from articles.writing.notes.mentions import MENTION, mentioned_in
from articles.writing.notes.resolve import check_resolve_note, reopen_note, resolve_note
from articles.writing.notes.text import LONGEST_NOTE
from articles.writing.notes.threads import Thread, threads

__all__ = [
    "LONGEST_NOTE",
    "MENTION",
    "Thread",
    "add_note",
    "answer_note",
    "check_change_note",
    "check_delete_note",
    "check_resolve_note",
    "check_write_notes",
    "delete_note",
    "edit_note",
    "mentioned_in",
    "reopen_note",
    "resolve_note",
    "threads",
]
