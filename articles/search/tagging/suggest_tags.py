"""Tags for a text, ranked by TF-IDF over the index, each with the reason in words."""

from collections.abc import Iterable, Iterator
from math import log
from typing import NamedTuple

from django.utils.translation import gettext, ngettext

from articles.database import VERSIONS, count_matching
from articles.search.analysis import EVERY, Query, SearchTerm
from articles.search.analysis.terms import beginning
from articles.search.expression import expression
from articles.search.likeness import BODY, FEW, HEADLINE, ONE_IN, SATURATION, SUMMARY
from articles.search.tagging.said_places import Gazetteer, said_places
from articles.search.tagging.said_tags import said_tags
from articles.search.tagging.text import Said, Texts, analysed, phrase_of
from articles.text import fold, isolated, tag_key

MOST = 8
#: At most this many are looked up in the index: those that the text has most often.
MOST_ASKED = 40
#: A word that fewer than one in this many texts lack says nothing about any of them.
ONE_LACKS = 4


class SuggestedTag(NamedTuple):
    """A tag that the story does not have yet, and why it may fit."""

    name: str
    why: str


def suggest_tags(
    texts: Texts, language: str, gazetteer: Gazetteer, *, without: Iterable[str] = ()
) -> list[SuggestedTag]:
    """Return what may be tags of a story with these texts in this language, the best first.

    Without those that it has. It takes three queries, and of a very long text reads the beginning.
    """
    read = [
        (part, analysed(text, language))
        for (part, _), text in zip(texts, beginning(text for _, text in texts), strict=True)
    ]
    has = {tag_key(name) for name in without}
    found = {
        tag: (said, False)
        for tag, said in said_tags(read, language).items()
        if tag_key(tag) not in has
    }
    known = has | {tag_key(tag) for tag in found}
    typed = {fold(said.typed) for said, _ in found.values()}
    for place, said in said_places(read, language, gazetteer).items():
        if tag_key(place) not in known and fold(place) not in typed:
            found[place] = said, True
    asked = sorted(found, key=lambda name: _often(found[name][0]), reverse=True)[:MOST_ASKED]
    total, having = _rarity(asked, language)
    ranked = sorted(
        (name for name in asked if having[name] * ONE_LACKS <= total * (ONE_LACKS - 1) + FEW),
        key=lambda name: _score(_often(found[name][0]), having[name], total),
        reverse=True,
    )
    return [
        SuggestedTag(name, " · ".join(_reasons(name, *found[name], having[name], total)))
        for name in ranked[:MOST]
    ]


def _often(said: Said) -> int:
    return said.headline * HEADLINE + said.summary * SUMMARY + (said.dateline + said.body) * BODY


def _score(often: int, having: int, total: int) -> float:
    rarity = log(1 + (total - having + 0.5) / (having + 0.5))
    return rarity * often * (SATURATION + 1) / (often + SATURATION)


def _rarity(names: list[str], language: str) -> tuple[int, dict[str, int]]:
    """Return how many versions the index has, and how many of them have all words of each name."""
    queries = [Query(((SearchTerm("", frozenset({EVERY})),),))]
    for name in names:
        phrase = phrase_of(name, language)
        queries.append(Query(tuple((SearchTerm(name, tokens),) for tokens in phrase)))
    total, *counts = count_matching(VERSIONS, [expression(query) for query in queries])
    return total, dict(zip(names, counts, strict=True))


def _reasons(name: str, said: Said, is_place: bool, having: int, total: int) -> Iterator[str]:
    if is_place:
        yield gettext("a place")
    if said.headline:
        yield gettext("in the headline")
    elif said.summary:
        yield gettext("in the summary")
    if times := said.dateline + said.body:
        yield ngettext("%(count)s time in the text", "%(count)s times in the text", times) % {
            "count": times
        }
    if fold(said.typed) != fold(name):
        yield gettext("you write “%(words)s”") % {"words": isolated(said.typed)}
    if having <= max(FEW, total // ONE_IN**2):
        yield gettext("rare in other stories")
