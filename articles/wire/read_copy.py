"""Read copy within the newsroom's limits; nothing is written."""

from django.conf import settings
from django.template.defaultfilters import filesizeformat

from articles.text import N_
from articles.wire.as_story import newsroom_gazetteer
from articles.wire.parse.copy_parts import Copy
from articles.wire.parse.decode import UnreadableCopy, decode
from articles.wire.parse.gazetteer import Gazetteer
from articles.wire.parse.parse import parse

LONGEST_HEADLINE = 300
#: More than any story has, so that reading copy of any kind takes no longer than a second or two.
MOST_LINES = 20_000


def read_copy(source: bytes, gazetteer: Gazetteer | None = None) -> Copy:
    """Return the parts of the copy. Raise `UnreadableCopy`, also where it exceeds a limit."""
    check_size(len(source))
    text = decode(source)
    if len(text.splitlines()) > MOST_LINES:
        raise UnreadableCopy(
            N_("The copy has more than %(limit)s lines. Split it into several pieces."),
            limit=MOST_LINES,
        )
    copy = parse(text, gazetteer=gazetteer or newsroom_gazetteer())
    if len(copy.headline) > LONGEST_HEADLINE:
        raise UnreadableCopy(
            N_(
                "Line %(line)s: the headline has %(length)s characters, more than the %(limit)s"
                " that are allowed. Put the headline first, on a line of its own."
            ),
            line=line_of(copy.headline, lines_of(source)),
            length=len(copy.headline),
            limit=LONGEST_HEADLINE,
        )
    return copy


def check_size(size: int) -> None:
    """Raise `UnreadableCopy` if copy of this many bytes is too large, which needs no reading."""
    most = settings.NEWSROOM_WIRE_MAX_BYTES
    if size > most:
        raise UnreadableCopy(
            N_(
                "The copy is larger than %(limit)s. Split it, or ask whoever runs the site to raise"
                " NEWSROOM_WIRE_MAX_BYTES."
            ),
            limit=filesizeformat(most),
        )


def lines_of(source: bytes) -> list[str]:
    """Return the lines of the source without the spaces around them."""
    return [line.strip() for line in decode(source).splitlines()]


def line_of(text: str, lines: list[str], *, after: int = 0, last: bool = False) -> int | None:
    """Return the number of the first (or last) line after line `after` that `text` begins with."""
    numbers = range(len(lines), after, -1) if last else range(after + 1, len(lines) + 1)
    return next((n for n in numbers if lines[n - 1] and text.startswith(lines[n - 1])), None)
