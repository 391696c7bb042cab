"""What a parsed piece of copy consists of."""

from dataclasses import asdict, dataclass
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when the copy says it was written; `text` is the exact prefix in the copy.

    Sure: the prefix has been taken out of the first paragraph. Not sure: it is still there.
    """

    places: tuple[str, ...]
    date: str
    agency: str
    sure: bool
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or an also-read line, with its whole text as in the copy."""

    kind: Literal["paragraph", "also-read"]
    text: str
    label: str = ""
    headline: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quotation marks, and who spoke them if the text says so."""

    text: str
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line of the copy that is no part of the story, and why."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Copy:
    """Headline, summary, dateline and blocks in the order of the source, and the rest of it."""

    headline: str
    summary: str
    dateline: Dateline | None
    blocks: tuple[Block, ...]
    pull_quotes: tuple[Quote, ...]
    left_out: tuple[LeftOut, ...]


def as_json(copy: Copy) -> dict[str, Any]:
    """The copy as plain data for a JSON report; blocks show only their kind and text."""
    return {
        "headline": copy.headline,
        "summary": copy.summary,
        "dateline": asdict(copy.dateline) | {"places": list(copy.dateline.places)}
        if copy.dateline
        else None,
        "blocks": [{"kind": block.kind, "text": block.text} for block in copy.blocks],
        "pull_quotes": [asdict(quote) for quote in copy.pull_quotes],
        "left_out": [asdict(item) for item in copy.left_out],
    }
