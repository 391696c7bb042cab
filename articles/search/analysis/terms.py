"""The words of a text as terms: its forms of one word are one term, with how often it comes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from articles.search.analysis.document import word_tokens
from articles.search.analysis.query import SearchTerm
from articles.search.analysis.words import chunks, composed

#: Characters that say what a story is about: an hour's reading. Stemming takes its time.
ENOUGH = 60_000


@dataclass(frozen=True, slots=True)
class CountedTerm:
    """A word with all tokens of the forms that the text has of it, and how much it counts."""

    term: SearchTerm
    count: int


def count_terms(texts: Iterable[tuple[str, int]], language: str) -> list[CountedTerm]:
    """Return the words of the texts in the language, those that count most first.

    Each text comes with how much a word in it counts. Numbers and single letters say nothing.
    """
    typed: dict[str, str] = {}
    tokens: dict[str, set[str]] = {}
    counts: dict[str, int] = {}
    for text, weight in texts:
        whole = composed(text)
        for word in (word for chunk in chunks(whole) for word in chunk.words):
            if len(word.text) < 2 or word.text.isdigit():
                continue
            own, *stems = word_tokens(word, language)
            key = min(stems, default=own)
            typed.setdefault(key, whole[word.start : word.end])
            tokens.setdefault(key, set()).update((own, *stems))
            counts[key] = counts.get(key, 0) + weight
    # Sorting is stable: between equals, what comes first in the text.
    return [
        CountedTerm(SearchTerm(typed[key], frozenset(tokens[key])), counts[key])
        for key in sorted(counts, key=counts.__getitem__, reverse=True)
    ]


def beginning(texts: Iterable[str]) -> Iterator[str]:
    """Yield as much of the texts as tells what they are about, then empty ones."""
    left = ENOUGH
    for text in texts:
        yield text[:left]
        left = max(0, left - len(text))
