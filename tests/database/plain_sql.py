"""Statements that bypass all our code."""

from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction


def refused(sql: str, *values: Any, by: str) -> None:
    """Run the statement, which the rule with this name must refuse."""
    with (
        pytest.raises(IntegrityError, match=by),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql, values)


def insert(table: str, row: dict[str, Any], by: str) -> None:
    """Insert the row, which the rule with this name must refuse."""
    columns, signs = ", ".join(row), ", ".join(["%s"] * len(row))
    refused(f"INSERT INTO {table} ({columns}) VALUES ({signs})", *row.values(), by=by)


def columns_of(row: Any, **changes: Any) -> dict[str, Any]:
    """Return the columns of a row as values for SQL, with some changed and without its key."""
    values = {
        field.column: field.get_db_prep_save(getattr(row, field.attname), connection)
        for field in row._meta.concrete_fields
        if not field.primary_key
    }
    return values | changes
