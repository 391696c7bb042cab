"""From HTML, clean or not, to the blocks of a body. Words outside a block become paragraphs."""

from collections.abc import Callable, Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

from articles.body.blocks import Block
from articles.body.bounds import check_bounds, check_count
from articles.body.builder import LISTS, OWN, Builder
from articles.body.left_out import is_left_out, symbol_of
from articles.body.sheet import Sheet
from articles.body.style import (
    Item,
    Marks,
    is_word_marker,
    keeps_lines,
    marks_of,
    online_item,
    shows_block,
    word_item,
)
from articles.text import keeping

#: Bytes for bodies that were read: enough for three or four of the longest.
KEPT = 32 * 1024 * 1024
_LEVELS = {"h1": 2, "h2": 2, "h3": 3, "h4": 3, "h5": 3, "h6": 3}
_BLOCKS = frozenset(
    """address article aside body caption center dd details dialog div dl dt fieldset figcaption
    figure footer form header hgroup legend main menu p pre search section summary table tbody
    td tfoot th thead tr""".split()
)

#: What browsers draw around elements.
_DRAWN = {"q": ("“", "”"), "rt": ("（", "）")}


# Saving reads the same body several times.
@keeping(KEPT)
def read(html: str) -> tuple[Block, ...]:
    """Return the blocks of `html`, in order. Raise `BodyRefused` as `check_bounds` does.

    Keys stay as they are, and are empty where there is none.
    """
    check_bounds(html)
    body = LexborHTMLParser("<body>" + html.encode(errors="replace").decode()).body
    reader = _Reader(Sheet(html))
    if body is not None:
        _walk(body, reader)
    reader.builder.limit()
    return reader.builder.blocks


def _walk(body: LexborNode, reader: "_Reader") -> None:
    node = body.child
    while node is not None:
        entered = reader.start(node)
        if entered and node.child is not None:
            node = node.child
            continue
        if entered:
            reader.end()
        while node.next is None:
            node = node.parent
            if node is None or node.mem_id == body.mem_id:
                return
            reader.end()
        node = node.next


class _Reader:
    """Tells a builder what each element means."""

    def __init__(self, sheet: Sheet) -> None:
        self.builder = Builder()
        self._sheet = sheet
        self._marks = [Marks()]
        self._keeps_lines = [False]
        self._lines = 0
        self._ends: list[Callable[[], None] | None] = []

    def start(self, node: LexborNode) -> bool:
        """Take the start of a node; return whether its children count and its end is awaited."""
        tag = node.tag or ""
        if tag == "-text":
            self._text(node.text_content or "")
        if tag.startswith("-"):
            return False
        own = {name: value or "" for name, value in node.attributes.items()}
        attributes = self._sheet.styled(tag, own)
        if is_word_marker(attributes):
            self.builder.marker(node.text())
            return False
        if is_left_out(tag, attributes) or _is_comment(node):
            return False
        self._marks.append(marks_of(tag, attributes, self._marks[-1]))
        self._keeps_lines.append(keeps_lines(tag, attributes, self._keeps_lines[-1]))
        self._ends.append(self._begin(node, tag, attributes))
        return True

    def end(self) -> None:
        """Take the end of the innermost node that awaits it."""
        self._marks.pop()
        self._keeps_lines.pop()
        if end := self._ends.pop():
            end()

    def _text(self, text: str) -> None:
        marks = self._marks[-1]
        first, *lines = text.split("\n") if self._keeps_lines[-1] else [text]
        self._lines += len(lines)
        check_count(self._lines)
        self.builder.text(first, marks)
        for line in lines:
            self.builder.line_break(marks)
            self.builder.text(line, marks)

    def _begin(
        self, node: LexborNode, tag: str, attributes: Mapping[str, str]
    ) -> Callable[[], None] | None:
        builder = self.builder
        if (tag, attributes.get("data-block")) in OWN:
            own = builder.open_own(attributes["data-block"], attributes)
            return (lambda: builder.close_own(own)) if own else builder.limit
        if item := word_item(attributes) or _online_item(node, tag, attributes):
            builder.limit(item=item)
            return builder.end_item
        if tag in LISTS or tag in ("li", "blockquote"):
            opens = not _is_of_word_online(node) and builder.open(tag)
            return builder.close if opens else builder.limit
        if tag == "br":
            builder.line_break(self._marks[-1])
        elif tag == "img":
            builder.text(symbol_of(attributes), self._marks[-1])
        elif tag == "hr":
            builder.rule()
        elif tag in _DRAWN:
            return self._draw(*_DRAWN[tag])
        elif tag in _LEVELS or tag in _BLOCKS or shows_block(attributes):
            builder.limit(level=_LEVELS.get(tag, 0))
            return builder.limit
        return None

    def _draw(self, before: str, after: str) -> Callable[[], None]:
        marks = self._marks[-1]
        self.builder.text(before, marks)
        return lambda: self.builder.text(after, marks)


def _is_of_word_online(node: LexborNode) -> bool:
    """Return whether this is a list that stands for one item, or a few, of a longer list."""
    first = node.child
    return first is not None and first.tag == "li" and "data-listid" in first.attributes


def _online_item(node: LexborNode, tag: str, attributes: Mapping[str, str]) -> Item | None:
    if tag != "li" or (parent := node.parent) is None:
        return None
    before = node.prev
    while before is not None and before.tag == "-text":
        before = before.prev
    # Which number a later item has does not matter: only the first begins a list.
    start = parent.attributes.get("start", "1") if before is None else "2"
    return online_item(attributes, start if parent.tag == "ol" else None)


def _is_comment(node: LexborNode) -> bool:
    """Return whether this is a comment at the end of a document of Google Docs."""
    paragraph = node.child if node.tag == "div" else None
    link = paragraph.child if paragraph is not None and paragraph.tag == "p" else None
    return (
        link is not None
        and link.tag == "a"
        and (link.attributes.get("href") or "").startswith("#cmnt_ref")
    )
