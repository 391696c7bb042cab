"""Words in a Django template that no tag translates."""

import re
from collections.abc import Iterator

from django.template.base import Lexer, Token, TokenType

from tests.i18n.unmarked.html import Words, blank, words_in
from tests.i18n.unmarked.words import in_line, is_date_format, is_sentence

TRANSLATES = re.compile(r"(block)?trans(late)?\b")
#: Blocks whose text is translated, or for nobody.
STARTS = re.compile(r"(?:blocktrans(?:late)?|comment)\b")
ENDS = re.compile(r"end(?:blocktrans(?:late)?|comment)\b")
MARKED = re.compile(r"""_\((?:"[^"]*"|'[^']*')\)""")
LITERAL = re.compile(r""""([^"]*)"|'([^']*)'""")
#: Filters whose argument is shown in place of the value, or beside it.
SHOWN = re.compile(
    r"""\|(?:default|default_if_none|yesno|pluralize|add):["']([^"']*\w[^"']*)["']"""
)
#: Formats with the names of days or months, or with twelve hours: each language has its own.
DATE = re.compile(r"""\|(?:date|time):["']([^"'_]*)["']""")


def unmarked(source: str) -> list[Words]:
    """Return the words, each with its line."""
    tokens = list(Lexer(source).tokenize())
    found = words_in("".join(_html(source, tokens)))
    for token in tokens:
        if token.token_type in {TokenType.VAR, TokenType.BLOCK}:
            line = token.lineno or 0
            found += [(line, words) for words in _in_code(MARKED.sub("", token.contents))]
    return sorted(found)


def _html(source: str, tokens: list[Token]) -> Iterator[str]:
    """Yield the HTML with all that is not written in the template left out."""
    position, left_out = 0, False
    for token in tokens:
        start = source.index(token.contents, position)
        end = start + len(token.contents)
        # The braces of a tag.
        yield blank(source[position:start])
        is_text = token.token_type is TokenType.TEXT
        yield token.contents if is_text and not left_out else blank(token.contents)
        position = end
        if token.token_type is TokenType.BLOCK:
            left_out = (left_out or bool(STARTS.match(token.contents))) and not ENDS.match(
                token.contents
            )


def _in_code(code: str) -> Iterator[str]:
    shown = SHOWN.findall(code)
    yield from (in_line(text) for text in shown if any(map(str.isalpha, text)))
    yield from (f"date format {text}" for text in DATE.findall(code) if is_date_format(text))
    code = DATE.sub("", code)
    if not TRANSLATES.match(code):
        for one, other in LITERAL.findall(code):
            if is_sentence(one or other) and (one or other) not in shown:
                yield in_line(one or other)
