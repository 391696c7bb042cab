"""Suggest related stories for a story."""

from dataclasses import dataclass
from datetime import datetime

from articles.core import article_url
from articles.links.suggestions.find_candidates import find_candidates
from articles.links.suggestions.score import score
from articles.links.suggestions.traits import traits_of
from articles.links.suggestions.why import Reasons, reasons_of, why
from articles.models import Story
from articles.search import likeness_of


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What readers see of a story that fits, by its primary key, and why it fits."""

    story: int
    headline: str
    slug: str
    published_at: datetime
    reasons: Reasons

    @property
    def url(self) -> str:
        """Where readers see the story."""
        return article_url(self.slug)

    @property
    def why(self) -> str:
        """Why it fits, in words of the active language."""
        return why(self.reasons, self.published_at)


def suggest(story: Story, at: datetime, count: int = 5) -> list[Suggestion]:
    """Return up to `count` related stories for the stored working copy, the best first.

    Readers see each of them at the timezone-aware datetime `at`, the story has no link to it, and
    it was not rejected for one. How many queries it takes does not depend on the archive.
    """
    traits, likeness = traits_of(story, at), likeness_of(story)
    rarity = traits.rarity(likeness.total)
    scored = [
        (points, candidate)
        for candidate in find_candidates(story, traits, likeness, at)
        if (points := score(candidate, traits, likeness, rarity)) > 0
    ]
    scored.sort(key=lambda one: (one[0], one[1].published_at, one[1].pk), reverse=True)
    best = [candidate for _, candidate in scored[:count]]
    words = likeness.shared_words(candidate.pk for candidate in best)
    return [
        Suggestion(
            it.story,
            it.headline,
            it.slug,
            it.published_at,
            reasons_of(it, traits, words.get(it.pk, ())),
        )
        for it in best
    ]
