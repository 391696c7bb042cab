"""Queries whose SQL is made once: the ORM takes longer to make it than a database to answer."""

from __future__ import annotations

from collections.abc import Callable
from threading import local
from typing import Any, Generic, NamedTuple, TypeVar

from django.db import connection, models
from django.db.models import Expression, QuerySet

Row = TypeVar("Row")


class Parameter(Expression):
    """A value of a compiled query that is given each time, by name."""

    def __init__(self, name: str, output_field: models.Field[Any, Any]) -> None:
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        """Give a place for the value, and this expression as what stands there."""
        return "%s", [self]

    def value(self, value: Any) -> Any:
        """Give a value as the database takes it."""
        return self.output_field.get_db_prep_value(value, connection)


class Made(NamedTuple):
    """The SQL of a query, what goes into its places, and how its rows become Python's values."""

    sql: str
    places: tuple[Any, ...]
    given: dict[str, Parameter]
    convert: Callable[[list[Any]], Any]


class PreparedQuery(Generic[Row]):
    """A query of the ORM, made once in each thread.

    `query` gives a `values_list()`, with `Parameter` in the place of each value that differs from
    time to time; `row` makes of the values of one row what a call gives.
    """

    def __init__(self, row: Callable[..., Row], query: Callable[[], QuerySet[Any, Any]]) -> None:
        self._row = row
        self._query = query
        # A compiler belongs to its thread's connection.
        self._thread = local()

    def __call__(self, **given: Any) -> list[Row]:
        """Give the rows for the values of these names."""
        made: Made | None = getattr(self._thread, "made", None)
        if made is None:
            made = self._thread.made = self._make()
        values = {name: place.value(given[name]) for name, place in made.given.items()}
        params = [
            values[place.name] if isinstance(place, Parameter) else place for place in made.places
        ]
        with connection.cursor() as cursor:
            cursor.execute(made.sql, params)
            found = cursor.fetchall()
        return [self._row(*values) for values in made.convert(found)]

    def _make(self) -> Made:
        compiler = self._query().query.get_compiler(connection=connection)
        sql, places = compiler.as_sql()
        converters = compiler.get_converters([column for column, *_ in compiler.select])
        given = {place.name: place for place in places if isinstance(place, Parameter)}

        def convert(rows: list[Any]) -> Any:
            return compiler.apply_converters(rows, converters) if converters else rows

        return Made(sql, tuple(places), given, convert)
