"""Blocks as a comparison shows them: what each is called, and all that it says."""

from typing import NamedTuple

from articles import body
from articles.comparison.words import Token, tokens_of, tokens_of_html

LINE = "line"
NEW_LINE = Token("\n")


class Shown(NamedTuple):
    """A block by its name and words, which is all that readers see of it."""

    kind: str
    tokens: tuple[Token, ...]

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(token.text for token in self.tokens)


def show(block: body.Block) -> Shown:
    """Give the block as it is shown."""
    match block:
        case body.Paragraph(html):
            return Shown("paragraph", tuple(tokens_of_html(html)))
        case body.Heading(level, html):
            return Shown(f"heading {level}", tuple(tokens_of_html(html)))
        case body.ListBlock(ordered):
            return Shown("numbered list" if ordered else "list", _lines(_items(block)))
        case body.BlockQuote(paragraphs):
            return Shown("block quote", _lines([tokens_of_html(one.html) for one in paragraphs]))
        case body.PullQuote(_, words, speaker):
            return Shown("pull quote", _labelled(("", words), ("Speaker: ", speaker)))
        case body.AlsoRead(_, headline, label, story):
            number = str(story or "")
            return Shown("also read", _labelled(("", label + headline), ("Story number ", number)))
        case body.Figure(_, picture, alt, caption):
            return Shown(
                "picture",
                _labelled(
                    ("Picture number ", str(picture)),
                    ("Alternative text: ", alt),
                    ("Caption: ", caption),
                ),
            )
        case body.Rule():
            return Shown(LINE, (Token("⁂"),))


def _labelled(*lines: tuple[str, str]) -> tuple[Token, ...]:
    return _lines([tokens_of(label) + tokens_of(text) for label, text in lines if text])


def _lines(lines: list[list[Token]]) -> tuple[Token, ...]:
    tokens = [token for line in lines for token in (NEW_LINE, *line)]
    return tuple(tokens[1:])


def _items(block: body.ListBlock, depth: int = 0) -> list[list[Token]]:
    lines: list[list[Token]] = []
    for number, item in enumerate(block.items, start=1):
        mark = f"{number}." if block.ordered else "•"
        start = [Token("\u2003" * depth + mark), Token(" ")]
        for part in item.blocks:
            if isinstance(part, body.ListBlock):
                lines += _items(part, depth + 1)
            else:
                lines.append(start + tokens_of_html(part.html))
                start = [Token("\u2003" * (depth + 1))]
    return lines
