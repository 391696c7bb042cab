"""The places that a text names, as a gazetteer knows them."""

import re
from collections.abc import Iterable, Iterator
from typing import Protocol

from articles.search.tagging.text import Said, Text

#: Words that a name of a place has at most.
LONGEST = 4
#: A smaller place is often something else, unless it is on the newsroom's own list.
SMALLEST = 100_000
#: Places of this size are known by name: those of the newsroom's own list and of ours are among
#: them. In a script without capitals, where any word may be a name, so are those of the second.
WELL_KNOWN, LARGE = 5_000_000, 1_000_000
#: In these languages every noun has a capital, so one before a name says nothing.
NOUNS_WITH_CAPITALS = frozenset({"de", "lb"})
#: The word for a city, beside which even a smaller place is known to be one.
CITY = frozenset("مدينة بمدينة شهر شہر העיר בעיר शहर নগর শহর நகரம் ქალაქ ከተማ เมือง 市".split())
_KATAKANA, _HANGUL = re.compile("[ァ-ヿ]"), re.compile("[가-힣]")


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

    What is part of a longer name is none: “Paris Hilton”, “President Lincoln”. Nor is what may be
    another word wherever it is: any word has a capital where a sentence begins, and in many
    headlines; in scripts without capitals only large places count.
    """
    found: dict[str, Said] = {}
    sure: set[str] = set()
    for part, text in texts:
        for at, length in _named(text, language.split("-", maxsplit=1)[0], gazetteer):
            name = text.written(at, length)
            said = found.setdefault(name, Said(name))
            setattr(said, part, getattr(said, part) + 1)
            if _is_known(name, gazetteer) or _is_sure(part, text, at, length):
                sure.add(name)
    return {name: said for name, said in found.items() if name in sure}


def _is_known(name: str, gazetteer: Gazetteer) -> bool:
    least = WELL_KNOWN if name[0].isupper() else LARGE
    return gazetteer.is_country(name) or gazetteer.population(name) >= least


def _is_sure(part: str, text: Text, at: int, length: int) -> bool:
    """Return whether the words there can only be a name. A dateline has nothing else."""
    if part in ("headline", "dateline"):
        return part == "dateline"
    if text.written(at)[0].isupper():
        return not text.begins_sentence(at)
    before, after = text.around(at, length)
    return not CITY.isdisjoint((*before.split()[-1:], *after.split()[:1], after[:1]))


def _named(text: Text, language: str, gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(text.words):
        length = _length(text, at, gazetteer)
        if length and not _is_in_name(text, at, length, language):
            yield at, length
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
    if _is_in_word(*text.around(at, length)):
        return True
    if language in NOUNS_WITH_CAPITALS or text.begins(at):
        return False
    # The first word of a sentence has a capital anyway.
    return _has_capital(text.written(at - 1)) and not text.begins(at - 1)


def _is_in_word(before: str, after: str) -> bool:
    """Return whether a foreign word in Japanese, or any in Korean, is longer than the name."""
    return bool(
        _KATAKANA.match(before[-1:]) or _KATAKANA.match(after) or _HANGUL.match(before[-1:])
    )


def _has_capital(word: str) -> bool:
    return word[:1].isupper() and not word.isupper()


def _may_begin_name(word: str) -> bool:
    """Return whether a name may begin so: with a capital, where the script has any."""
    return len(word) > 1 and (word[0].isupper() or word.lower() == word.upper())
