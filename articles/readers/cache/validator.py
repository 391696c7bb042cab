"""The validator of what is built from the database: what was current, and until when."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.http import HttpRequest
from django.utils import timezone

# One look into an index each; in one statement, so that all three belong together.
_NOW = """
SELECT number,
    (SELECT min(visible_from) FROM articles_publishedversion WHERE visible_from > %s),
    (SELECT min(visible_until) FROM articles_publishedversion WHERE visible_until > %s)
FROM articles_cacheversion WHERE id = 1
"""


@dataclass(frozen=True, slots=True)
class Validator:
    """That something was built from this cache version, and is right until the next moment."""

    cache_version: int
    since: datetime
    until: datetime | None

    def holds(self, cache_version: int | None, at: datetime) -> bool:
        """Return whether what bears this validator is current in this cache version at `at`."""
        return self.cache_version == cache_version and self.holds_at(at)

    def holds_at(self, at: datetime) -> bool:
        """Return whether nothing starts or ends between the building and the datetime `at`."""
        return self.since <= at and (self.until is None or at < self.until)


def current_cache_version() -> int | None:
    """Return the present cache version in one small query; None as `read_validator` has it."""
    database = connections[DEFAULT_DB_ALIAS]
    if database.in_atomic_block:
        return None
    with database.cursor() as cursor:
        cursor.execute("SELECT number FROM articles_cacheversion WHERE id = 1")
        row = cursor.fetchone()
    return row[0] if row else None


def read_validator(at: datetime) -> Validator | None:
    """Return the validator for what is built from now on, as readers see it at the datetime `at`.

    It takes one query, and must be read before what it stands for. None while nothing has been
    written, and inside a transaction, whose writes may yet be undone.
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
    return Validator(number, at, min(map(_aware, filter(None, moments)), default=None))


def _aware(moment: datetime | str) -> datetime:
    """SQLite has times as text, in UTC."""
    if isinstance(moment, datetime):
        return moment
    return datetime.fromisoformat(moment).replace(tzinfo=UTC)


def page_validator(request: HttpRequest) -> Validator | None:
    """Return the validator of the page that is requested, None if it is not to be cached."""
    validator: Validator | None = getattr(request, "validator", None)
    return validator


def page_time(request: HttpRequest) -> datetime:
    """Return the one timezone-aware datetime as of which the page is built: now, or as asked."""
    validator = page_validator(request)
    return validator.since if validator else as_seen_time(request) or timezone.now()


def as_seen_time(request: HttpRequest) -> datetime | None:
    """Return the timezone-aware datetime as of which staff ask for the page; None for readers."""
    at: datetime | None = getattr(request, "as_seen_at", None)
    return at
