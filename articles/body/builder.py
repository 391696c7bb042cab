"""Blocks under construction: text and limits between blocks go in, in order; blocks come out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from articles.body.blocks import (
    AlsoRead,
    Block,
    BlockQuote,
    Embed,
    Figure,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    PullQuote,
    Rule,
)
from articles.body.embedding import MAX_URL
from articles.body.inline import BREAK, Run, inline_html, one_line, safe_href, squeeze
from articles.body.style import Item, Marks, begins, numbers
from articles.text import one_form

MAX_LISTS = 4
LISTS = ("ul", "ol")
OWN = {
    *(("aside", "pull-quote"), ("aside", "also-read"), ("aside", "embed")),
    ("figure", "figure"),
}
_ROW = re.compile(r"[1-9][0-9]{0,17}")


@dataclass(eq=False)
class Own:
    """One of our own blocks: attributes, and text without marks."""

    kind: str
    attributes: Mapping[str, str]
    #: Its text in pieces, since joining two takes time in proportion to their length.
    pieces: list[str] = field(default_factory=list)

    def block(self) -> Block | None:
        """Return the block; None if it is empty.

        It is a paragraph if its picture is not known, or its URL cannot be embedded.
        """
        text = one_line("".join(self.pieces))
        key = self._attribute("data-key")
        if self.kind == "figure":
            picture = self._row("data-picture")
            if picture:
                alt, credit = (one_form(self._attribute(f"data-{of}")) for of in ("alt", "credit"))
                return Figure(key, picture, alt, one_form(text), credit)
            return Paragraph(inline_html([Run(text)])) if text else None
        if self.kind == "embed":
            return self._embed(key, text)
        if not text:
            return None
        if self.kind == "pull-quote":
            return PullQuote(key, text, one_form(self._attribute("data-speaker")))
        # The label keeps the space that separates it from the headline.
        label = squeeze(self.attributes.get("data-label", "")).lstrip()
        return AlsoRead(key, text, label, self._row("data-story"))

    def _embed(self, key: str, text: str) -> Block | None:
        url = safe_href(self.attributes.get("data-url", ""))
        if url.lower().startswith("https://") and len(url) <= MAX_URL:
            return Embed(key, url, one_form(text), one_form(self._attribute("data-author")))
        return Paragraph(inline_html([Run(text or url, href=url)])) if text or url else None

    def _attribute(self, name: str) -> str:
        return one_line(self.attributes.get(name, ""))

    def _row(self, name: str) -> int | None:
        value = self.attributes.get(name, "")
        return int(value) if _ROW.fullmatch(value) else None


@dataclass
class _Frame:
    tag: str
    blocks: list[Block] = field(default_factory=list)
    items: list[ListItem] = field(default_factory=list)


class Builder:
    """Takes the parts of a document in order; `blocks` are those of the finished body."""

    def __init__(self) -> None:
        self.own: Own | None = None
        self._frames = [_Frame("body")]
        self._runs: list[Run] = []
        self._level = 0
        self._item: Item | None = None
        self._pasted: ListBlock | None = None
        #: Of the lists in one another to which the last pasted item belongs, outermost first.
        self._pasted_levels: list[int] = []

    @property
    def blocks(self) -> tuple[Block, ...]:
        return tuple(self._frames[0].blocks)

    def text(self, text: str, marks: Marks) -> None:
        """Take text under `marks`."""
        if self.own:
            self.own.pieces.append(text)
        else:
            self._runs.append(Run(squeeze(text), *marks))

    def line_break(self, marks: Marks) -> None:
        """Take a line break, a space inside our own blocks; after an empty line a block ends."""
        if self.own:
            self.own.pieces.append(" ")
            return
        while self._runs and not self._runs[-1].text.strip(" \u00a0"):
            self._runs.pop()
        if not self._runs:
            # Before any word, as in a heading that begins with empty lines.
            return
        if self._runs[-1].text != BREAK:
            self._runs.append(Run(BREAK, *marks))
        elif not self._item:
            self.limit()

    def marker(self, text: str) -> None:
        """Take what Word draws before an item of a list."""
        if self._item:
            self._item = self._item._replace(marker=self._item.marker + text)

    def limit(self, *, level: int = 0, item: Item | None = None) -> None:
        """End the text so far as a block; say what the next text is, if not a paragraph."""
        if self.own:
            self.own.pieces.append(" ")
            return
        html = inline_html(self._runs)
        if html and self._item and len(self._frames) == 1:
            self._add_pasted(ListItem((Paragraph(html),)), self._item)
        elif html and self._level and len(self._frames) == 1:
            self._add(Heading(self._level, html))
        elif html:
            self._add(Paragraph(html))
        self._runs = []
        self._level = level
        if html or item:
            self._item = item

    def end_item(self) -> None:
        """End an item of a list that another program wrote; what comes next is none."""
        self.limit()
        self._item = None

    def rule(self) -> None:
        """Take a rule; it counts only between blocks of the body itself."""
        self.limit()
        if not self.own and len(self._frames) == 1:
            self._add(Rule())

    def open(self, tag: str) -> bool:
        """Begin a list, an item or a block quote; return whether it is allowed here."""
        self.limit()
        outer = self._frames[-1].tag
        if tag in LISTS:
            depth = sum(frame.tag in LISTS for frame in self._frames)
            fits = outer != "blockquote" and depth < MAX_LISTS
        else:
            fits = outer in LISTS if tag == "li" else outer == "body"
        if fits and not self.own:
            self._frames.append(_Frame(tag))
            return True
        return False

    def close(self) -> None:
        """End the innermost list, item or block quote; an empty one leaves nothing."""
        self.limit()
        frame = self._frames.pop()
        if frame.tag == "li" and frame.blocks:
            self._frames[-1].items.append(_item(frame.blocks))
        elif frame.items:
            self._add(ListBlock(frame.tag == "ol", tuple(frame.items)))
        elif frame.tag == "blockquote" and frame.blocks:
            self._add(BlockQuote(tuple(b for b in frame.blocks if isinstance(b, Paragraph))))

    def open_own(self, kind: str, attributes: Mapping[str, str]) -> Own | None:
        """Begin one of our own blocks, which ends any other; None where it is not allowed."""
        if self.own:
            self.close_own(self.own)
        self.limit()
        if len(self._frames) == 1:
            self.own = Own(kind, attributes)
        return self.own

    def close_own(self, own: Own) -> None:
        """End one of our own blocks, unless that has happened."""
        if self.own is own:
            self.own = None
            if block := own.block():
                self._add(block)

    def _add(self, block: Block) -> None:
        top = self._frames[-1]
        if top.tag not in LISTS:
            top.blocks.append(block)
        elif isinstance(block, ListBlock) and top.items:
            # Google Docs puts the inner list beside its item instead of inside.
            top.items[-1] = ListItem((*top.items[-1].blocks, block))
        else:
            top.items.append(_item([block]))

    def _add_pasted(self, item: ListItem, said: Item) -> None:
        blocks, levels = self._frames[0].blocks, self._pasted_levels
        ordered = numbers(said.marker)
        last = self._pasted if blocks and blocks[-1] is self._pasted else None
        if last is None:
            levels.clear()
        while levels and levels[-1] > said.level:
            levels.pop()
        if not levels or levels[-1] < said.level:
            levels.append(said.level)
        depth = min(len(levels), MAX_LISTS)
        goes_on = last and (depth > 1 or (last.ordered == ordered and not begins(said.marker)))
        if last and goes_on:
            blocks.pop()
            self._pasted = _with_item(last, item, ordered, depth)
        else:
            self._pasted = ListBlock(ordered, (item,))
            levels[:] = [said.level]
        blocks.append(self._pasted)


def _with_item(block: ListBlock, item: ListItem, ordered: bool, depth: int) -> ListBlock:
    """Return the list with one more item at its end, `depth` lists deep."""
    if depth == 1:
        return ListBlock(block.ordered, (*block.items, item))
    *before, last = block.items
    inner = last.blocks[-1]
    if isinstance(inner, ListBlock) and (depth > 2 or inner.ordered == ordered):
        blocks = (*last.blocks[:-1], _with_item(inner, item, ordered, depth - 1))
    else:
        blocks = (*last.blocks, ListBlock(ordered, (item,)))
    return ListBlock(block.ordered, (*before, ListItem(blocks)))


def _item(blocks: list[Block]) -> ListItem:
    return ListItem(tuple(b for b in blocks if isinstance(b, Paragraph | ListBlock)))
