"""Install the cross-table rules in a migration, or remove them."""

from collections.abc import Iterator, Sequence

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from articles.database import postgresql_rules, sqlite_rules
from articles.database.cross_table_rules import RULES
from articles.database.kept_rules import KEPT
from articles.database.rule import NoErasure, Rule
from articles.database.tables import Tables, existing_tables

#: All that rules look at.
TABLES = frozenset(table for rule in RULES for table in rule.needs)
#: Those that refuse REPLACE and TRUNCATE.
ERASURE = tuple(rule for rule in RULES if isinstance(rule, NoErasure))
_DATABASES = {"sqlite": sqlite_rules, "postgresql": postgresql_rules}


def install_rules(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Put the rules in place whose tables and columns exist, whichever of them stand already.

    For `RunPython`. Raise KeyError on another database than SQLite and PostgreSQL.
    """
    _install(schema_editor, RULES)


def remove_rules(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Remove the rules, whichever of them stand. For `RunPython`."""
    _remove(schema_editor, RULES)


def install_erasure_rules(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Put the rules in place that refuse REPLACE and TRUNCATE. For `RunPython`."""
    _install(schema_editor, ERASURE)


def remove_erasure_rules(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Remove the rules that refuse REPLACE and TRUNCATE. For `RunPython`."""
    _remove(schema_editor, ERASURE)


def remove_kept_rules(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Remove the rules on what stands beside published versions. For `RunPython`."""
    _remove(schema_editor, KEPT)


def _install(schema_editor: BaseDatabaseSchemaEditor, rules: Sequence[Rule]) -> None:
    _remove(schema_editor, rules)
    database = _DATABASES[schema_editor.connection.vendor]
    tables = existing_tables(schema_editor.connection, TABLES)
    for statement in database.PREPARATION:
        schema_editor.execute(statement, params=None)
    for rule in possible_rules(tables, rules):
        for statement in database.statements(rule, tables):
            schema_editor.execute(statement, params=None)


def _remove(schema_editor: BaseDatabaseSchemaEditor, rules: Sequence[Rule]) -> None:
    database = _DATABASES[schema_editor.connection.vendor]
    tables = existing_tables(schema_editor.connection, TABLES)
    for rule in rules:
        for statement in database.removal(rule, tables):
            schema_editor.execute(statement, params=None)


def possible_rules(tables: Tables, rules: Sequence[Rule] = RULES) -> Iterator[Rule]:
    """Yield the rules all of whose tables and columns are there."""
    for rule in rules:
        if all(
            table in tables and names <= set(tables[table]) for table, names in rule.needs.items()
        ):
            yield rule
