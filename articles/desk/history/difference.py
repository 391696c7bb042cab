"""A difference as the desk's pages show it: rows of two sides, with marks that can be heard too."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.comparison import BlockChange, Difference, Row, Run, Side

WHAT = {
    BlockChange.SAME: "same",
    BlockChange.CHANGED: "changed",
    BlockChange.ADDED: "added",
    BlockChange.REMOVED: "removed",
}


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One row: what happened to which part, and both sides as HTML.

    `number` is its own, from 1, and `other` that of the row to which or from which a block moved.
    """

    number: int
    change: str
    part: str
    what: str
    old: SafeString | None
    new: SafeString | None
    other: int | None = None


def shown(difference: Difference) -> list[ShownRow]:
    """Give the rows of a difference: the fields that differ, then all blocks."""
    return [*_fields(difference), *_blocks(difference)]


def _fields(difference: Difference) -> Iterator[ShownRow]:
    for number, field in enumerate(difference.fields, start=1):
        what = "changed" if field.old and field.new else "added" if field.new else "removed"
        old, new = _html(field.old, "del"), _html(field.new, "ins")
        yield ShownRow(number, what, field.name, what, old, new)


def _blocks(difference: Difference) -> Iterator[ShownRow]:
    first = len(difference.fields) + 1
    for number, row in enumerate(difference.rows, start=first):
        yield ShownRow(
            number,
            row.change,
            _part(row),
            _what(row),
            _html(row.old.runs, "del") if row.old else None,
            _html(row.new.runs, "ins") if row.new else None,
            None if row.other is None else first + row.other,
        )


def _what(row: Row) -> str:
    if row.change is BlockChange.MOVED:
        where = "moved from here" if row.old else "moved here"
        return f"{where} and changed" if row.edited else where
    return WHAT[row.change]


def _part(row: Row) -> str:
    kinds = dict.fromkeys(side.kind for side in (row.old, row.new) if isinstance(side, Side))
    return ", now ".join(kinds)


def _html(runs: tuple[Run, ...], tag: str) -> SafeString:
    return format_html_join("", "{}", ((_run(run, tag),) for run in runs))


def _run(run: Run, tag: str) -> SafeString:
    html = format_html("{}", run.text)
    for wanted, name in ((run.em, "em"), (run.strong, "strong"), (run.changed, tag)):
        if wanted:
            html = format_html("<{0}>{1}</{0}>", name, html)
    return html
