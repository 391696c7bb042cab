"""Public notes on stories, as readers see them."""

from datetime import datetime
from typing import NamedTuple

from articles.core import article_url
from articles.models import ABOVE_TEXT, Correction, CorrectionKind


class Note(NamedTuple):
    """A note on a story."""

    kind: str
    text: str
    at: datetime

    @property
    def label(self) -> str:
        """What it is called."""
        return str(CorrectionKind(self.kind).label)

    @property
    def above(self) -> bool:
        """Whether it stands above the text."""
        return self.kind in ABOVE_TEXT


class PublishedNote(NamedTuple):
    """A note in the list of all, with its story."""

    pk: int
    note: Note
    address: str
    headline: str

    @property
    def at(self) -> datetime:
        """When it was added."""
        return self.note.at


def notes_of(story: int, at: datetime) -> list[Note]:
    """Give the story's notes that stand at the aware time `at`, oldest first; one query."""
    notes = Correction.objects.visible(at).filter(story=story).order_by("at", "pk")
    return [Note(*values) for values in notes.values_list(*Note._fields)]


def published_notes(
    at: datetime, count: int, *, than: tuple[datetime, int] | None = None
) -> list[PublishedNote]:
    """Give the newest notes on stories that readers see at the aware time `at`; one query.

    `than` gives what follows the note of this time and key.
    """
    notes = Correction.objects.visible(at).with_story(at).order_by("-at", "-pk")
    if than:
        notes = notes.older_than(*than)
    rows = notes.values_list("pk", "slug", "headline", *Note._fields)[:count]
    return [
        PublishedNote(pk, Note(*note), article_url(slug), headline)
        for pk, slug, headline, *note in rows
    ]
