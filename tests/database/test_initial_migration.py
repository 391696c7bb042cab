"""All migrations can be undone, and bring the same database when they are applied again."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from articles.people import ROLES

#: Each object in the database of ours or on a table of ours: its kind, name and definition.
OBJECTS = {
    "sqlite": """
        SELECT type, name, sql FROM sqlite_master WHERE tbl_name LIKE 'articles\\_%%' ESCAPE '\\'
            OR tbl_name LIKE 'accounts\\_%%' ESCAPE '\\'
    """,
    "postgresql": """
        SELECT 'column', c.table_name || '.' || c.column_name,
            concat_ws(' ', c.data_type, c.character_maximum_length, c.is_nullable, c.column_default)
            FROM information_schema.columns c WHERE c.table_name ~ '^(articles|accounts)_'
        UNION ALL SELECT 'index', indexname, indexdef FROM pg_indexes
            WHERE tablename ~ '^(articles|accounts)_'
        UNION ALL SELECT 'constraint', conname, pg_get_constraintdef(oid) FROM pg_constraint
            WHERE conrelid::regclass::text ~ '^(articles|accounts)_'
        UNION ALL SELECT 'trigger', tgname, pg_get_triggerdef(oid) FROM pg_trigger
            WHERE NOT tgisinternal AND tgrelid::regclass::text ~ '^(articles|accounts)_'
        UNION ALL SELECT 'function', proname, prosrc FROM pg_proc
            WHERE proname LIKE 'articles\\_%%'
    """,
}


PERMISSION = "permissions__codename"


def objects() -> set[tuple[str, str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(OBJECTS[connection.vendor], [])
        return set(cursor.fetchall())


def migrate(undo: str = "") -> None:
    """Undo all migrations of the app with the label `undo`, or apply the newest of all apps."""
    executor = MigrationExecutor(connection)
    leaves = executor.loader.graph.leaf_nodes()
    executor.migrate([(undo, None)] if undo else leaves)


@pytest.fixture
def before(transactional_db: None) -> Iterator[set[tuple[str, str, str]]]:
    """The objects at the start; the newest migrations are applied again after the test."""
    yield objects()
    migrate()


def test_undone_they_leave_nothing_behind_and_applied_again_they_bring_all_of_it(
    before: set[tuple[str, str, str]],
) -> None:
    assert {"table" if connection.vendor == "sqlite" else "column", "index", "trigger"} <= {
        kind for kind, *_ in before
    }

    # Those of `articles` need the accounts, so they are undone first.
    migrate(undo="accounts")
    assert objects() == set()
    assert not Group.objects.filter(name__in=ROLES).exists()

    migrate()
    assert objects() == before
    held = Group.objects.filter(name__in=ROLES).values_list("name", PERMISSION)
    assert {role: {name for of, name in held if of == role} for role in ROLES} == {
        role: {name.split(".")[1] for name in may} for role, may in ROLES.items()
    }
