"""Why a story is suggested, in words."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.utils.timesince import timesince
from django.utils.translation import gettext, ngettext

from articles.links.suggestions.find_candidates import Candidate
from articles.links.suggestions.traits import Traits
from articles.models import TermKind
from articles.text import fold, isolated

#: As many words and names are said.
MOST_NAMED = 3


def why(candidate: Candidate, traits: Traits, words: Sequence[str]) -> str:
    """Return what the candidate has in common with the story, whose `words` it has."""
    return " · ".join(_reasons(candidate, traits, words))


def _reasons(candidate: Candidate, traits: Traits, words: Sequence[str]) -> Iterator[str]:
    tags, places, people = (
        [name for key, name in traits.names.items() if key in candidate.shared and key.kind == kind]
        for kind in (TermKind.TAG, TermKind.PLACE, TermKind.AUTHOR)
    )
    if tags:
        told = ngettext("%(count)s tag: %(names)s", "%(count)s tags: %(names)s", len(tags))
        yield told % {"count": len(tags), "names": _named(tags)}
    if places:
        yield gettext("both from %(places)s") % {"places": _named(places)}
    if people:
        yield gettext("both by %(people)s") % {"people": _named(people)}
    said = fold(" ".join([*tags, *places, *people]))
    if others := [f"“{word}”" for word in words if fold(word) not in said]:
        yield gettext("both say %(words)s") % {"words": _named(others)}
    if traits.section is not None and candidate.section == traits.section:
        yield gettext("same section")
    yield _apart(*sorted((candidate.published_at, traits.published_at)))


def _apart(earlier: datetime, later: datetime) -> str:
    if (later - earlier).days == 0:
        return gettext("less than a day apart")
    return gettext("%(time)s apart") % {"time": timesince(earlier, later, depth=1)}


def _named(names: Sequence[str]) -> str:
    return ", ".join(map(isolated, names[:MOST_NAMED]))
