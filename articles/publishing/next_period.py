"""What readers get of something as periods: one ends as the next one begins."""

from typing import Any, TypeVar

from articles.core import clock
from articles.models import Period

Row = TypeVar("Row", bound=Period)
#: The columns in which each period differs from all others.
OF_EACH = frozenset({"id", "valid_from", "valid_until"})


def next_period(last: Row | None, made: Row | None) -> tuple[Row | None, Row | None]:
    """Return the period that ends now, and the one that begins then; both unsaved.

    `made` is to hold from now on, unless the last one of the same thing says the same; None:
    nothing holds. The caller has locked that thing.
    """
    held = last if last and last.valid_until is None else None
    if held and made and _said(held) == _said(made):
        return None, None
    start = clock.now()
    if last:
        # A clock that was set back lets neither one end before it began nor two hold at once.
        start = max(start, last.valid_until or last.valid_from)
    if held:
        held.valid_until = start
    if made:
        made.valid_from = start
    return held, made


def _said(period: Period) -> dict[str, Any]:
    columns = (field.attname for field in period._meta.concrete_fields)
    return {name: getattr(period, name) for name in columns if name not in OF_EACH}
