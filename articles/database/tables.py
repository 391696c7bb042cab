"""The tables of a database, as a migration finds them."""

from collections.abc import Iterable, Mapping

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

#: The names of the tables that exist, each with the names of its columns.
Tables = Mapping[str, list[str]]


def existing_tables(connection: BaseDatabaseWrapper, names: Iterable[str]) -> Tables:
    """Return those of the tables with these names that exist, each with its columns."""
    wanted = set(names)
    with connection.cursor() as cursor:
        return {
            table: _columns(connection, cursor, table)
            for table in connection.introspection.table_names(cursor)
            if table in wanted
        }


def _columns(connection: BaseDatabaseWrapper, cursor: CursorWrapper, table: str) -> list[str]:
    # Django's introspection fails on SQLite where sqlparse does not understand a constraint.
    cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)} WHERE 1 = 0")  # noqa: S608
    return [column[0] for column in cursor.description]
