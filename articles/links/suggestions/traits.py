"""What a story is compared by besides its words: tags, places, authors, section and date."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from math import log
from operator import or_
from typing import NamedTuple

from django.db.models import Count, Q

from articles.models import Author, FormerSlug, Story, Term, TermKind
from articles.stories import working_copy_of
from articles.text import name_slug


class Key(NamedTuple):
    """What a version is listed under."""

    kind: str
    slug: str


@dataclass(frozen=True)
class Traits:
    """What a story shares with others; `published_at` is its first publication, or now."""

    #: The story's terms by all keys under which others have them: a renamed tag has several.
    terms: Mapping[Key, Key]
    names: Mapping[Key, str]
    section: int | None
    published_at: datetime

    @property
    def having_any(self) -> Q:
        """The condition for terms that are the story's."""
        by_kind: dict[str, list[str]] = {}
        for kind, slug in self.terms:
            by_kind.setdefault(kind, []).append(slug)
        kinds = (Q(kind=kind, slug__in=slugs) for kind, slugs in by_kind.items())
        return reduce(or_, kinds, Q(pk__in=()))

    def rarity(self, total: int) -> dict[Key, float]:
        """Return how rare each term is among `total` versions, from 0 (all have it) to 1."""
        having: dict[Key, int] = {}
        counted = Term.objects.filter(self.having_any).values("kind", "slug")
        for kind, slug, count in counted.annotate(Count("pk")).values_list(
            "kind", "slug", "pk__count"
        ):
            key = self.terms[Key(kind, slug)]
            having[key] = having.get(key, 0) + count
        return {
            key: max(0.0, 1 - log(count) / log(total + 1)) if total else 0.0
            for key, count in having.items()
        }


def traits_of(story: Story, at: datetime) -> Traits:
    """Return the traits of the working copy at the timezone-aware datetime `at`."""
    copy = working_copy_of(story)
    authors = [one.name for one in copy.authors if isinstance(one, Author)]
    names = {
        Key(kind, slug): name
        for kind, of_kind in (
            (TermKind.TAG, copy.tags),
            (TermKind.PLACE, copy.places),
            (TermKind.AUTHOR, authors),
        )
        for name in of_kind
        if (slug := name_slug(name))
    }
    terms = {key: key for key in names}
    former = FormerSlug.objects.at(at).filter(present__in={key.slug for key in names})
    for kind, slug, present in former.values_list("kind", "slug", "present"):
        if (key := Key(kind, present)) in names:
            terms.setdefault(Key(kind, slug), key)
    published = story.published_versions.began(at).order_by("visible_from")
    first = published.values_list("published_at", flat=True).first()
    return Traits(terms, names, story.section_id, first or at)
