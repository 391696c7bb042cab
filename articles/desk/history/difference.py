"""A difference as the desk shows it: rows with two sides, whose marks screen readers read too."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext

from articles.comparison import BlockChange, Difference, Row, Run, Side

#: What a row shows on the side where there is no such part.
NOTHING = mark_safe("")
#: Rows near changes that are shown, and fields that differ.
MOST_ROWS = 2_000


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """One row: what happened to which part, and both sides as HTML.

    `number` is the row's own, from 1; `other` is that of the row to or from which a block moved.
    """

    number: int
    change: str
    part: str
    what: str
    old: SafeString
    new: SafeString
    other: int | None = None


def difference_rows(difference: Difference) -> list[DifferenceRow]:
    """Return the rows of a difference: the fields that differ, then all blocks."""
    return [*_fields(difference), *_blocks(difference, range(len(difference.rows)))]


def rows_near_changes(difference: Difference) -> list[DifferenceRow]:
    """Return the rows of a difference without long runs of blocks that are the same.

    Each change keeps its neighbours; one row says how many others there are. In a very
    long story they would take most of the time, and hide what differs. After `MOST_ROWS`, one row
    says how many parts are not shown.
    """
    rows = difference.rows
    near = {
        place
        for at, row in enumerate(rows)
        if row.change is not BlockChange.SAME
        for place in (at - 1, at, at + 1)
    }
    shown = [*_fields(difference)]
    for is_near, group in groupby(range(len(rows)), key=near.__contains__):
        run = list(group)
        if len(shown) + len(run) > MOST_ROWS and is_near:
            fit = run[0] + max(MOST_ROWS - len(shown), 0)
            shown += _blocks(difference, range(run[0], fit))
            last = len(difference.fields) + fit
            shown = [replace(row, other=None) if (row.other or 0) > last else row for row in shown]
            return [*shown, _others(difference, range(fit, len(rows)), gettext("not shown"))]
        if is_near or len(run) == 1:
            shown += _blocks(difference, range(run[0], run[-1] + 1))
        else:
            shown.append(_others(difference, range(run[0], run[-1] + 1), _name(BlockChange.SAME)))
    return shown


def _others(difference: Difference, places: range, what: str) -> DifferenceRow:
    count = len(places)
    part = ngettext("%(count)s part", "%(count)s parts", count) % {"count": count}
    number = len(difference.fields) + 1 + places[0]
    return DifferenceRow(number, BlockChange.SAME, part, what, NOTHING, NOTHING)


def _fields(difference: Difference) -> Iterator[DifferenceRow]:
    for number, field in enumerate(difference.fields, start=1):
        if field.old and field.new:
            change = BlockChange.CHANGED
        else:
            change = BlockChange.ADDED if field.new else BlockChange.REMOVED
        old, new = _html(field.old, "del"), _html(field.new, "ins")
        yield DifferenceRow(number, change, field.name, _name(change), old, new)


def _blocks(difference: Difference, places: range) -> Iterator[DifferenceRow]:
    first = len(difference.fields) + 1
    for at in places:
        row = difference.rows[at]
        yield DifferenceRow(
            first + at,
            row.change,
            _part(row),
            _what(row),
            _html(row.old.runs, "del") if row.old else NOTHING,
            _html(row.new.runs, "ins") if row.new else NOTHING,
            None if row.other is None else first + row.other,
        )


def _name(change: BlockChange) -> str:
    match change:
        case BlockChange.SAME:
            return gettext("unchanged")
        case BlockChange.CHANGED:
            return gettext("changed")
        case BlockChange.MOVED:
            return gettext("moved")
        case BlockChange.ADDED:
            return gettext("added")
        case BlockChange.REMOVED:
            return gettext("removed")


def _what(row: Row) -> str:
    if row.change is not BlockChange.MOVED:
        return _name(row.change)
    if row.old:
        return gettext("moved from here and changed") if row.edited else gettext("moved from here")
    return gettext("moved here and changed") if row.edited else gettext("moved here")


def _part(row: Row) -> str:
    kinds = dict.fromkeys(side.kind for side in (row.old, row.new) if isinstance(side, Side))
    if len(kinds) < 2:
        return "".join(kinds)
    before, after = kinds
    return gettext("%(before)s, now %(after)s") % {"before": before, "after": after}


def _html(runs: tuple[Run, ...], tag: str) -> SafeString:
    # Screen readers do not announce these elements; the stylesheet puts the label before them.
    label = escape(gettext("added") if tag == "ins" else gettext("removed"))
    # There may be a hundred thousand of them.
    return mark_safe("".join(_run(run, f'<{tag} data-label="{label}">', tag) for run in runs))


def _run(run: Run, opening: str, tag: str) -> str:
    html = str(escape(run.text))
    for wanted, name in ((run.raised, run.raised), (run.em, "em"), (run.strong, "strong")):
        if wanted:
            html = f"<{name}>{html}</{name}>"
    return f"{opening}{html}</{tag}>" if run.changed else html
