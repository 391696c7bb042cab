"""From blocks to the HTML that is stored."""

from collections.abc import Iterable

from articles.body.blocks import (
    AlsoRead,
    Block,
    BlockQuote,
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


def write(blocks: Iterable[Block]) -> str:
    """Return the HTML of `blocks`, one block a line: the inverse of `read` on clean HTML."""
    return "\n".join(_block(block) for block in blocks)


def _block(block: Block) -> str:
    match block:
        case Paragraph(html):
            return f"<p>{html}</p>"
        case Heading(level, html):
            return f"<h{level}>{html}</h{level}>"
        case ListBlock(ordered, items):
            tag = "ol" if ordered else "ul"
            inner = "".join(
                f"<li>{''.join(_block(part) for part in item.blocks)}</li>" for item in items
            )
            return f"<{tag}>{inner}</{tag}>"
        case BlockQuote(paragraphs):
            return f"<blockquote>{''.join(map(_block, paragraphs))}</blockquote>"
        case PullQuote(key, words, speaker):
            start = _start("aside", "pull-quote", key, speaker=speaker)
            return f"{start}{escape(words)}</aside>"
        case AlsoRead(key, headline, label, story):
            start = _start("aside", "also-read", key, label=label, story=str(story or ""))
            return f"{start}{escape(headline)}</aside>"
        case Figure(key, picture, alt, caption):
            start = _start("figure", "figure", key, picture=str(picture), alt=alt)
            return f"{start}<figcaption>{escape(caption)}</figcaption></figure>"
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
