"""The questions to the database on which the page cache rests, on a connection of their own."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import NamedTuple, TypeVar

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, OperationalError, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import DateTimeField
from django.utils import timezone
from psycopg.pq import ExecStatus
from psycopg.pq.abc import PGresult

from articles.database import Commits, keys_at, moments_keys, story_key

#: The columns with the times at which a page may change by itself.
MOMENTS = (
    ("articles_publishedversion", "visible_from"),
    ("articles_publishedversion", "visible_until"),
    ("articles_correction", "at"),
    ("articles_correction", "retracted_at"),
    ("articles_linkdecision", "valid_from"),
    ("articles_linkdecision", "valid_until"),
    ("articles_sectionperiod", "valid_from"),
    ("articles_sectionperiod", "valid_until"),
    ("articles_authorperiod", "valid_from"),
    ("articles_authorperiod", "valid_until"),
    ("articles_formerslug", "valid_from"),
    ("articles_formerslug", "valid_until"),
    ("articles_front", "valid_from"),
    ("articles_front", "valid_until"),
    ("articles_frontslot", "pinned_until"),
    ("articles_breakingnews", "valid_from"),
    ("articles_breakingnews", "valid_until"),
    ("articles_livecoverage", "valid_from"),
    ("articles_livecoverage", "valid_until"),
    ("articles_entryversion", "visible_from"),
    ("articles_entryversion", "visible_until"),
)
_NEXT = "SELECT min({column}) FROM {table} WHERE {column} > {now}"
_ALL = (
    "SELECT number, (SELECT max(id) FROM articles_cachechange), {now}, {moments}"
    " FROM articles_cacheversion WHERE id = 1"
)
_LOGGED = "SELECT id, number, key FROM articles_cachechange WHERE id >= %s ORDER BY id"
_CROSSED = moments_keys(MOMENTS)

Answer = TypeVar("Answer")


def _statement(now: str) -> str:
    """Return SQL for the cache version, the time and the next moment of each kind.

    One index look-up each; in one statement, so that all of them are of the same moment.
    """
    moments = ", ".join(
        f"({_NEXT.format(column=column, table=table, now=now)})" for table, column in MOMENTS
    )
    return _ALL.format(now=now, moments=moments)


_BY_MACHINE = _statement("%s")
#: PostgreSQL's own time, from before what the statement sees.
_BY_DATABASE = _statement("statement_timestamp()")
_LOOK = "SELECT number FROM articles_cacheversion WHERE id = 1"
#: With microseconds since 1970.
_LOOK_BY_DATABASE = (
    "SELECT number, (extract(epoch FROM statement_timestamp()) * 1000000)::bigint"
    " FROM articles_cacheversion WHERE id = 1"
)
#: The statement's name on the connection, where it is planned once: planning it is half of the
#: time.
_PLANNED = "newsroom_look"
_1970 = datetime(1970, 1, 1, tzinfo=UTC)


class Seen(NamedTuple):
    """The cache version, None while nothing has ever been written, and the present time."""

    cache_version: int | None
    at: datetime


class Read(NamedTuple):
    """The cache version, the present time, and when something starts or ends next.

    `step` is the last entry of the change log; None if it is empty.
    """

    cache_version: int
    step: int | None
    at: datetime
    until: datetime | None


class Watcher:
    """One connection of this process, which outlives requests; one thread at a time may use it.

    The connections of requests go back to a pool, which costs more than the question.
    """

    def __init__(self) -> None:
        self._connection: BaseDatabaseWrapper | None = None
        self._commits: Commits | None = None

    def last_commit(self) -> bytes:
        """Return bytes that identify the last commit, without a query; b"" if that is not known.

        That is so on PostgreSQL, and until the first query.
        """
        return self._commits.last() if self._commits else b""

    def look(self) -> Seen:
        """Return the present cache version and time, in one small query."""
        return self._ask(_look)

    def read(self) -> Read | None:
        """Return the same, with the next moment; None while nothing has ever been written."""
        return self._ask(_read)

    def changed(self, before: Read, after: Read) -> set[str] | None:
        """Return the keys of what was written, started or ended in between, and maybe of more.

        None if that is not known: the log does not go back so far, or is another one.
        """
        return self._ask(lambda database: _changed(database, before, after))

    def close(self) -> None:
        """Close the connection, which is opened again when it is needed."""
        if self._connection is not None:
            self._connection.close()
            self._connection = self._commits = None

    def _ask(self, question: Callable[[BaseDatabaseWrapper], Answer]) -> Answer:
        """Return the answer, asked twice if the database had ended the connection in between."""
        if self._connection is not None:
            try:
                return question(self._connection)
            except OperationalError:
                self.close()
        return question(self._opened())

    def _opened(self) -> BaseDatabaseWrapper:
        connection = connections[DEFAULT_DB_ALIAS].copy()
        # Whoever uses it holds a lock.
        connection.inc_thread_sharing()
        connection.ensure_connection()
        self._connection = connection
        if connection.vendor == "sqlite":
            self._commits = Commits(str(connection.settings_dict["NAME"]))
        else:
            _prepare(connection)
        return connection


def _prepare(database: BaseDatabaseWrapper) -> None:
    """Let PostgreSQL plan the question, unless the pool lends a connection that has it planned."""
    with database.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_prepared_statements WHERE name = %s", [_PLANNED])
        if not cursor.fetchone():
            cursor.execute(f"PREPARE {_PLANNED} AS {_LOOK_BY_DATABASE}")


def _look(database: BaseDatabaseWrapper) -> Seen:
    # Django's cursors, and psycopg's, take longer than the database.
    with database.wrap_database_errors:
        if settings.NEWSROOM_DATABASE_CLOCK:
            return _seen(database.connection.pgconn.exec_prepared(_PLANNED.encode(), []))
        # The clock is read first: a commit that the query does not see has not begun to count.
        at = timezone.now()
        row = database.connection.execute(_LOOK).fetchone()
        return Seen(row[0] if row else None, at)


def _seen(result: PGresult) -> Seen:
    if result.status != ExecStatus.TUPLES_OK:
        raise OperationalError(result.get_error_message())
    if not result.ntuples:
        return Seen(None, timezone.now())
    number, microseconds = (int(result.get_value(0, column) or 0) for column in range(2))
    return Seen(number, _1970 + timedelta(microseconds=microseconds))


def _read(database: BaseDatabaseWrapper) -> Read | None:
    with database.cursor() as cursor:
        if settings.NEWSROOM_DATABASE_CLOCK:
            cursor.execute(_BY_DATABASE)
        else:
            at = DateTimeField().get_db_prep_value(timezone.now(), database)
            cursor.execute(_BY_MACHINE, [at] * (1 + len(MOMENTS)))
        row = cursor.fetchone()
    if row is None:
        return None
    number, step, at, *moments = row
    return Read(number, step, _aware(at), min(map(_aware, filter(None, moments)), default=None))


def _changed(database: BaseDatabaseWrapper, before: Read, after: Read) -> set[str] | None:
    if before.step is None or after.at < before.at:
        return None
    with database.cursor() as cursor:
        cursor.execute(_LOGGED, [before.step])
        logged = cursor.fetchall()
        # After a restored backup the same entry may stand for another write.
        if not logged or logged[0][:2] != (before.step, before.cache_version):
            return None
        keys = keys_at((key for _, _, key in logged[1:]), after.at)
        if before.until and before.until <= after.at:
            stored = DateTimeField().get_db_prep_value
            times = [stored(before.at, database), stored(after.at, database)]
            cursor.execute(_CROSSED, times * (_CROSSED.count("%s") // 2))
            for table, story in cursor.fetchall():
                keys |= {table, story_key(story)} if story else {table}
    return keys


def _aware(moment: datetime | str) -> datetime:
    """Return a timezone-aware datetime; SQLite has it as text, in UTC."""
    if isinstance(moment, datetime):
        return moment
    return datetime.fromisoformat(moment).replace(tzinfo=UTC)
