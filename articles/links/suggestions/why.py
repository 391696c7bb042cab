"""Why a story is suggested: what both have in common, and that in words."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Self

from django.utils.timesince import timesince
from django.utils.translation import gettext, ngettext

from articles.links.suggestions.find_candidates import Candidate
from articles.links.suggestions.traits import Traits
from articles.models import TermKind
from articles.text import fold, isolated

#: At most this many words and names are given.
MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Reasons:
    """What a story and a suggested one have in common, as it can be stored.

    `since` is when the story was published first, as ISO 8601.
    """

    tags: list[str]
    places: list[str]
    people: list[str]
    words: list[str]
    is_same_section: bool
    since: str

    @classmethod
    def read(cls, stored: dict[str, Any]) -> Self:
        """Return the reasons that were stored."""
        return cls(**stored)

    def stored(self) -> dict[str, Any]:
        """Return them as JSON."""
        return asdict(self)


def reasons_of(candidate: Candidate, traits: Traits, words: Sequence[str]) -> Reasons:
    """Return what the candidate has in common with the story, whose `words` it has."""
    tags, places, people = (
        [name for key, name in traits.names.items() if key in candidate.shared and key.kind == kind]
        for kind in (TermKind.TAG, TermKind.PLACE, TermKind.AUTHOR)
    )
    said = fold(" ".join([*tags, *places, *people]))
    return Reasons(
        tags,
        places,
        people,
        [word for word in words if fold(word) not in said],
        traits.section is not None and candidate.section == traits.section,
        traits.published_at.isoformat(),
    )


def why(reasons: Reasons, published_at: datetime) -> str:
    """Return in words why a story first published at `published_at` is suggested."""
    return " · ".join(_said(reasons, published_at))


def _said(reasons: Reasons, published_at: datetime) -> Iterator[str]:
    if tags := reasons.tags:
        told = ngettext("%(count)s tag: %(names)s", "%(count)s tags: %(names)s", len(tags))
        yield told % {"count": len(tags), "names": _named(tags)}
    if reasons.places:
        yield gettext("both from %(places)s") % {"places": _named(reasons.places)}
    if reasons.people:
        yield gettext("both by %(people)s") % {"people": _named(reasons.people)}
    if reasons.words:
        words = [f"“{word}”" for word in reasons.words]
        yield gettext("both say %(words)s") % {"words": _named(words)}
    if reasons.is_same_section:
        yield gettext("same section")
    yield _apart(*sorted((published_at, datetime.fromisoformat(reasons.since))))


def _apart(earlier: datetime, later: datetime) -> str:
    if (later - earlier).days == 0:
        return gettext("less than a day apart")
    return gettext("%(time)s apart") % {"time": timesince(earlier, later, depth=1)}


def _named(names: Sequence[str]) -> str:
    return ", ".join(map(isolated, names[:MOST_NAMED]))
