"""From blocks to the HTML that is stored."""

from collections.abc import Callable, Iterable

from articles.body.blocks import (
    AlsoRead,
    Block,
    BlockQuote,
    Embed,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    PullQuote,
    Rule,
)
from articles.body.inline import Run, escape, inline_html


def paragraph(text: str) -> Paragraph:
    """Return a paragraph of plain text, escaped, with single spaces."""
    return Paragraph(inline_html([Run(text.replace("\n", " "))]))


#: Attributes of a block by its text, and by whether the block around it has some.
Own = Callable[[str, bool], str]


def _nothing(_text: str, _inside: bool) -> str:
    return ""


def write(blocks: Iterable[Block], own: Own = _nothing) -> str:
    """Return the HTML of `blocks`, one block a line: the inverse of `read` on clean HTML.

    `own` returns further attributes of a text block as HTML, given its text and whether the block
    around it has some; they are never stored.
    """
    return "\n".join(_block(block, own) for block in blocks)


def _block(block: Block, own: Own, inside: bool = False) -> str:
    more = own(block.text, inside)
    within = inside or bool(more)
    match block:
        case Paragraph(html):
            return f"<p{more}>{html}</p>"
        case Heading(level, html):
            return f"<h{level}{more}>{html}</h{level}>"
        case ListBlock(ordered, items):
            tag = "ol" if ordered else "ul"
            inner = "".join(
                f"<li{own(item.text, within)}>"
                f"{''.join(_block(part, own, within) for part in item.blocks)}</li>"
                for item in items
            )
            return f"<{tag}{more}>{inner}</{tag}>"
        case BlockQuote(paragraphs):
            inner = "".join(_block(part, own, within) for part in paragraphs)
            return f"<blockquote{more}>{inner}</blockquote>"
        case PullQuote(key, words, speaker):
            start = _start("aside", "pull-quote", key, speaker=speaker)
            return f"{start}{escape(words)}</aside>"
        case AlsoRead(key, headline, label, story):
            start = _start("aside", "also-read", key, label=label, story=str(story or ""))
            return f"{start}{escape(headline)}</aside>"
        case Figure(key, picture, alt, caption, credit):
            start = _start("figure", "figure", key, picture=str(picture), alt=alt, credit=credit)
            return f"{start}<figcaption>{escape(caption)}</figcaption></figure>"
        case Embed(key, url, title, author):
            start = _start("aside", "embed", key, url=url, author=author)
            return f"{start}{escape(title)}</aside>"
        case Rule():
            return "<hr>"


def _start(tag: str, kind: str, key: str, **data: str) -> str:
    """Return the start tag of one of our own blocks; an empty attribute is left out."""
    values = {"block": kind, "key": key} | data
    attributes = "".join(
        f' data-{name}="{escape(value).replace(chr(34), "&quot;")}"'
        for name, value in values.items()
        if value
    )
    return f"<{tag}{attributes}>"
