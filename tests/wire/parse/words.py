"""The promise of the parser: every word of the source comes out, once and in order."""

import re

from articles.wire.parse.copy_parts import Copy
from articles.wire.parse.parse import parse

# Characters without a width, and the byte order mark, are not words.
NO_WORD = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\xad]+")


def letters(text: str) -> str:
    """Return the text without white space, which is all that the parser may change."""
    return NO_WORD.sub("", text)


def story(copy: Copy) -> str:
    """Return the story as plain text, in order, without what was left out."""
    taken = copy.dateline.text if copy.dateline and copy.dateline.sure else ""
    body = "\n\n".join(block.text for block in copy.blocks)
    # A dateline that ends in a name or a date was on a line of its own.
    gap = "\n\n" if taken[-1:].isalnum() else ""
    opening = "\n\n".join(part for part in (copy.headline, copy.summary) if part)
    return f"{opening}\n\n{taken}{gap}{body}"


def assert_no_word_lost(source: str, copy: Copy) -> None:
    """Fail unless the story and what was left out make up the source, both in its order."""
    rest = letters(source)
    left_out = [letters(left.text) for left in copy.left_out]
    at = 0
    for part in _words(letters(story(copy)), left_out, rest):
        assert rest.startswith(part, at), f"expected {part[:40]!r} at {rest[at : at + 40]!r}"
        at += len(part)
    assert at == len(rest), f"lost: {rest[at : at + 80]!r}"


def _words(story: str, left_out: list[str], source: str) -> list[str]:
    """Return the story, cut where lines of the source were left out, with those lines put back."""
    parts: list[str] = []
    at = position = 0
    for line in left_out:
        while not source.startswith(line, position) or story.startswith(
            source[position : position + len(line) + 1], at
        ):
            if at == len(story):
                break
            parts.append(story[at])
            position += 1
            at += 1
        parts.append(line)
        position += len(line)
    return [*parts, story[at:]]


def parsed(source: str) -> Copy:
    """Return the parsed source, after checking that no word was lost."""
    copy = parse(source)
    assert_no_word_lost(source, copy)
    return copy
