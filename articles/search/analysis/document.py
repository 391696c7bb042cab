"""What the index has of a story: its words in order, and the tokens by which it is found."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from articles.search.analysis.stems import OF, stem_tokens
from articles.search.analysis.words import (
    LONGEST,
    Chunk,
    Word,
    chunk_of,
    composed,
    written_chunks,
)

#: Raise it when the same text gives other words: then all that is indexed is out of date.
ANALYSIS = 2
#: Each document has this token: a search for stories without a word begins with it.
EVERY = "¤"
#: Before a token of the headline, and of the headline or the summary. No word has such signs.
IN_HEADLINE, IN_SUMMARY = "¶", "§"
_FACET = "†"
#: Words and bytes of a document, so that it fits into PostgreSQL's tsvector (1 MiB).
MOST_WORDS, MOST_BYTES = 30_000, 300_000
#: Between two fields and paragraphs, so that no phrase runs across.
BREAK = "/"


@dataclass(frozen=True, slots=True)
class Document:
    """`words` are in order, for phrases; `tokens` is each token once. Spaces separate them."""

    words: str
    tokens: str


def make_document(
    headline: str,
    summary: str,
    rest: Iterable[str],
    *,
    language: str,
    facets: Iterable[str] = (),
) -> Document:
    """Return what the index has of these texts; `rest` are those that weigh least.

    What is beyond MOST_WORDS is left out: that is the end of a text which takes hours to read.
    """
    room = _Room()
    order: list[str] = []
    tokens = {EVERY: None} | dict.fromkeys(facets)
    for text, signs in chain(
        [(headline, (IN_HEADLINE, IN_SUMMARY)), (summary, (IN_SUMMARY,))],
        ((text, ()) for text in rest),
    ):
        for chunk in written_chunks(composed(text)):
            # What is longer is a sentence without spaces, which is not written twice.
            words, of_chunk = (_analysed if len(chunk) <= LONGEST else _analyse)(chunk, language)
            order.extend(words)
            if signs:
                of_chunk = tuple(sign + it for it in of_chunk for sign in ("", *signs))
            for token in of_chunk:
                if token not in tokens and room.takes(token):
                    tokens[token] = None
            if room.is_full(order):
                break
        order.append(BREAK)
    return Document(f" {' '.join(order)} ", " ".join(tokens))


def spellings(document: Document) -> list[str]:
    """Return the words of the document that somebody could mistype, each once, in order."""
    return sorted({word for word in document.words.split() if word.isalpha() and len(word) > 3})


def facet(kind: str, name: str) -> str:
    """Return the token of what a story has beside its words, such as an author by their key."""
    return f"{_FACET}{kind}{OF}{name}"


def word_tokens(word: Word, language: str) -> Iterator[str]:
    """Yield the word and its stems in the language."""
    yield word.text
    if word.written and not word.text.isdigit():
        # The order of a set differs from process to process.
        yield from sorted(stem_tokens(word.written, language))


def _analyse(written: str, language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of a chunk, and the tokens by which they are found, each once."""
    chunk = chunk_of(written)
    return (
        tuple(word.text for word in chunk.words),
        tuple(dict.fromkeys(_tokens(chunk, language))),
    )


#: Most words of a text have been in another one.
_analysed = lru_cache(maxsize=16_384)(_analyse)


def _tokens(chunk: Chunk, language: str) -> Iterator[str]:
    for word in chunk.words:
        yield from word_tokens(word, language)
    if chunk.joined:
        yield chunk.joined
        yield from sorted(stem_tokens(chunk.joined, language))


class _Room:
    """How much still fits into a document."""

    def __init__(self) -> None:
        self._bytes = 0
        self._tokens = 0

    def takes(self, token: str) -> bool:
        """Return whether the token fits, and count it."""
        self._bytes += len(token if token.isascii() else token.encode(errors="replace"))
        self._tokens += 1
        return self._bytes <= MOST_BYTES and self._tokens <= MOST_WORDS

    def is_full(self, order: list[str]) -> bool:
        """Return whether no more words are taken."""
        return len(order) >= MOST_WORDS or self._bytes > MOST_BYTES or self._tokens > MOST_WORDS
