"""The blocks of a body, each with its plain text."""

from __future__ import annotations

import html as _html
import re
from collections.abc import Iterable
from dataclasses import dataclass

_TAG = re.compile(r"<[^>]*>")


def _text(inline: str) -> str:
    return _html.unescape(_TAG.sub("", inline.replace("<br>", "\n")))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `html` is inline HTML as `read` gives it. `paragraph` makes one from text."""

    html: str

    @property
    def text(self) -> str:
        return _text(self.html)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 2 or 3."""

    level: int
    html: str

    @property
    def text(self) -> str:
        return _text(self.html)


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item: its paragraphs and the lists inside it."""

    blocks: tuple[Paragraph | ListBlock, ...]

    @property
    def text(self) -> str:
        return "\n".join(block.text for block in self.blocks)


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list, numbered if `ordered`."""

    ordered: bool
    items: tuple[ListItem, ...]

    @property
    def text(self) -> str:
        return "\n".join(item.text for item in self.items)


@dataclass(frozen=True, slots=True)
class BlockQuote:
    """A quotation in paragraphs of its own."""

    paragraphs: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class PullQuote:
    """Words of the text, set large; `speaker` may be empty."""

    key: str
    words: str
    speaker: str = ""

    @property
    def text(self) -> str:
        return self.words


@dataclass(frozen=True, slots=True)
class AlsoRead:
    """A headline inside the body; `story` is the key of its story, once chosen or matched.

    `label` holds its separator ("Also Read | "); empty means the newsroom's label.
    """

    key: str
    headline: str
    label: str = ""
    story: int | None = None

    @property
    def text(self) -> str:
        return self.label + self.headline


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture, by the key of its row, with the words that this story gives it.

    If `credit` is empty, the library's is used.
    """

    key: str
    picture: int
    alt: str = ""
    caption: str = ""
    credit: str = ""

    @property
    def text(self) -> str:
        return self.caption


@dataclass(frozen=True, slots=True)
class Embed:
    """A post, a video or a chart of another site, by the URL of its page, which is on HTTPS.

    `title` is its name, or the beginning of a post; it and `author` may be empty.
    """

    key: str
    url: str
    title: str = ""
    author: str = ""

    @property
    def text(self) -> str:
        return self.title


@dataclass(frozen=True, slots=True)
class Rule:
    """A line between two parts."""

    @property
    def text(self) -> str:
        return ""


Keyed = PullQuote | AlsoRead | Figure | Embed
Block = Paragraph | Heading | ListBlock | BlockQuote | Keyed | Rule


def plain_text(blocks: Iterable[Block]) -> str:
    """Return the text of all blocks in order, with empty lines between them; rules have none."""
    return "\n\n".join(block.text for block in blocks if block.text)
