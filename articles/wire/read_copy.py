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


def read_copy(source: bytes, gazetteer: Gazetteer | None = None) -> Copy:
    """Return the parts of the copy. Raise `UnreadableCopy`, also where it exceeds a limit."""
    most = settings.NEWSROOM_WIRE_MAX_BYTES
    if len(source) > most:
        raise UnreadableCopy(
            N_(
                "The copy is larger than %(limit)s. Split it, or ask whoever runs the site to raise"
                " NEWSROOM_WIRE_MAX_BYTES."
            ),
            limit=filesizeformat(most),
        )
    copy = parse(source, gazetteer=gazetteer or newsroom_gazetteer())
    if len(copy.headline) > LONGEST_HEADLINE:
        raise UnreadableCopy(
            N_(
                "Line %(line)s: the headline has %(length)s characters, more than the %(limit)s"
                " that are allowed. Put the headline first, on a line of its own."
            ),
            line=line_of(copy.headline, source),
            length=len(copy.headline),
            limit=LONGEST_HEADLINE,
        )
    return copy


def line_of(text: str, source: bytes, *, after: int = 0, last: bool = False) -> int | None:
    """Return the number of the first (or last) line after line `after` that `text` begins with."""
    found = [
        number
        for number, line in enumerate(decode(source).splitlines(), start=1)
        if number > after and line.strip() and text.startswith(line.strip())
    ]
    return found[-1 if last else 0] if found else None
