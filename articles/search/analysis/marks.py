"""Where a text has the words of a query."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from articles.search.analysis.document import word_tokens
from articles.search.analysis.query import Query, SearchTerm
from articles.search.analysis.stems import stem_tokens
from articles.search.analysis.words import Chunk, Word, chunks, composed

#: Characters of an excerpt.
EXCERPT = 220
#: Characters of a text in which an excerpt is looked for.
SEARCHED = 20_000


class Span(NamedTuple):
    """A part of a text; `is_hit` if the query has it."""

    text: str
    is_hit: bool


def spans(text: str, query: Query, language: str) -> list[Span]:
    """Return all of the text, in parts; the language is the text's."""
    text = composed(text)
    return list(_cut(text, _hits(text, query, language)))


def excerpt(texts: Iterable[str], query: Query, language: str) -> list[Span]:
    """Return a part of the first text that has most terms of the query, cut between words.

    Empty if none of them has any.
    """
    best: tuple[int, str, list[_Hit]] = (0, "", [])
    read = 0
    for text in map(composed, texts):
        hits = _hits(text, query, language)
        count = len({hit.term for hit in hits})
        if count > best[0]:
            best = (count, text, hits)
        read += len(text)
        if best[0] >= len(query.groups) or read > SEARCHED:
            break
    _, text, hits = best
    if not hits:
        return []
    start, end = _window(text, hits)
    shown = [Span("…", is_hit=False)] if start else []
    inside = [
        _Hit(max(hit.start, start) - start, min(hit.end, end) - start, hit.term)
        for hit in hits
        if hit.start < end and hit.end > start
    ]
    shown += _cut(text[start:end], inside)
    return [*shown, Span("…", is_hit=False)] if end < len(text) else shown


class _Hit(NamedTuple):
    start: int
    end: int
    term: SearchTerm


def _hits(text: str, query: Query, language: str) -> list[_Hit]:
    found = list(chunks(text))
    words = [word for chunk in found for word in chunk.words]
    hits = [
        hit
        for term in query.terms
        for hit in (*_of_words(term, words, language), *_of_chunks(term, found, language))
    ]
    hits += (hit for term in query.terms if term.row for hit in _of_rows(term, words))
    return sorted(hits, key=lambda hit: (hit.start, -hit.end))


def _of_words(term: SearchTerm, words: list[Word], language: str) -> Iterator[_Hit]:
    if not term.tokens and not term.prefixes:
        return
    prefixes = tuple(term.prefixes)
    for word in words:
        begins = bool(prefixes) and word.text.startswith(prefixes)
        if begins and word.is_run:
            # Of a pair that begins with the letter, only the letter.
            yield _Hit(word.start, word.start + 1, term)
        elif begins or not term.tokens.isdisjoint(word_tokens(word, language)):
            yield _Hit(word.start, word.end, term)


def _of_chunks(term: SearchTerm, found: list[Chunk], language: str) -> Iterator[_Hit]:
    for chunk in found:
        if chunk.joined and not term.tokens.isdisjoint(
            {chunk.joined, *stem_tokens(chunk.joined, language)}
        ):
            yield _Hit(*chunk.place, term)


def _of_rows(term: SearchTerm, words: list[Word]) -> Iterator[_Hit]:
    row, length = term.row, len(term.row)
    for at in range(len(words) - length + 1):
        last = words[at + length - 1]
        if words[at].text != row[0]:
            continue
        ends = last.text.startswith(row[-1]) if term.is_open else last.text == row[-1]
        if ends and tuple(word.text for word in words[at : at + length - 1]) == row[:-1]:
            yield _Hit(words[at].start, last.end, term)


def _cut(text: str, hits: Iterable[_Hit]) -> Iterator[Span]:
    at = 0
    for hit in hits:
        if hit.end <= at:
            continue
        if hit.start > at:
            yield Span(text[at : hit.start], is_hit=False)
        yield Span(text[max(at, hit.start) : hit.end], is_hit=True)
        at = hit.end
    if at < len(text):
        yield Span(text[at:], is_hit=False)


def _window(text: str, hits: list[_Hit]) -> tuple[int, int]:
    """Return the part of the text that is shown, from some words before its first hit on."""
    if len(text) <= EXCERPT:
        return 0, len(text)
    first = hits[0].start
    start = 0 if first < EXCERPT // 3 else _between(text, first - EXCERPT // 4, first)
    end = min(len(text), max(start + EXCERPT, hits[0].end))
    if end < len(text):
        end = (
            max(text.rfind(" ", start + EXCERPT // 2, end), hits[0].end)
            if " " in text[start + EXCERPT // 2 : end]
            else end
        )
    return start, end


def _between(text: str, start: int, end: int) -> int:
    """Return where the first word after `start` begins; `start` if none does before `end`."""
    space = text.find(" ", start, end)
    return space + 1 if space >= 0 else start
