"""Corrections as readers see them: on the story that they correct, and in the list of all."""

from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from django.db.models import BigIntegerField, DateTimeField, QuerySet

from articles.core import article_url
from articles.database import Parameter, PreparedQuery
from articles.models import ABOVE_TEXT, Correction, CorrectionKind, CorrectionQuerySet
from articles.readers.cache.reads import reading_about
from articles.readers.language import in_newsroom_language

AT = Parameter("at", DateTimeField())
KEY = (Parameter("before", DateTimeField()), Parameter("pk", BigIntegerField()))


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
        """Whether it is above the text."""
        return self.kind in ABOVE_TEXT


class ListedCorrection(NamedTuple):
    """A correction in the list of all, with its story."""

    pk: int
    correction: ShownCorrection
    url: str
    headline: str

    @property
    def key(self) -> tuple[datetime, int]:
        """Its place in the list."""
        return self.correction.at, self.pk


def corrections_of(story: int, at: datetime) -> list[ShownCorrection]:
    """Return the corrections in effect on the story with this primary key, oldest first.

    `at` is a timezone-aware datetime. It takes one query.
    """
    with reading_about(story):
        return _of_story(story=story, at=at)


def newest_corrections(
    at: datetime, count: int, older_than: tuple[datetime, int] | None = None
) -> list[ListedCorrection]:
    """Return the newest corrections on stories that readers see at the timezone-aware `at`.

    With `older_than`, those that follow the one with this time and primary key. It takes one
    query.
    """
    if older_than is None:
        return _newest(count)(at=at)
    before, pk = older_than
    return _older(count)(at=at, before=before, pk=pk)


def _listed(pk: int, slug: str, headline: str, *shown: Any) -> ListedCorrection:
    return ListedCorrection(pk, ShownCorrection(*shown), article_url(slug), headline)


_of_story = PreparedQuery(
    ShownCorrection,
    lambda: (
        Correction.objects.visible(AT)
        .filter(story=Parameter("story", BigIntegerField()))
        .order_by("at", "pk")
        .values_list(*ShownCorrection._fields)
    ),
)


@cache
def _newest(count: int) -> PreparedQuery[ListedCorrection]:
    return PreparedQuery(_listed, lambda: _columns(_newest_first())[:count])


@cache
def _older(count: int) -> PreparedQuery[ListedCorrection]:
    return PreparedQuery(_listed, lambda: _columns(_newest_first().older_than(*KEY))[:count])


def _newest_first() -> CorrectionQuerySet:
    return Correction.objects.visible(AT).with_story(AT).order_by("-at", "-pk")


def _columns(corrections: CorrectionQuerySet) -> QuerySet[Correction, Any]:
    return corrections.values_list("pk", "slug", "headline", *ShownCorrection._fields)
