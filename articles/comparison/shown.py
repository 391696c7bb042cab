"""Blocks as a comparison shows them: what each is called, and all that it says."""

from collections.abc import Callable
from typing import NamedTuple

from articles import body
from articles.comparison.words import Piece, in_style, pieces_of_html, plain
from articles.text import N_

RULE = N_("dividing line")
Translate = Callable[[str], str]


class Shown(NamedTuple):
    """A block by its name and words, which is all that readers see of it."""

    kind: str
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The words, without their style."""
        return "".join(text for text, *_ in self.pieces)


def show(block: body.Block, translate: Translate = str) -> Shown:
    """Return the block as it is shown; `translate` translates its name and its labels."""
    match block:
        case body.Paragraph(html):
            return Shown(translate(N_("paragraph")), in_style(pieces_of_html(html)))
        case body.Heading(level, html):
            name = translate(N_("heading %(level)s")) % {"level": level}
            return Shown(name, in_style(pieces_of_html(html)))
        case body.ListBlock(ordered):
            name = N_("numbered list") if ordered else N_("list")
            return Shown(translate(name), _lines(_items(block)))
        case body.BlockQuote(paragraphs):
            lines = [pieces_of_html(one.html) for one in paragraphs]
            return Shown(translate(N_("block quote")), _lines(lines))
        case body.PullQuote(_, words, speaker):
            parts = _labelled(("", words), (translate(N_("Speaker: ")), speaker))
            return Shown(translate(N_("pull quote")), parts)
        case body.AlsoRead(_, headline, label, story):
            number = str(story or "")
            parts = _labelled(("", label + headline), (translate(N_("Story number ")), number))
            return Shown(translate(N_("also read")), parts)
        case body.Figure(_, picture, alt, caption, credit):
            parts = _labelled(
                (translate(N_("Picture number ")), str(picture)),
                (translate(N_("Alternative text: ")), alt),
                (translate(N_("Caption: ")), caption),
                (translate(N_("Credit: ")), credit),
            )
            return Shown(translate(N_("picture")), parts)
        case body.Embed(_, url, title, author):
            parts = _labelled(
                ("", url), (translate(N_("Title: ")), title), (translate(N_("Author: ")), author)
            )
            return Shown(translate(N_("embed")), parts)
        case body.Rule():
            return Shown(translate(RULE), in_style(plain("⁂")))


def _labelled(*lines: tuple[str, str]) -> tuple[Piece, ...]:
    return _lines([plain(label) + plain(text) for label, text in lines if text])


def _lines(lines: list[list[Piece]]) -> tuple[Piece, ...]:
    return in_style([piece for line in lines for piece in (*plain("\n"), *line)][1:])


def _items(block: body.ListBlock, depth: int = 0) -> list[list[Piece]]:
    lines: list[list[Piece]] = []
    for number, item in enumerate(block.items, start=1):
        mark = f"{number}." if block.ordered else "•"
        start = plain("\u2003" * depth + f"{mark} ")
        for part in item.blocks:
            if isinstance(part, body.ListBlock):
                lines += _items(part, depth + 1)
            else:
                lines.append(start + pieces_of_html(part.html))
                start = plain("\u2003" * (depth + 1))
    return lines
