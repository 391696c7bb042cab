"""What readers find: versions that they see at the moment of asking, by text and freshness.

A live blog is found by the words of each entry that they see, too.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from django.db.models import Case, Count, Exists, F, OuterRef, Q, Value, When
from django.db.models.fields import BigIntegerField

from articles.database import VERSIONS
from articles.models import PublishedVersion, PublishedVersionQuerySet, Term, TermKind
from articles.search.analysis import IN_HEADLINE, IN_SUMMARY, Query, SearchTerm
from articles.search.expression import matches, narrowed
from articles.search.find_entries import stories_with_entries

DAY = 24 * 60 * 60
#: A story with all words in its headline ranks like one that is newer by this many seconds;
#: likewise with all words in headline and summary. So the order needs neither the present time nor
#: anything that the databases count differently.
HEADLINE, SUMMARY = 730 * DAY, 180 * DAY


class Listed(NamedTuple):
    """A tag, author or place, with all the slugs under which it lists stories."""

    kind: TermKind
    slugs: tuple[str, ...]


@dataclass(frozen=True)
class Filters:
    """Only these stories: of a section, under all of the terms, first published in a period.

    `since` and `before` are timezone-aware datetimes; the latter is not part of the period.
    """

    section: int | None = None
    terms: tuple[Listed, ...] = ()
    since: datetime | None = None
    before: datetime | None = None


class Place(NamedTuple):
    """A version's place among those found: the highest score comes first."""

    score: int
    pk: int


class VersionSearch:
    """The versions that readers see at the timezone-aware datetime `at`, as one query finds them.

    Sorted by text and freshness; by freshness alone with `newest_first`.
    """

    def __init__(
        self,
        query: Query,
        at: datetime,
        filters: Filters | None = None,
        *,
        newest_first: bool = False,
    ) -> None:
        self._query = query
        self._at = at
        self._filters = filters or Filters()
        self._newest_first = newest_first

    def page(self, count: int, after: Place | None = None) -> list[Place]:
        """Return the first places, or those that follow the one given. It takes two queries."""
        found = self._in_section().annotate(score=self._score())
        if after:
            found = found.filter(Q(score__lt=after.score) | Q(score=after.score, pk__lt=after.pk))
        places = found.order_by("-score", "-pk").values_list("score", "pk")[:count]
        return [Place(*place) for place in places]

    @cached_property
    def by_section(self) -> dict[int | None, int]:
        """How many are found in each section, by primary key, in the chosen one or not."""
        counted = self._found().order_by().values_list("section").annotate(Count("pk"))
        return dict(counted)

    @property
    def total(self) -> int:
        """How many are found."""
        section = self._filters.section
        return self.by_section.get(section, 0) if section else sum(self.by_section.values())

    @cached_property
    def _by_entry(self) -> list[int]:
        return stories_with_entries(self._query, self._at)

    def _in_section(self) -> PublishedVersionQuerySet:
        section = self._filters.section
        return self._found().filter(section=section) if section else self._found()

    def _found(self) -> PublishedVersionQuerySet:
        filters = self._filters
        found = _visible_with(self._query, self._at, self._by_entry)
        for kind, slugs in filters.terms:
            listed = Term.objects.filter(version=OuterRef("pk"), kind=kind, slug__in=slugs)
            found = found.filter(Exists(listed))
        if filters.since:
            found = found.filter(words__published__gte=int(filters.since.timestamp()))
        if filters.before:
            found = found.filter(words__published__lt=int(filters.before.timestamp()))
        return found

    def _score(self) -> Case | F:
        published = F("words__published")
        if self._newest_first or not self._query.groups:
            return published
        raised = (
            When(matches(VERSIONS, self._query, sign=sign), then=published + Value(seconds))
            for sign, seconds in ((IN_HEADLINE, HEADLINE), (IN_SUMMARY, SUMMARY))
        )
        return Case(*raised, default=published, output_field=BigIntegerField())


def visible_with(term: SearchTerm, at: datetime) -> PublishedVersionQuerySet:
    """Return the versions that readers see at the timezone-aware `at` with this word."""
    query = Query(((term,),))
    return _visible_with(query, at, stories_with_entries(query, at))


def _visible_with(
    query: Query, at: datetime, by_entry: Collection[int]
) -> PublishedVersionQuerySet:
    """Return what readers see with what is asked for, or with a primary key of `by_entry`."""
    visible = PublishedVersion.objects.visible(at)
    own = narrowed(visible.filter(matches(VERSIONS, query)), VERSIONS, query)
    if not by_entry:
        return own
    others = visible.filter(story__in=by_entry)
    # A union: of either condition alone, PostgreSQL would ask each version that readers see.
    keys = own.order_by().values("pk").union(others.order_by().values("pk"))
    return visible.filter(pk__in=keys)
