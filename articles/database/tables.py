"""The tables of a database, as a migration finds them."""

from collections.abc import Iterable, Mapping

from django.db.backends.base.base import BaseDatabaseWrapper

#: The names of the tables that exist, each with the names of its columns.
Tables = Mapping[str, list[str]]


def existing_tables(connection: BaseDatabaseWrapper, names: Iterable[str]) -> Tables:
    """Return those of the tables with these names that exist, each with its columns."""
    introspection, wanted = connection.introspection, set(names)
    with connection.cursor() as cursor:
        return {
            table: [column.name for column in introspection.get_table_description(cursor, table)]
            for table in introspection.table_names(cursor)
            if table in wanted
        }
