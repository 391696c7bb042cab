"""A text as the words that the index has of it, in order, and where it says something."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from articles.search.analysis.document import word_tokens
from articles.search.analysis.words import Word, chunks, composed

#: The tokens of a word, its stems with it.
Tokens = frozenset[str]
#: What may be between two words of a name.
WITHIN = ("", " ", "-", "\u2010", "\u2011", "’", "'")

#: What ends a sentence, or begins a quotation.
_ENDS = re.compile(r"[.!?…:;|•·\n“”„«»‹›\"؟۔।]")
#: Letters on either side of a name that are looked at.
_AROUND = 12


@dataclass(slots=True)
class Said:
    """How often a text says something, and how it first does."""

    typed: str
    headline: int = 0
    summary: int = 0
    dateline: int = 0
    body: int = 0


#: Texts of a story, each with its part: an attribute of `Said`.
Texts = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A text, its words, and the tokens of each."""

    text: str
    words: tuple[Word, ...]
    tokens: tuple[Tokens, ...]

    def written(self, at: int, length: int = 1) -> str:
        """Return this many words from there on, as they are written."""
        return self.text[self.words[at].start : self.words[at + length - 1].end]

    def goes_on(self, at: int) -> bool:
        """Return whether another word follows with at most a space or a hyphen between."""
        pair = self.words[at : at + 2]
        return len(pair) > 1 and self.text[pair[0].end : pair[1].start] in WITHIN

    def begins(self, at: int) -> bool:
        """Return whether the word there is the first after a sign."""
        return at == 0 or not self.goes_on(at - 1)

    def begins_sentence(self, at: int) -> bool:
        """Return whether the word there is the first of a sentence or of a quotation."""
        if at == 0:
            return True
        between = self.text[self.words[at - 1].end : self.words[at].start]
        return _ENDS.search(between) is not None

    def around(self, at: int, length: int) -> tuple[str, str]:
        """Return what is right before and right after this many words from there on."""
        start, end = self.words[at].start, self.words[at + length - 1].end
        return self.text[max(0, start - _AROUND) : start], self.text[end : end + _AROUND]


def analysed(text: str, language: str) -> Text:
    """Return the text with the tokens of its words in the language."""
    whole = composed(text)
    words = tuple(word for chunk in chunks(whole) for word in chunk.words)
    return Text(whole, words, tuple(frozenset(word_tokens(word, language)) for word in words))


@lru_cache(maxsize=20_000)
def phrase_of(text: str, language: str) -> tuple[Tokens, ...]:
    """Return the tokens of the words in a row by which a text is found in another, such as a tag.

    Of a script without spaces, the last letter alone is left out: more may follow it there.
    """
    found = analysed(text, language)
    inside = {
        at + 1
        for at, (one, following) in enumerate(pairwise(found.words))
        if one.is_run and following.end == one.end
    }
    return tuple(tokens for at, tokens in enumerate(found.tokens) if at not in inside)
