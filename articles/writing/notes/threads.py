"""The notes of a story as they are read, each with its answers."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from articles import body
from articles.models import Note, Story


@dataclass(frozen=True, slots=True)
class Thread:
    """A note with its answers; `quote` is what its words are in the body now.

    It has no words if the note is about none, or if there are none like them any more.
    """

    note: Note
    quote: body.Quote
    answers: list[Note] = field(default_factory=list)

    @property
    def anchor(self) -> body.Quote:
        """The words by which their place is found again: as they are now, or else were."""
        note = self.note
        return self.quote if self.quote.exact else body.Quote(note.exact, note.prefix, note.suffix)

    @property
    def is_open(self) -> bool:
        """Whether nobody has resolved the note."""
        return self.note.resolved_at is None

    @property
    def is_gone(self) -> bool:
        """Whether the words are no longer in the body."""
        return bool(self.note.exact) and not self.quote.exact

    @property
    def is_reworded(self) -> bool:
        """Whether the words have changed since the note was written."""
        return bool(self.quote.exact) and self.quote.exact != self.note.exact

    @property
    def notes(self) -> Sequence[Note]:
        """The note and its answers, as they were written."""
        return (self.note, *self.answers)


def threads(story: Story) -> list[Thread]:
    """Return the notes of the story, from one query, in the order of its text."""
    text = body.anchor_text(body.read(story.body))
    found: dict[int, tuple[int, Thread]] = {}
    notes = list(story.notes.select_related("by", "resolved_by"))
    for note in notes:
        if note.answers_to_id is None:
            quote = body.Quote(note.exact, note.prefix, note.suffix)
            place = body.find_quote(text, quote)
            now = body.quote_at(text, place) if place else body.Quote()
            found[note.pk] = (place.start if place else len(text), Thread(note, now))
    for note in notes:
        if note.answers_to_id in found:
            found[note.answers_to_id][1].answers.append(note)
    return [thread for _, thread in sorted(found.values(), key=lambda placed: placed[0])]
