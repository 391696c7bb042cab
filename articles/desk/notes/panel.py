"""The notes of a story as its form and their own page show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from articles.core import clock
from articles.models import Note, Story
from articles.people import name_of
from articles.writing import LONGEST_NOTE, MENTION, Thread, mentioned_in, threads
from newsroom.accounts.models import User


@dataclass(frozen=True, slots=True)
class ShownNote:
    """A note or an answer: who says what, and whether the viewer wrote it."""

    note: Note
    who: str
    words: SafeString
    is_own: bool


@dataclass(frozen=True, slots=True)
class ShownThread:
    """A note with its answers."""

    thread: Thread
    first: ShownNote
    answers: list[ShownNote]
    resolved_by: str


def notes_context(story: Story, by: User) -> dict[str, Any]:
    """Return the notes of the story, the open ones first, in two queries."""
    found = threads(story)
    people = mentioned_in(note.text for thread in found for note in thread.notes)
    shown = [_thread(thread, people, by) for thread in found]
    open_ones = [one for one in shown if one.thread.is_open]
    return {
        "original": story,
        "now": clock.now(),
        "notes": open_ones,
        "resolved_notes": [one for one in shown if not one.thread.is_open],
        "longest_note": LONGEST_NOTE,
    }


def _thread(thread: Thread, people: dict[str, User], by: User) -> ShownThread:
    first, *answers = (_note(note, people, by) for note in thread.notes)
    resolved_by = thread.note.resolved_by
    return ShownThread(thread, first, answers, name_of(resolved_by) if resolved_by else "")


def _note(note: Note, people: dict[str, User], by: User) -> ShownNote:
    return ShownNote(note, name_of(note.by), _words(note.text, people), note.by_id == by.pk)


def _words(text: str, people: dict[str, User]) -> SafeString:
    """Return the text as HTML, with the names of people whom it mentions."""
    parts, end = [], 0
    for found in MENTION.finditer(text):
        if person := people.get(found[1]):
            stop = found.start() + 1 + len(person.username)
            name = format_html('<b class="mention">@{}</b>', name_of(person))
            parts += [escape(text[end : found.start()]), name]
            end = stop
    # Each part is escaped.
    return mark_safe("".join([*parts, escape(text[end:])]))
