"""How alike a story and published versions are, by the words that set the story apart.

Words are weighed as BM25 does: by how rare they are in the index, and by how often the story has
them, which counts less each time. Of a version, only the tokens in the index are known. So where
BM25 asks how often it has a word, this asks whether the word is in its headline or summary.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from itertools import chain, repeat
from math import log
from operator import add

from django.db.models import Case, IntegerField, Value, When
from django.db.models.expressions import Combinable

from articles.database import VERSIONS, count_matching
from articles.models import PublishedVersionQuerySet, Story, VersionWords
from articles.search.analysis import EVERY, IN_SUMMARY, Query, SearchTerm
from articles.search.analysis.terms import CountedTerm, beginning, count_terms
from articles.search.expression import expression, matches
from articles.search.index_story import blocks_of
from articles.stories import language_of_text

#: How much a word counts in the headline, in the summary and in the body.
HEADLINE, SUMMARY, BODY = 4, 2, 1
#: How many of a story's words are looked up in the index, and how many of those are used.
MOST_ASKED, MOST_TELLING = 100, 20
#: BM25's k1: the larger it is, the more it matters how often a word occurs.
SATURATION = 1.2
#: A word is not said to be shared if it is in more versions than this, and in more than one in this
#: many: it is “after” or “was”. Nor are shorter words, but for names such as “EU”, nor what a body
#: says only once.
FEW, ONE_IN, SHORT = 3, 10, 4
#: Weights are whole numbers, so that both databases add them up alike.
SCALE = 100


@dataclass(frozen=True, slots=True)
class TellingTerm:
    """A word of a story, and how well it distinguishes the story from others."""

    term: SearchTerm
    weight: int
    #: Whether it says something to people, too.
    is_said: bool


@dataclass(frozen=True)
class Likeness:
    """The words of a story that others of the `total` versions in the index have too.

    `most` is the likeness of a story with as many words as these, and the most telling ones, all in
    headline and summary.
    """

    terms: tuple[TellingTerm, ...]
    total: int
    most: int

    def of_versions(self) -> Combinable:
        """Return the expression for a version's likeness: the weights of what it has of the words.

        What is in headline or summary counts twice.
        """
        weights: list[Combinable] = [Value(0, output_field=IntegerField())]
        weights += (_weight(telling, sign) for telling in self.terms for sign in ("", IN_SUMMARY))
        return reduce(add, weights)

    def any_of(self, versions: PublishedVersionQuerySet) -> PublishedVersionQuerySet:
        """Return those of the versions that have any of the words."""
        if not self.terms:
            return versions.none()
        group = tuple(telling.term for telling in self.terms)
        return versions.filter(matches(VERSIONS, Query((group,))))

    def shared_words(self, versions: Iterable[int]) -> dict[int, list[str]]:
        """Return the words that each of the versions has, as the story writes them.

        Those that tell most come first, and those that say nothing to people are left out. It takes
        one query, which reads all tokens: ask few.
        """
        found = VersionWords.objects.filter(version__in=list(versions))
        tokens = {pk: set(text.split()) for pk, text in found.values_list("version", "tokens")}
        said = [one.term for one in self.terms if one.is_said]
        return {
            pk: [term.typed for term in said if not term.tokens.isdisjoint(has)]
            for pk, has in tokens.items()
        }


def likeness_of(story: Story) -> Likeness:
    """Return what distinguishes the story's working copy from the others, in two queries."""
    blocks = blocks_of(story)
    texts = beginning((story.headline, story.summary, *(block.text for block in blocks)))
    counted = count_terms(
        zip(texts, chain((HEADLINE, SUMMARY), repeat(BODY)), strict=False),
        story.language or language_of_text(story.headline, story.summary, blocks),
    )[:MOST_ASKED]
    queries = [Query(((SearchTerm("", frozenset({EVERY})),),))]
    queries += (Query(((one.term,),)) for one in counted)
    total, *found = count_matching(VERSIONS, [expression(query) for query in queries])
    own = [
        set(tokens.split())
        for tokens in VersionWords.objects.filter(version__story=story).values_list(
            "tokens", flat=True
        )
    ]
    shared, weights = [], []
    for one, having in zip(counted, found, strict=True):
        others = having - sum(not one.term.tokens.isdisjoint(tokens) for tokens in own)
        weights.append(_tells(one, others, total))
        if others > 0:
            is_rare = others <= max(FEW, total // ONE_IN)
            said = is_rare and one.count > BODY and _is_a_word(one.term.typed)
            shared.append(TellingTerm(one.term, weights[-1], said))
    shared.sort(key=lambda one: one.weight, reverse=True)
    # With the words that no other has: what shares only common words is not alike.
    most = 2 * sum(sorted(weights, reverse=True)[:MOST_TELLING])
    return Likeness(tuple(shared[:MOST_TELLING]), total, most)


def _is_a_word(typed: str) -> bool:
    # Scripts without spaces, from Thai on, are cut into pairs of letters; they have no capitals.
    is_pair = typed >= "\u0e00" and typed.lower() == typed.upper()
    return len(typed) >= SHORT or typed.isupper() or is_pair


def _tells(one: CountedTerm, others: int, total: int) -> int:
    rarity = log(1 + (total - others + 0.5) / (others + 0.5))
    often = one.count * (SATURATION + 1) / (one.count + SATURATION)
    return max(1, round(SCALE * rarity * often))


def _weight(telling: TellingTerm, sign: str) -> Case:
    has = matches(VERSIONS, Query(((telling.term,),)), sign=sign)
    return Case(
        When(has, then=Value(telling.weight)), default=Value(0), output_field=IntegerField()
    )
