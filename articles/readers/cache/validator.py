"""Validators say what a page was built from, and until when it is current."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import DateTimeField
from django.http import HttpRequest
from django.utils import timezone

# One index look-up each; in one statement, so that all three are of the same moment.
_NOW = """
SELECT number,
    (SELECT min(visible_from) FROM articles_publishedversion WHERE visible_from > %s),
    (SELECT min(visible_until) FROM articles_publishedversion WHERE visible_until > %s)
FROM articles_cacheversion WHERE id = 1
"""


@dataclass(frozen=True, slots=True)
class Validator:
    """The cache version from which something was built at `since`.

    It is current until the datetime `until`, when a version starts or ends; None: no end is known.
    """

    cache_version: int
    since: datetime
    until: datetime | None

    def holds(self, cache_version: int | None, at: datetime) -> bool:
        """Return whether what was built is still current in this cache version at `at`."""
        return self.cache_version == cache_version and self.holds_at(at)

    def holds_at(self, at: datetime) -> bool:
        """Return whether nothing has started or ended since then, as of the datetime `at`."""
        return self.since <= at and (self.until is None or at < self.until)


def current_cache_version() -> int | None:
    """Return the present cache version, in one small query; None where `read_validator` is None."""
    database = connections[DEFAULT_DB_ALIAS]
    if database.in_atomic_block:
        return None
    with database.cursor() as cursor:
        cursor.execute("SELECT number FROM articles_cacheversion WHERE id = 1")
        row = cursor.fetchone()
    return row[0] if row else None


def read_validator(at: datetime) -> Validator | None:
    """Return the validator for what is built next, as readers see it at the datetime `at`.

    It takes one query, which must come before those of the page. None while nothing has ever been
    written, and inside a transaction, which may be rolled back.
    """
    if connection.in_atomic_block:
        return None
    moment = DateTimeField().get_db_prep_value(at, connection)
    with connection.cursor() as cursor:
        cursor.execute(_NOW, [moment, moment])
        row = cursor.fetchone()
    if row is None:
        return None
    number, *moments = row
    return Validator(number, at, min(map(_aware, filter(None, moments)), default=None))


def _aware(moment: datetime | str) -> datetime:
    """Return a timezone-aware datetime; SQLite has it as text, in UTC."""
    if isinstance(moment, datetime):
        return moment
    return datetime.fromisoformat(moment).replace(tzinfo=UTC)


def page_validator(request: HttpRequest) -> Validator | None:
    """Return the validator of the requested page; None if it is not to be cached."""
    validator: Validator | None = getattr(request, "validator", None)
    return validator


def page_time(request: HttpRequest) -> datetime:
    """Return the one timezone-aware datetime as of which the page is built.

    That is now, or the time for which staff ask.
    """
    validator = page_validator(request)
    return validator.since if validator else as_seen_time(request) or timezone.now()


def as_seen_time(request: HttpRequest) -> datetime | None:
    """Return the timezone-aware datetime for which staff ask for the page; None for readers."""
    at: datetime | None = getattr(request, "as_seen_at", None)
    return at
