"""Where words stand in a body: the text quote selector of the W3C Web Annotation Data Model."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import NamedTuple

from articles.body.blocks import AlsoRead, Block
from articles.body.near import find_alike, places_of

#: Characters of the words and of what is around them by which a place is known. static/js/editor/
#: notes.js has the same rule.
ENOUGH = 24
#: Characters that are kept before and after the words.
CONTEXT = 32
#: So many places with the same words are compared.
PLACES = 1000


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a body, with what stands before and after them; `exact` is "" for none."""

    exact: str = ""
    prefix: str = ""
    suffix: str = ""


class Place(NamedTuple):
    """Where words begin in a text, and where what follows them begins."""

    start: int
    end: int


def anchor_text(blocks: Iterable[Block]) -> str:
    """Return the text in which quotes are found: all words, with single spaces."""
    texts = (block.headline if isinstance(block, AlsoRead) else block.text for block in blocks)
    return " ".join(" ".join(texts).split())


def find_quote(text: str, quote: Quote) -> Place | None:
    """Return where in `text` the words of the quote stand, as they are or a little changed.

    Of several places, it is the one with most of what stood around. Where little is left of that,
    few words are no longer told from others that are the same. None if they are gone.
    """
    if not quote.exact:
        return None
    whole = text.find(quote.prefix + quote.exact + quote.suffix)
    if whole >= 0:
        return _place(whole + len(quote.prefix), quote)
    places = islice(places_of(text, quote.exact), PLACES)
    best = max(places, key=lambda place: _around(text, quote, place), default=None)
    if best is not None:
        needed = min(ENOUGH, len(quote.prefix + quote.exact + quote.suffix))
        if len(quote.exact) + _around(text, quote, best) >= needed:
            return _place(best, quote)
    found = find_alike(text, quote.prefix, quote.exact, quote.suffix)
    return Place(*found) if found else None


def quote_at(text: str, place: Place) -> Quote:
    """Return the words that stand at this place now, with what is around them."""
    return Quote(
        text[place.start : place.end],
        text[max(0, place.start - CONTEXT) : place.start],
        text[place.end : place.end + CONTEXT],
    )


def _place(start: int, quote: Quote) -> Place:
    return Place(start, start + len(quote.exact))


def _around(text: str, quote: Quote, place: int) -> int:
    """Return how many characters before and after the place are as they were."""
    end = place + len(quote.exact)
    before = _alike(reversed(text[max(0, place - len(quote.prefix)) : place]), quote.prefix[::-1])
    return before + _alike(text[end : end + len(quote.suffix)], quote.suffix)


def _alike(signs: Iterable[str], others: str) -> int:
    return sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(signs, others, strict=False))
    )
