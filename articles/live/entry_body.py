"""The text of an entry: a body with fewer kinds of blocks."""

from collections.abc import Iterable

from articles import body
from articles.text import N_, Message

#: Characters of HTML: some 2,000 words.
MAX_LENGTH = 15_000
TOO_LONG = N_(
    "The entry is too long: it has %(length)s characters with its formatting, and at most"
    " %(most)s are possible. Divide it into several entries."
)
TWO_PICTURES = N_("An entry can have one picture only. Add another entry for the other one.")


def entry_body(html: str) -> str:
    """Return what may be stored of an entry: paragraphs, lists, quotations, and one picture.

    A heading becomes a paragraph, a pull quote a quotation. Raise `BodyRefused` where it is too
    long, or has two pictures.
    """
    blocks = [kept for block in body.read(body.clean(html)) if (kept := _kept(block))]
    if sum(isinstance(block, body.Figure) for block in blocks) > 1:
        raise body.BodyRefused(Message(TWO_PICTURES, {}))
    text = body.clean(body.write(blocks))
    if len(text) > MAX_LENGTH:
        raise body.BodyTooLong(Message(TOO_LONG, {"length": len(text), "most": MAX_LENGTH}))
    return text


def picture_in(blocks: Iterable[body.Block]) -> int | None:
    """Return the primary key of the picture, None if there is none."""
    return next((block.picture for block in blocks if isinstance(block, body.Figure)), None)


def _kept(block: body.Block) -> body.Block | None:
    match block:
        case body.Heading():
            return body.Paragraph(block.html)
        case body.PullQuote():
            return body.BlockQuote((body.paragraph(block.words),))
        case body.AlsoRead():
            return body.paragraph(block.headline)
        case body.Rule():
            return None
        case _:
            return block
