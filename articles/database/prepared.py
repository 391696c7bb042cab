"""Prepared queries: the ORM makes their SQL once in each thread, PostgreSQL plans it once.

Making and planning a query takes longer than the database takes to answer. This file is the only
one that uses Django's compiler of queries (`Query.get_compiler`, `as_sql`, `get_converters` and
`apply_converters`), which are not a public API: `tests/database/test_prepared.py` compares what
prepared queries return with what the queries themselves do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from threading import local
from typing import Any, Generic, NamedTuple, TypeVar

import psycopg
from django.db import connection, models
from django.db.backends.utils import CursorWrapper
from django.db.models import Expression, QuerySet

Row = TypeVar("Row")


class Parameter(Expression):
    """A value of a prepared query that differs from call to call, by name."""

    def __init__(self, name: str, output_field: models.Field[Any, Any]) -> None:
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        """Return a placeholder for the value, with this expression as its parameter."""
        return "%s", [self]

    def prepare(self, value: Any) -> Any:
        """Return a value as the database takes it."""
        return self.output_field.get_db_prep_value(value, connection)


class Statement(NamedTuple):
    """The SQL of a query, its parameters, and how its rows become Python's values."""

    sql: str
    parameters: tuple[Any, ...]
    named: dict[str, Parameter]
    convert: Callable[[list[Any]], Any]


def _in_utc(value: datetime | str | None, *_: Any) -> datetime | None:
    """Return a time of SQLite as timezone-aware: it stores all times in UTC, without saying so."""
    if value is None:
        return None
    return (datetime.fromisoformat(value) if isinstance(value, str) else value).replace(tzinfo=UTC)


#: Replacements for Django's converters that are five times as fast: a page has sixty datetimes.
_QUICKER = {"convert_datetimefield_value": _in_utc}


@contextmanager
def _planning_once() -> Iterator[CursorWrapper]:
    """Yield a cursor that lets PostgreSQL keep the plan; Django's writes values into the SQL."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.cursor = psycopg.Cursor(connection.connection)
        yield cursor


class PreparedQuery(Generic[Row]):
    """A query of the ORM whose SQL is made once in each thread.

    `query` returns a `values_list()`, with a `Parameter` in place of each value that differs
    from call to call; `row` makes one item of the result from the values of a row.
    """

    def __init__(self, row: Callable[..., Row], query: Callable[[], QuerySet[Any, Any]]) -> None:
        self._row = row
        self._query = query
        # A compiler belongs to its thread's connection.
        self._thread = local()

    def __call__(self, **values: Any) -> list[Row]:
        """Return the rows for these values of the parameters, by name."""
        statement: Statement | None = getattr(self._thread, "statement", None)
        if statement is None:
            statement = self._thread.statement = self._prepare()
        prepared = {name: one.prepare(values[name]) for name, one in statement.named.items()}
        parameters = [
            prepared[one.name] if isinstance(one, Parameter) else one
            for one in statement.parameters
        ]
        with _planning_once() as cursor:
            cursor.execute(statement.sql, parameters)
            found = cursor.fetchall()
        return [self._row(*row) for row in statement.convert(found)]

    def _prepare(self) -> Statement:
        compiler = self._query().query.get_compiler(connection=connection)
        sql, parameters = compiler.as_sql()
        converters = compiler.get_converters([column for column, *_ in compiler.select])
        for functions, _ in converters.values():
            functions[:] = [_QUICKER.get(one.__name__, one) for one in functions]
        named = {one.name: one for one in parameters if isinstance(one, Parameter)}

        def convert(rows: list[Any]) -> Any:
            return compiler.apply_converters(rows, converters) if converters else rows

        return Statement(sql, tuple(parameters), named, convert)
