"""Words in a Jinja template that no call translates."""

from collections.abc import Iterator

from jinja2 import Environment, nodes

from tests.i18n.unmarked.html import Words, blank, words_in
from tests.i18n.unmarked.words import in_line, is_sentence

TRANSLATES = frozenset({"_", "gettext", "ngettext", "pgettext", "npgettext"})


def unmarked(source: str) -> list[Words]:
    """Return the words, each with its line."""
    environment = Environment(autoescape=True)
    html = "".join(
        text if kind == "data" else blank(text) for _, kind, text in environment.lex(source)
    )
    return sorted([*words_in(html), *_in_code(environment.parse(source))])


def _in_code(node: nodes.Node) -> Iterator[Words]:
    if isinstance(node, nodes.Call):
        called = node.node
        if isinstance(called, nodes.Name) and called.name in TRANSLATES:
            # Its values may have words of their own.
            for keyword in node.kwargs:
                yield from _in_code(keyword.value)
            return
    if isinstance(node, nodes.Const) and isinstance(node.value, str) and is_sentence(node.value):
        yield node.lineno, in_line(node.value)
    for child in node.iter_child_nodes():
        yield from _in_code(child)
