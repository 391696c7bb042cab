"""The stamp of what is built from the database: what was current, and until when."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.http import HttpRequest
from django.utils import timezone

# One look into an index each; in one statement, so that all three belong together.
_NOW = """
SELECT number,
    (SELECT min(visible_from) FROM articles_edition WHERE visible_from > %s),
    (SELECT min(visible_until) FROM articles_edition WHERE visible_until > %s)
FROM articles_generation WHERE id = 1
"""


@dataclass(frozen=True, slots=True)
class Stamp:
    """That something was built from this generation, and is right until the next moment."""

    generation: int
    since: datetime
    until: datetime | None

    def holds(self, generation: int | None, at: datetime) -> bool:
        """Whether what bears this stamp is current in this generation at the aware time `at`."""
        return self.generation == generation and self.holds_at(at)

    def holds_at(self, at: datetime) -> bool:
        """Whether no edition starts or ends between the building and the aware time `at`."""
        return self.since <= at and (self.until is None or at < self.until)


def generation() -> int | None:
    """Give the present generation in one small query; None as `read` has it."""
    database = connections[DEFAULT_DB_ALIAS]
    if database.in_atomic_block:
        return None
    with database.cursor() as cursor:
        cursor.execute("SELECT number FROM articles_generation WHERE id = 1")
        row = cursor.fetchone()
    return row[0] if row else None


def read(at: datetime) -> Stamp | None:
    """Give the stamp for what is built from now on, as readers see it at the aware time `at`.

    It makes one query, and must be read before what it stands for. None while nothing has
    been written, and inside a transaction, whose writes may yet be undone.
    """
    if connection.in_atomic_block:
        return None
    moment = connection.ops.adapt_datetimefield_value(at)
    with connection.cursor() as cursor:
        cursor.execute(_NOW, [moment, moment])
        row = cursor.fetchone()
    if row is None:
        return None
    number, *moments = row
    return Stamp(number, at, min(map(_aware, filter(None, moments)), default=None))


def _aware(moment: datetime | str) -> datetime:
    """SQLite has times as text, in UTC."""
    if isinstance(moment, datetime):
        return moment
    return datetime.fromisoformat(moment).replace(tzinfo=UTC)


def of(request: HttpRequest) -> Stamp | None:
    """Give the stamp of the page that this request asks for, None if it is not to be kept."""
    stamp: Stamp | None = getattr(request, "stamp", None)
    return stamp


def at(request: HttpRequest) -> datetime:
    """Give the one aware time as of which the page of this request is built: now, or as asked."""
    stamp = of(request)
    return stamp.since if stamp else as_seen_at(request) or timezone.now()


def as_seen_at(request: HttpRequest) -> datetime | None:
    """Give the aware time as of which staff ask for the page; None on a reader's page."""
    at: datetime | None = getattr(request, "as_seen_at", None)
    return at
