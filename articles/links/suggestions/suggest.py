"""Suggest related stories for a story."""

from dataclasses import dataclass
from datetime import datetime

from articles.links.suggestions.find_candidates import Candidate, find_candidates
from articles.links.suggestions.score import LEAST, score
from articles.links.suggestions.traits import traits_of
from articles.links.suggestions.why import why
from articles.models import Story
from articles.search import likeness_of


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What readers see of a story that fits, its score from 0 to 1, and why it fits, in words."""

    target: Candidate
    score: float
    why: str


def suggest(story: Story, at: datetime, count: int = 5) -> list[Suggestion]:
    """Return up to so many related stories for the stored working copy, the best first.

    Readers see each of them at the timezone-aware datetime `at`, the story has no link to it, and
    it was not rejected for one. How many queries it takes does not depend on the archive.
    """
    traits, likeness = traits_of(story, at), likeness_of(story)
    rarity = traits.rarity(likeness.total)
    scored = [
        (points, candidate)
        for candidate in find_candidates(story, traits, likeness, at)
        if (points := score(candidate, traits, likeness, rarity)) >= LEAST
    ]
    scored.sort(key=lambda one: (one[0], one[1].published_at, one[1].pk), reverse=True)
    best = scored[:count]
    words = likeness.shared_words(candidate.pk for _, candidate in best)
    return [
        Suggestion(candidate, points, why(candidate, traits, words.get(candidate.pk, ())))
        for points, candidate in best
    ]
