"""Compare two versions of a story."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from articles import body
from articles.comparison.blocks import BlockChange, Row, compare_blocks
from articles.comparison.shown import Translate
from articles.comparison.steps import Effort
from articles.comparison.words import Run, compare_pieces, plain
from articles.text import N_

# Translators: blocks of a text, counted; “changed: %(count)s” needs no plural forms.
COUNTS = {
    BlockChange.CHANGED: N_("%(count)s changed"),
    BlockChange.MOVED: N_("%(count)s moved"),
    BlockChange.ADDED: N_("%(count)s added"),
    BlockChange.REMOVED: N_("%(count)s removed"),
}


@dataclass(frozen=True, slots=True)
class Version:
    """What is compared: plain text by the name of its field, and the blocks of the body."""

    fields: dict[str, str]
    blocks: tuple[body.Block, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A field that differs, on both sides; `name` is as the versions name it."""

    name: str
    old: tuple[Run, ...]
    new: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between two versions; `summary` is one line, empty if nothing differs."""

    fields: tuple[Field, ...]
    rows: tuple[Row, ...]
    summary: str


def compare(old: Version, new: Version, translate: Translate = str) -> Difference:
    """Return what differs between two versions, in the fields that both have.

    `translate` translates the names of blocks and the words of the summary.
    """
    effort = Effort()
    fields = tuple(
        Field(name, *compare_pieces(plain(text), plain(new.fields[name]), effort))
        for name, text in old.fields.items()
        if text != new.fields.get(name, text)
    )
    rows = tuple(compare_blocks(old.blocks, new.blocks, translate, effort))
    return Difference(fields, rows, _summary(fields, rows, translate))


def _summary(fields: Sequence[Field], rows: Sequence[Row], translate: Translate) -> str:
    # A block that moved has two rows.
    counted = [row for row in rows if row.old or row.change is not BlockChange.MOVED]
    counts = Counter(row.change for row in counted)
    counts[BlockChange.CHANGED] += sum(row.edited for row in counted)
    told = [
        translate(text) % {"count": counts[change]}
        for change, text in COUNTS.items()
        if counts[change]
    ]
    text = [translate(N_("text (%(changes)s)")) % {"changes": ", ".join(told)}] if told else []
    return ", ".join([field.name for field in fields] + text)
