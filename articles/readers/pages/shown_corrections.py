"""Corrections as readers see them: on the story that they correct, and in the list of all."""

from datetime import datetime
from typing import NamedTuple

from articles.core import article_url
from articles.models import ABOVE_TEXT, Correction, CorrectionKind
from articles.readers.language import in_newsroom_language


class ShownCorrection(NamedTuple):
    """A correction on the page of its story; the fields are columns of the model."""

    kind: str
    text: str
    at: datetime

    @property
    def label(self) -> str:
        """What readers see it called."""
        return in_newsroom_language(CorrectionKind(self.kind).label)

    @property
    def above(self) -> bool:
        """Whether it stands above the text."""
        return self.kind in ABOVE_TEXT


class ListedCorrection(NamedTuple):
    """A correction in the list of all, with its story."""

    pk: int
    correction: ShownCorrection
    url: str
    headline: str


def corrections_of(story: int, at: datetime) -> list[ShownCorrection]:
    """Return the corrections that stand on the story with this primary key, oldest first.

    `at` is the timezone-aware datetime as of which they stand. It takes one query.
    """
    corrections = Correction.objects.visible(at).filter(story=story).order_by("at", "pk")
    rows = corrections.values_list(*ShownCorrection._fields)
    return [ShownCorrection(*values) for values in rows]


def newest_corrections(
    at: datetime, count: int, *, older_than: tuple[datetime, int] | None = None
) -> list[ListedCorrection]:
    """Return the newest corrections on stories that readers see at the timezone-aware `at`.

    With `older_than`, those that follow the one with this time and primary key. It takes one
    query.
    """
    corrections = Correction.objects.visible(at).with_story(at).order_by("-at", "-pk")
    if older_than:
        corrections = corrections.older_than(*older_than)
    rows = corrections.values_list("pk", "slug", "headline", *ShownCorrection._fields)[:count]
    return [
        ListedCorrection(pk, ShownCorrection(*values), article_url(slug), headline)
        for pk, slug, headline, *values in rows
    ]
