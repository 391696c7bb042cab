"""From HTML, clean or not, to the blocks of a body. Words outside a block become paragraphs."""

from collections.abc import Callable

from selectolax.lexbor import LexborHTMLParser, LexborNode

from articles.body.blocks import Block
from articles.body.bounds import check_bounds
from articles.body.builder import LISTS, OWN, Builder
from articles.body.style import Marks, is_deleted, is_word_item, is_word_marker, marks_of
from articles.text import keeping

#: Bytes for bodies that were read: enough for three or four of the longest.
KEPT = 32 * 1024 * 1024
_LEVELS = {"h1": 2, "h2": 2, "h3": 3, "h4": 3, "h5": 3, "h6": 3}
_BLOCKS = frozenset(
    """address article aside body caption center dd details dialog div dl dt fieldset figcaption
    figure footer form header hgroup legend main menu nav p pre search section summary table tbody
    td tfoot th thead tr""".split()
)
# What holds no words of the text, or hides them.
_DROPPED = frozenset(
    """audio button canvas embed head iframe math noembed noframes object option script select style
    svg template textarea title video""".split()
)


# Saving reads the same body several times.
@keeping(KEPT)
def read(html: str) -> tuple[Block, ...]:
    """Return the blocks of `html`, in order. Raise `BodyRefused` as `check_bounds` does.

    Keys stay as they are, and are empty where there is none.
    """
    check_bounds(html)
    body = LexborHTMLParser("<body>" + html.encode(errors="replace").decode()).body
    reader = _Reader()
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

    def __init__(self) -> None:
        self.builder = Builder()
        self._marks = [Marks()]
        self._ends: list[Callable[[], None] | None] = []

    def start(self, node: LexborNode) -> bool:
        """Take the start of a node; return whether its children count and its end is awaited."""
        tag = node.tag or ""
        if tag == "-text":
            self.builder.text(node.text_content or "", self._marks[-1])
        if tag.startswith("-") or tag in _DROPPED:
            return False
        attributes = {name: value or "" for name, value in node.attributes.items()}
        if is_word_marker(attributes):
            self.builder.marker(node.text())
            return False
        if is_deleted(tag, attributes):
            return False
        self._marks.append(marks_of(tag, attributes, self._marks[-1]))
        self._ends.append(self._begin(tag, attributes))
        return True

    def end(self) -> None:
        """Take the end of the innermost node that awaits it."""
        self._marks.pop()
        if end := self._ends.pop():
            end()

    def _begin(self, tag: str, attributes: dict[str, str]) -> Callable[[], None] | None:
        builder = self.builder
        if (tag, attributes.get("data-block")) in OWN:
            own = builder.open_own(attributes["data-block"], attributes)
            return (lambda: builder.close_own(own)) if own else builder.limit
        if tag in LISTS or tag in ("li", "blockquote"):
            return builder.close if builder.open(tag) else builder.limit
        if tag == "br":
            builder.line_break(self._marks[-1])
        elif tag == "hr":
            builder.rule()
        elif tag in _LEVELS or tag in _BLOCKS:
            builder.limit(level=_LEVELS.get(tag, 0), word_item=is_word_item(attributes))
            return builder.limit
        return None
