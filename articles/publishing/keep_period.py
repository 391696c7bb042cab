"""Keep as a period what readers get of something, from now until it changes."""

from typing import Any, TypeVar

from articles.core import clock
from articles.models import Period, PeriodQuerySet

Row = TypeVar("Row", bound=Period)


def keep_period(periods: PeriodQuerySet[Row], of: dict[str, Any], said: dict[str, Any]) -> None:
    """Let what is `said` hold from now on; {}: nothing does any more.

    `of` are the columns that say what it is of. Must run inside a transaction that has locked that.
    """
    last = periods.filter(**of).order_by("-valid_from", "-pk").first()
    held = last if last and last.valid_until is None else None
    if held and said and all(getattr(held, name) == value for name, value in said.items()):
        return
    start = clock.now()
    if last:
        # A clock that was set back lets neither one end before it began nor two hold at once.
        start = max(start, last.valid_until or last.valid_from)
    if held:
        periods.filter(pk=held.pk).update(valid_until=start)
    if said:
        periods.create(**of, **said, valid_from=start)
