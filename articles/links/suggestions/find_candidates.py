"""Which stories could be related: a bounded number, whatever the archive has."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from articles.links.rules import rejected_targets
from articles.links.suggestions.traits import Key, Traits
from articles.models import PublishedVersion, RelatedLink, Story, Term
from articles.search import Likeness

#: At most this many are taken by words, and as many by tags, places and authors.
BY_WORDS, BY_TERMS = 150, 50


@dataclass(frozen=True, slots=True)
class Candidate:
    """What readers see of a story that could be related."""

    pk: int
    story: int
    headline: str
    slug: str
    section: int | None
    published_at: datetime
    #: The weights of the words that it has.
    likeness: int
    #: The terms that both have.
    shared: frozenset[Key]


def find_candidates(
    story: Story, traits: Traits, likeness: Likeness, at: datetime
) -> list[Candidate]:
    """Return what readers see at the timezone-aware `at`, alike in words or terms.

    The story itself, what it links to, in any state, and what was rejected for it are left out. It
    takes four queries.
    """
    linked = RelatedLink.objects.placed().filter(story=story, target__isnull=False)
    visible = (
        PublishedVersion.objects.visible(at)
        .exclude(story=story)
        .exclude(story__in=linked.values("target"))
        .exclude(story__in=rejected_targets(story.pk))
    )
    alike = likeness.of_versions()
    by_words = likeness.any_of(visible).annotate(likeness=alike)
    by_words = by_words.order_by("-likeness", "-published_at", "-pk")
    terms = Term.objects.filter(traits.having_any, version__in=visible.values("pk"))
    by_terms = terms.values("version").annotate(shared=Count("pk"))
    by_terms = by_terms.order_by("-shared", "-published_at", "-version")
    keys = {
        *by_words.values_list("pk", flat=True)[:BY_WORDS],
        *by_terms.values_list("version", flat=True)[:BY_TERMS],
    }
    shared = defaultdict(set)
    of_candidates = Term.objects.filter(traits.having_any, version__in=keys)
    for version, kind, slug in of_candidates.values_list("version", "kind", "slug"):
        shared[version].add(traits.terms[Key(kind, slug)])
    rows = PublishedVersion.objects.filter(pk__in=keys).annotate(likeness=alike).order_by("pk")
    return [
        Candidate(*row, frozenset(shared[row[0]]))
        for row in rows.values_list(
            "pk", "story", "headline", "slug", "section", "published_at", "likeness"
        )
    ]
