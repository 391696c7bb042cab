"""The notes of a story as they are read, each with its answers."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from articles import body
from articles.models import Note, Story


@dataclass(frozen=True, slots=True)
class Thread:
    """A note with its answers; `is_gone` says that its words are no longer in the body."""

    note: Note
    is_gone: bool
    answers: list[Note] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        """Whether nobody has resolved the note."""
        return self.note.resolved_at is None

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
            is_gone = place is None and bool(note.exact)
            found[note.pk] = (len(text) if place is None else place, Thread(note, is_gone))
    for note in notes:
        if note.answers_to_id in found:
            found[note.answers_to_id][1].answers.append(note)
    return [thread for _, thread in sorted(found.values(), key=lambda placed: placed[0])]
