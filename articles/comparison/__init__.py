"""Two versions of a story compared: fields and blocks, word by word. No Django.

Blocks are paired by what they say, by their keys and by similarity. As many pairs as possible that
are in the same order on both sides stay in place; the others have moved. Drafts, revisions and
published versions are compared in one form, which `articles.writing` makes of them.
"""

from collections import Counter
from dataclasses import dataclass

from articles import body
from articles.comparison.blocks import Change, Row, Side, compare_blocks
from articles.comparison.merge import Merged, merge
from articles.comparison.words import Run, compare_tokens, tokens_of

__all__ = [
    "Change",
    "Difference",
    "Field",
    "Merged",
    "Row",
    "Run",
    "Side",
    "Version",
    "compare",
    "merge",
]


@dataclass(frozen=True, slots=True)
class Version:
    """What is compared: plain text by the name of its field, and the blocks of the body."""

    fields: dict[str, str]
    blocks: tuple[body.Block, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A field that differs, on both sides."""

    name: str
    old: tuple[Run, ...]
    new: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between two versions."""

    fields: tuple[Field, ...]
    rows: tuple[Row, ...]

    @property
    def summary(self) -> str:
        """What differs, in a line; empty if nothing does."""
        # A block that moved has two rows.
        rows = [row for row in self.rows if row.old or row.change is not Change.MOVED]
        counts = Counter(row.change for row in rows)
        counts[Change.CHANGED] += sum(row.edited for row in rows)
        del counts[Change.SAME]
        told = [f"{counts[change]} {change}" for change in Change if counts[change]]
        text = [f"text ({', '.join(told)})"] if told else []
        return ", ".join([field.name for field in self.fields] + text)


def compare(old: Version, new: Version) -> Difference:
    """Give what differs between two versions; both have the same fields."""
    fields = (
        Field(name, *compare_tokens(tokens_of(text), tokens_of(new.fields[name])))
        for name, text in old.fields.items()
        if text != new.fields[name]
    )
    return Difference(tuple(fields), tuple(compare_blocks(old.blocks, new.blocks)))
