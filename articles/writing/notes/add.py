"""Add a note to a story, or to words of its body, and answer one."""

from django.db import transaction
from django.utils.translation import gettext, ngettext

from articles import body
from articles.core import NewsroomError, NotAllowed, NotPossible, clock, locked, refuse
from articles.models import Note, Story
from articles.people import permissions
from articles.search import index_note
from articles.stories import notices
from articles.writing.notes.mentions import mentioned_in
from articles.writing.notes.text import is_control, note_text
from newsroom.accounts.models import User

_NO_WORDS = body.Quote()
#: Notes of a story, with answers.
MOST = 300
#: Characters of the words that a note is about, and of those before and after them.
LONGEST_QUOTE, LONGEST_CONTEXT = 500, 40


def check_write_notes(*, by: User) -> NotAllowed | None:
    """Return a refusal unless `by` may read and write notes: whoever may view drafts may."""
    if permissions.can_read_drafts(by):
        return None
    return NotAllowed(gettext("You may not read or write notes on stories."))


@transaction.atomic
def add_note(story: Story, text: str, *, by: User, quote: body.Quote = _NO_WORDS) -> Note:
    """Add a note to the story, or to the words of the quote, and tell those whom it mentions.

    Raise `NotAllowed`, `NotPossible` if the story has too many, and `NewsroomError` if the text or
    the quote does not fit.
    """
    refuse(check_write_notes(by=by) or _check_quote(quote))
    quote = quote if quote.exact.strip() else _NO_WORDS
    note = Note(text=note_text(text), exact=quote.exact, prefix=quote.prefix, suffix=quote.suffix)
    return _add(locked(story), note, by)


@transaction.atomic
def answer_note(note: Note, text: str, *, by: User) -> Note:
    """Answer a note, and tell those who wrote or answered it, and those whom the answer mentions.

    An answer to a resolved note opens it again. Raise `NotAllowed`, `NotPossible`, `Gone`, and
    `NewsroomError` if the text does not fit.
    """
    refuse(check_write_notes(by=by))
    story = locked(note.story)
    note = locked(note.answers_to or note)
    answer = _add(story, Note(text=note_text(text), answers_to=note), by)
    if note.resolved_at:
        note.resolved_at = note.resolved_by = None
        note.save(update_fields=["resolved_at", "resolved_by"])
    return answer


def _add(story: Story, note: Note, by: User) -> Note:
    refuse(_check_room(story))
    note.story, note.by, note.at = story, by, clock.now()
    note.save(force_insert=True)
    index_note(note)
    notices.tell_of_note(
        note, mentioned=mentioned_in([note.text]).values(), answered=_answered(note)
    )
    return note


def _answered(note: Note) -> list[User]:
    """Return who wrote the note that this one answers, or answered it before."""
    if note.answers_to is None:
        return []
    written = Note.objects.filter(answers_to=note.answers_to).values("by")
    people = permissions.draft_readers().filter(pk__in=written)
    return list(people | permissions.draft_readers().filter(pk=note.answers_to.by_id))


def _check_room(story: Story) -> NotPossible | None:
    if story.notes.count() < MOST:
        return None
    return NotPossible(
        ngettext(
            "A story has at most %(most)s note. Delete one of yours that is no longer needed.",
            "A story has at most %(most)s notes. Delete those of yours that are no longer needed.",
            MOST,
        )
        % {"most": MOST}
    )


def _check_quote(quote: body.Quote) -> NewsroomError | None:
    if any(map(is_control, quote.prefix + quote.exact + quote.suffix)):
        return NewsroomError(gettext("These words cannot be marked. Select others."))
    around = max(len(quote.prefix), len(quote.suffix))
    if len(quote.exact) > LONGEST_QUOTE or around > LONGEST_CONTEXT:
        return NewsroomError(
            ngettext(
                "Select fewer words: a note can be on at most %(most)s character.",
                "Select fewer words: a note can be on at most %(most)s characters.",
                LONGEST_QUOTE,
            )
            % {"most": LONGEST_QUOTE}
        )
    return None
