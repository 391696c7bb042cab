"""The places that a text names, as a gazetteer knows them."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from articles.search.tagging.text import Said, Text

#: Words that a name of a place has at most.
LONGEST = 4
#: A smaller place is often something else, unless it is on the newsroom's own list.
SMALLEST = 100_000
#: In these languages every noun has a capital, so one before a name says nothing.
NOUNS_WITH_CAPITALS = frozenset({"de", "lb"})


class Gazetteer(Protocol):
    """What knows places."""

    def population(self, name: str) -> int:
        """Return how many people live there; 0 if it is no place."""

    def is_word(self, name: str) -> bool:
        """Return whether it is an ordinary word or a given name too."""

    def is_country(self, name: str) -> bool:
        """Return whether it is a country, and not also an ordinary word."""


def said_places(
    texts: Iterable[tuple[str, Text]], language: str, gazetteer: Gazetteer
) -> dict[str, Said]:
    """Return the places that the texts name, each as it is first written.

    What is part of a longer name is none: “Paris Hilton”, “President Lincoln”.
    """
    found: dict[str, Said] = {}
    for part, text in texts:
        for name in _named(text, language.split("-", maxsplit=1)[0], gazetteer):
            said = found.setdefault(name, Said(name))
            setattr(said, part, getattr(said, part) + 1)
    return found


def _named(text: Text, language: str, gazetteer: Gazetteer) -> Iterator[str]:
    at = 0
    while at < len(text.words):
        length = _length(text, at, gazetteer)
        if length and not _is_in_name(text, at, length, language):
            yield text.written(at, length)
        at += length or 1


def _length(text: Text, at: int, gazetteer: Gazetteer) -> int:
    """Return how many words, from this one on, are the name of a place; 0 if none are."""
    if not _may_begin_name(text.written(at)):
        return 0
    most = 1
    while most < LONGEST and text.goes_on(at + most - 1):
        most += 1
    for length in range(most, 0, -1):
        name = text.written(at, length)
        is_large = gazetteer.population(name) >= SMALLEST
        if is_large and (gazetteer.is_country(name) or not gazetteer.is_word(name)):
            return length
    return 0


def _is_in_name(text: Text, at: int, length: int, language: str) -> bool:
    last = at + length - 1
    if text.goes_on(last) and _has_capital(text.written(last + 1)):
        return True
    if language in NOUNS_WITH_CAPITALS or text.begins(at):
        return False
    # The first word of a sentence has a capital anyway.
    return _has_capital(text.written(at - 1)) and not text.begins(at - 1)


def _has_capital(word: str) -> bool:
    return word[:1].isupper() and not word.isupper()


def _may_begin_name(word: str) -> bool:
    """Return whether a name may begin so: with a capital, where the script has any."""
    return len(word) > 1 and (word[0].isupper() or word.lower() == word.upper())
