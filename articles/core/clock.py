"""The newsroom's clock: what it shows decides what readers see."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from django.conf import settings
from django.db import connection
from django.utils import timezone

_set_to: ContextVar[datetime | None] = ContextVar("set_to", default=None)


def now() -> datetime:
    """Return the present time, in UTC.

    Where several machines may share a database server, it is the server's time: their own clocks
    differ, and then one would show what another does not. Otherwise it is the machine's.
    """
    if set_to := _set_to.get():
        return set_to
    if not settings.NEWSROOM_DATABASE_CLOCK:
        return timezone.now()
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        shown: datetime = cursor.fetchone()[0]
    return shown


@contextmanager
def standing_at(at: datetime) -> Iterator[None]:
    """Let the clock show the timezone-aware datetime `at` to this thread, inside the block.

    It gives the demo newsroom its past. Raise RuntimeError outside development: whoever sets the
    clock could publish before an embargo ends.
    """
    if not settings.NEWSROOM_DEVELOPMENT:
        raise RuntimeError("The clock can be set in development only.")
    token = _set_to.set(at)
    try:
        yield
    finally:
        _set_to.reset(token)
