"""Where words are in a body: the text quote selector of the W3C Web Annotation Data Model."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import NamedTuple

from articles.body.blocks import AlsoRead, Block
from articles.body.near import find_alike, places_of

#: How many characters of the words, and of the text around them, identify a place.
#: static/js/editor/anchors.js has the same rule.
ENOUGH = 24
#: Characters that are kept before and after the words.
CONTEXT = 32
#: At most this many places with the same words are compared.
PLACES = 1000


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a body, with the text before and after them; `exact` is "" if there are none."""

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
    """Return where in `text` the words of the quote are, unchanged or slightly changed.

    Of several places, return the one whose surroundings match best. If little is left of these, a
    few words can no longer be told from the same words elsewhere. None if the words are gone.
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
    """Return the words that are at this place now, with the text around them."""
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
