"""Install the cross-table rules in a migration, or remove them."""

from collections.abc import Iterator, Sequence

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from articles.database import postgresql_rules, sqlite_rules
from articles.database.cross_table_rules import RULES
from articles.database.rule import Rule
from articles.database.tables import Tables, existing_tables

#: Everything that the rules look at.
TABLES = frozenset(table for rule in RULES for table in rule.needs)
_DATABASES = {"sqlite": sqlite_rules, "postgresql": postgresql_rules}


def install_rules(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Install the rules whose tables and columns exist, in place of those installed before.

    For `RunPython`. Raise KeyError on databases other than SQLite and PostgreSQL.
    """
    remove_rules(apps, schema_editor)
    database = _DATABASES[schema_editor.connection.vendor]
    tables = existing_tables(schema_editor.connection, TABLES)
    for statement in database.PREPARATION:
        schema_editor.execute(statement, params=None)
    for rule in possible_rules(tables):
        for statement in database.statements(rule, tables):
            schema_editor.execute(statement, params=None)


def remove_rules(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Remove the rules, whichever of them exist. For `RunPython`."""
    database = _DATABASES[schema_editor.connection.vendor]
    tables = existing_tables(schema_editor.connection, TABLES)
    for rule in RULES:
        for statement in database.removal(rule, tables):
            schema_editor.execute(statement, params=None)


def possible_rules(tables: Tables, rules: Sequence[Rule] = RULES) -> Iterator[Rule]:
    """Yield the rules all of whose tables and columns are there."""
    for rule in rules:
        if all(
            table in tables and names <= set(tables[table]) for table, names in rule.needs.items()
        ):
            yield rule
