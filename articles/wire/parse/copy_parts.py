"""What a parsed piece of copy consists of."""

from dataclasses import asdict, dataclass
from typing import Any, Literal

from articles.wire.parse.notices.versions import Kind


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when the copy says it was written; `text` is the exact prefix in the copy.

    If `sure`, the prefix has been taken out of its paragraph; if not, it is still there.
    """

    places: tuple[str, ...]
    date: str
    agency: str
    sure: bool
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or an also-read line; `text` is all of it, as in the copy."""

    kind: Literal["paragraph", "also-read"]
    text: str
    label: str = ""
    headline: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quotation marks, and their speaker if the text names one."""

    text: str
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line of the copy that is not part of the story; `why` is English, marked by `N_`."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Copy:
    """Headline, summary, dateline and blocks in the order of the source, and what is left over."""

    headline: str
    summary: str
    dateline: Dateline | None
    blocks: tuple[Block, ...]
    pull_quotes: tuple[Quote, ...]
    left_out: tuple[LeftOut, ...]
    #: What the agency says of the copy: a newer version of a story, or that a story is withdrawn.
    kind: Kind = ""
    #: The words of an embargo, "" if there is none.
    embargo: str = ""


def as_json(copy: Copy) -> dict[str, Any]:
    """Return the copy as plain data for a JSON report; of blocks, only the kind and the text."""
    return {
        "headline": copy.headline,
        "summary": copy.summary,
        "dateline": asdict(copy.dateline) | {"places": list(copy.dateline.places)}
        if copy.dateline
        else None,
        "blocks": [{"kind": block.kind, "text": block.text} for block in copy.blocks],
        "pull_quotes": [asdict(quote) for quote in copy.pull_quotes],
        "left_out": [asdict(line) for line in copy.left_out],
        "kind": copy.kind,
        "embargo": copy.embargo,
    }
