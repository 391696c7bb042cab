"""The words of a private note, for the desk, written when it is."""

from collections.abc import Iterable, Sequence

from django.conf import settings

from articles.database import NOTES
from articles.models import Note, NoteWords
from articles.search.analysis import ANALYSIS, Document, make_document
from articles.search.source import Source
from articles.text import guess_language


def index_note(note: Note) -> None:
    """Write the words of a note, in the transaction that writes it."""
    index_notes([note])


def index_notes(notes: Sequence[Note]) -> None:
    """Write the words of notes."""
    documents = zip(notes, note_documents(notes), strict=True)
    NoteWords.objects.bulk_create(
        [
            NoteWords(note=note, analysis=ANALYSIS, words=it.words, tokens=it.tokens)
            for note, it in documents
        ],
        update_conflicts=True,
        unique_fields=["note"],
        update_fields=["analysis", "words", "tokens"],
    )


def note_documents(notes: Iterable[Note]) -> list[Document]:
    """Return the notes as the index is to have them: what they say, and the words they are on."""
    return [
        make_document("", "", texts_of_note(note), language=language_of_note(note))
        for note in notes
    ]


def texts_of_note(note: Note) -> tuple[str, ...]:
    """Return what the note says, and then the words of the story that it is on, if any."""
    return (note.text, note.exact)


def language_of_note(note: Note) -> str:
    """Return the language in which the note is written."""
    return guess_language(note.text, settings.LANGUAGE_CODE)


NOTE_SOURCE = Source(Note.objects.all, NOTES, note_documents, index_notes)
