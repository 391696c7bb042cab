"""What somebody types, as what must be found: any characters are a query."""

import re
from dataclasses import dataclass
from functools import cached_property

from articles.search.analysis.stems import stem_tokens_of_all
from articles.search.analysis.words import Chunk, Word, chunks, composed
from articles.text import letters_by_script

#: Longer searches find nothing more, and would only take time.
LONGEST, MOST_TERMS = 200, 12
_QUOTES = '"“”„«»「」『』'
_PART = re.compile(rf"(-?)(?:[{_QUOTES}]([^{_QUOTES}]*)[{_QUOTES}]?|([^\s{_QUOTES}]+))")
_OR = frozenset({"OR", "|"})
#: A token that no document has, for a query that has no words.
NOTHING = "∅"


@dataclass(frozen=True)
class SearchTerm:
    """A word or a phrase: a document has it if it has any of its tokens, or the words in a row."""

    #: As it was typed, without signs.
    typed: str
    tokens: frozenset[str] = frozenset()
    #: What a token may begin with.
    prefixes: frozenset[str] = frozenset()
    #: Words that follow each other; the last one may only begin so if the row is open.
    row: tuple[str, ...] = ()
    is_open: bool = False


@dataclass(frozen=True)
class Query:
    """All of the terms, one of each group, and none of the excluded ones."""

    groups: tuple[tuple[SearchTerm, ...], ...] = ()
    excluded: tuple[SearchTerm, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.groups or self.excluded)

    @cached_property
    def terms(self) -> tuple[SearchTerm, ...]:
        """The terms to be found."""
        return tuple(term for group in self.groups for term in group)


def parse(text: str, *, unfinished: bool = False) -> Query:
    """Return the query that somebody types. The last word of an unfinished one may go on.

    Phrases are in quotation marks, OR (or |) between two terms, a minus before what is not
    wanted; a word that ends with an asterisk may go on. What is longer than LONGEST is cut. Signs
    alone find nothing.
    """
    groups: list[tuple[SearchTerm, ...]] = []
    excluded: list[SearchTerm] = []
    joins = False
    parts = list(_PART.finditer(composed(text[:LONGEST])))
    for number, part in enumerate(parts):
        minus, phrase, word = part.groups()
        if word in _OR and not minus:
            joins = bool(groups)
            continue
        goes_on = bool(word) and (word.endswith("*") or (unfinished and number == len(parts) - 1))
        term = _term(phrase or word or "", exact=word is None, goes_on=goes_on)
        if term is None:
            continue
        if sum(map(len, groups)) + len(excluded) == MOST_TERMS:
            break
        if minus:
            excluded.append(term)
        elif joins:
            groups[-1] += (term,)
        else:
            groups.append((term,))
        joins = False
    if text.strip() and not groups and not excluded:
        groups.append((SearchTerm(text.strip()[:LONGEST], frozenset({NOTHING})),))
    return Query(tuple(dict.fromkeys(groups)), tuple(dict.fromkeys(excluded)))


def _term(text: str, *, exact: bool, goes_on: bool) -> SearchTerm | None:
    found = list(chunks(text))
    words = [word for chunk in found for word in chunk.words]
    if not words:
        return None
    typed = text[words[0].start : max(word.end for word in words)]
    if len(words) == 1 and words[0].is_run:
        # One letter of a script without spaces: the pairs that begin with it have it too.
        return SearchTerm(typed, prefixes=frozenset({words[0].text}))
    if len(words) == 1:
        return _word(typed, words[0], exact=exact, goes_on=goes_on)
    row, is_open = _row(words)
    joined = frozenset() if exact else _joined(found)
    return SearchTerm(typed, joined, row=row, is_open=is_open or goes_on)


def _word(typed: str, word: Word, *, exact: bool, goes_on: bool) -> SearchTerm:
    tokens = frozenset({word.text})
    if not exact:
        tokens |= _stems(word.written)
    return SearchTerm(typed, tokens, frozenset({word.text}) if goes_on else frozenset())


def _row(words: list[Word]) -> tuple[tuple[str, ...], bool]:
    """Return the words in a row, and whether the last one may only begin so."""
    last, before = words[-1], words[-2]
    if last.is_run and before.is_run and before.end == last.end:
        # The pair before it has the last letter of a run.
        return tuple(word.text for word in words[:-1]), False
    return tuple(word.text for word in words), last.is_run


def _joined(found: list[Chunk]) -> frozenset[str]:
    joined = found[0].joined if len(found) == 1 else ""
    return frozenset({joined}) | _stems(joined) if joined else frozenset()


def _stems(word: str) -> frozenset[str]:
    script = letters_by_script(word).most_common(1)
    return stem_tokens_of_all(word, script[0][0]) if script else frozenset()
