"""Whether the words of a pull quote occur in the text."""

from collections.abc import Callable, Iterable

from articles.body.blocks import Block, BlockQuote, Heading, ListBlock, Paragraph
from articles.text import straighten

_QUOTES = str.maketrans("", "", "\"'")


def pull_quote_in_text(words: str, blocks: Iterable[Block]) -> bool:
    """Return whether `words` occur in the running text of `blocks`, letter by letter.

    Quotation marks, kinds of dashes and spaces may differ; parts of words do not count.
    """
    return quotable(blocks)(words)


def quotable(blocks: Iterable[Block]) -> Callable[[str], bool]:
    """Return `pull_quote_in_text` for these blocks, as a function for checking many quotes."""
    text = _plain(
        " ".join(
            block.text
            for block in blocks
            if isinstance(block, Paragraph | Heading | ListBlock | BlockQuote)
        )
    )

    def occurs(words: str) -> bool:
        sought = _plain(words)
        start = text.find(sought) if sought else -1
        while start >= 0:
            end = start + len(sought)
            if not _splits(text, start) and not _splits(text, end):
                return True
            start = text.find(sought, start + 1)
        return False

    return occurs


def _plain(text: str) -> str:
    return " ".join(straighten(text).translate(_QUOTES).split())


def _splits(text: str, at: int) -> bool:
    # Letters with two cases belong to scripts that separate words by spaces; Chinese does not.
    return 0 < at < len(text) and all(
        sign.lower() != sign.upper() for sign in text[at - 1 : at + 1]
    )
