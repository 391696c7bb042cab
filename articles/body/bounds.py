"""Which HTML is refused before it is parsed: what no text has, and what would take minutes."""

import re
from collections import Counter
from collections.abc import Iterator

from articles.text import N_, Message

MAX_DEPTH = 500
#: In characters of HTML: some 300,000 words.
MAX_LENGTH = 2_000_000
#: Elements: paragraphs, list items, links, words in bold.
MAX_ELEMENTS = 10_000
#: Of one element; parsers compare each one with all the others.
MAX_ATTRIBUTES = 200
TOO_DEEP = N_(
    "The body has elements nested more than %(depth)s levels deep. Paste the text again without"
    " its formatting (Ctrl+Shift+V)."
)
TOO_LONG = N_(
    "The body is too long to be saved: it has %(length)s characters with its formatting, and at"
    " most %(most)s are possible. Divide it into several stories."
)
TOO_MANY = N_(
    "The body has %(count)s paragraphs and other elements, and at most %(most)s are possible."
    " Paste the text again without its formatting (Ctrl+Shift+V), or divide it into several"
    " stories."
)
NO_TEXT = N_(
    "The body has an element with more than %(most)s attributes. Paste the text again without its"
    " formatting (Ctrl+Shift+V)."
)
_UNCLOSED = frozenset("br col dd dt hr img input li meta option p tbody td th thead tr wbr".split())
_MARKUP = re.compile(r"<(?:(!--)|(/?)([a-z][^\s/>]*+))", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"?|'[^']*+'?|[^\s>]*+))?+"""
)
# Elements whose content is not markup, each with the pattern of its end.
_RAW = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in "script style textarea title xmp iframe noembed noframes".split()
}
_COMMENT_ENDS = re.compile(r"--!?>")


class BodyRefused(ValueError):
    """The HTML is not that of a text; `message` is meant for people."""

    def __init__(self, message: Message) -> None:
        self.message = message
        super().__init__(str(message))


class BodyTooDeep(BodyRefused):
    """Elements are nested far deeper than in any text."""

    def __init__(self) -> None:
        super().__init__(Message(TOO_DEEP, {"depth": MAX_DEPTH}))


class BodyTooLong(BodyRefused):
    """It is longer than any text, and would take minutes to read."""


def check_length(html: str) -> None:
    """Raise `BodyTooLong` if there is more than can be saved."""
    if len(html) > MAX_LENGTH:
        raise BodyTooLong(Message(TOO_LONG, {"length": len(html), "most": MAX_LENGTH}))


def check_bounds(html: str) -> None:
    """Raise `BodyTooDeep` or another `BodyRefused` if parsing `html` would take too long."""
    check_length(html)
    # A parser of HTML takes time that grows with the square of the depth.
    depths: Counter[str] = Counter()
    # Parsers make a paragraph of an end tag that ends none.
    opened = closed = 0
    for closing, tag in _tags(html):
        opened, closed = opened + (not closing), closed + closing
        if tag not in _UNCLOSED:
            depths[tag] = max(depths[tag] - 1, 0) if closing else depths[tag] + 1
            if depths[tag] > MAX_DEPTH:
                raise BodyTooDeep
    check_count(max(opened, closed))


def check_count(count: int) -> None:
    """Raise `BodyTooLong` if these are more elements or lines than can be saved."""
    if count > MAX_ELEMENTS:
        raise BodyTooLong(Message(TOO_MANY, {"count": count, "most": MAX_ELEMENTS}))


def _tags(html: str) -> Iterator[tuple[bool, str]]:
    """Yield each tag in order: whether it closes, and its name. Raise `BodyRefused`."""
    at = 0
    while found := _MARKUP.search(html, at):
        at = found.end()
        if found[1]:
            end = _COMMENT_ENDS.search(html, at - 2)
            at = end.end() if end else len(html)
            continue
        tag = found[3].lower()
        yield bool(found[2]), tag
        attributes = 0
        while attribute := _ATTRIBUTE.match(html, at):
            at = attribute.end()
            attributes += 1
            if attributes > MAX_ATTRIBUTES:
                raise BodyRefused(Message(NO_TEXT, {"most": MAX_ATTRIBUTES}))
        if tag in _RAW and not found[2]:
            end = _RAW[tag].search(html, at)
            at = end.start() if end else len(html)
