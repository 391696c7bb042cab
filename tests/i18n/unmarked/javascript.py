"""Texts for people in ES modules that no call translates."""

import re
from collections.abc import Iterator, Sequence

from babel.messages.jslexer import Token, tokenize

from tests.i18n.unmarked.html import Words
from tests.i18n.unmarked.words import has_words, in_line, is_sentence

TRANSLATES = frozenset({"gettext", "ngettext", "pgettext", "npgettext"})
#: Properties that people see or hear, of elements and of our own dialogs and lists.
SHOWN = frozenset(
    {
        *("textContent", "innerText", "innerHTML", "title", "placeholder", "alt", "label"),
        *("ariaLabel", "ariaDescription", "ariaRoleDescription"),
        *("aria-label", "aria-description", "aria-roledescription"),
        *("hint", "submit", "submitText", "legend", "help", "description"),
    }
)
#: Functions whose last argument is shown, and what their first one must be in `SHOWN`, if any.
SHOWS = frozenset({"alert", "confirm", "prompt", "setCustomValidity"})
SETS = "setAttribute"
VALUE = re.compile(r"\$\{(?:[^{}]|\{[^{}]*\})*\}")
LITERALS = frozenset({"string", "template_string"})
OPENS, CLOSES = frozenset("([{"), frozenset(")]}")
COMPARES = frozenset({"===", "!==", "==", "!=", "case", "in"})
#: Operators that Babel's lexer takes for two.
QUESTION = re.compile(r"(?<=\s)\?\??(?=\s)")
TWO = frozenset({"===", "!==", "=>"})


def unmarked(source: str) -> list[Words]:
    """Return the texts, each with its line."""
    tokens = _tokens(source)
    marked = set(_marked(tokens))
    shown = set(_shown(tokens))
    return [
        (tokens[at].lineno, in_line(text))
        for at, text in ((at, _text(token)) for at, token in enumerate(tokens))
        if at not in marked and text and (is_sentence(text) or (at in shown and has_words(text)))
    ]


def _tokens(source: str) -> list[Token]:
    """Return the tokens without comments, with the operators that Babel's lexer does not know."""
    tokens: list[Token] = []
    for token in tokenize(QUESTION.sub(" && ", source), jsx=False):
        if "comment" in token.type:
            continue
        if tokens and tokens[-1].value + token.value in TWO:
            tokens[-1] = token._replace(value=tokens[-1].value + token.value)
        else:
            tokens.append(token)
    return tokens


def _text(token: Token) -> str:
    """Return what a literal says, without its values; "" for what is none."""
    return VALUE.sub("", token.value[1:-1]) if token.type in LITERALS else ""


def _marked(tokens: Sequence[Token]) -> Iterator[int]:
    """Yield where the arguments of the functions are that translate."""
    for at, token in enumerate(tokens[:-1]):
        if token.value in TRANSLATES and tokens[at + 1].value == "(":
            yield from _expression(tokens, at + 2, ends=")")


def _shown(tokens: Sequence[Token]) -> Iterator[int]:
    """Yield where literals are that become what people see."""
    for at, token in enumerate(tokens[:-1]):
        name = token.value.strip("\"'").rpartition(".")[2]
        following = tokens[at + 1].value
        before = tokens[at - 1].value if at else ""
        if name in SHOWN and following in {":", "="}:
            yield from _literals(tokens, at + 2)
        elif name in SHOWN and before == "(" and following == ",":
            if tokens[at - 2].value.rpartition(".")[2] == SETS:
                yield from _literals(tokens, at + 2)
        elif token.type == "name" and name in SHOWS and following == "(":
            yield from _literals(tokens, at + 2)


def _literals(tokens: Sequence[Token], start: int) -> Iterator[int]:
    """Yield the literals that the expression may have as its value: not those in its calls."""
    for at in _expression(tokens, start, ends=",;)]}"):
        around = {tokens[at - 1].value, tokens[at + 1].value if at + 1 < len(tokens) else ""}
        if tokens[at].type in LITERALS and not around & COMPARES:
            yield at


def _expression(tokens: Sequence[Token], start: int, *, ends: str) -> Iterator[int]:
    """Yield the tokens from the start to one that ends the expression, without those in calls."""
    depth = 0
    for at in range(start, len(tokens)):
        value = tokens[at].value
        is_operator = tokens[at].type == "operator"
        if depth == 0 and ((is_operator and value in ends) or _is_new(tokens, start, at)):
            return
        if is_operator and value in OPENS:
            depth += 1
        elif is_operator and value in CLOSES:
            depth -= 1
        elif depth == 0:
            yield at


def _is_new(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Return whether a new statement begins in a new line, as there are no semicolons."""
    before, token = tokens[at - 1], tokens[at]
    goes_on = before.type == "operator" and before.value not in CLOSES
    return at > start and token.lineno > before.lineno and not goes_on and token.type != "operator"
