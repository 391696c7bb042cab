"""The promise of the parser: every word of the source, once and in order."""

import re

from articles.wire.parse.copy_parts import Copy
from articles.wire.parse.parse import parse

# Marks without a width (and the byte order mark) are no words.
NO_WORD = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\xad]+")


def letters(text: str) -> str:
    """The text without white space, which is all that the parser may change."""
    return NO_WORD.sub("", text)


def story(copy: Copy) -> str:
    """The story as plain text, in order, without what was left out."""
    taken = copy.dateline.text if copy.dateline and copy.dateline.sure else ""
    body = "\n\n".join(block.text for block in copy.blocks)
    # A dateline that ends in a name or a date stood on a line of its own.
    gap = "\n\n" if taken[-1:].isalnum() else ""
    opening = "\n\n".join(part for part in (copy.headline, copy.summary) if part)
    return f"{opening}\n\n{taken}{gap}{body}"


def assert_no_word_lost(source: str, copy: Copy) -> None:
    """Fails unless the story and what was left out are the source, both in its order."""
    rest = letters(source)
    left_out = [letters(item.text) for item in copy.left_out]
    at = 0
    for part in _words(letters(story(copy)), left_out, rest):
        assert rest.startswith(part, at), f"expected {part[:40]!r} at {rest[at : at + 40]!r}"
        at += len(part)
    assert at == len(rest), f"lost: {rest[at : at + 80]!r}"


def _words(story: str, left_out: list[str], source: str) -> list[str]:
    """The story cut where a left-out line stands in the source, with that line put back."""
    parts: list[str] = []
    at = position = 0
    for item in left_out:
        while not source.startswith(item, position) or story.startswith(
            source[position : position + len(item) + 1], at
        ):
            if at == len(story):
                break
            parts.append(story[at])
            position += 1
            at += 1
        parts.append(item)
        position += len(item)
    return [*parts, story[at:]]


def parsed(source: str) -> Copy:
    """The parsed source, after checking that no word was lost."""
    copy = parse(source)
    assert_no_word_lost(source, copy)
    return copy
