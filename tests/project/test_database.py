"""How the database connection is set, and that tests which commit leave triggers in force."""

import sqlite3

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import DatabaseError, connection, connections, transaction
from django.db.backends.postgresql.base import DatabaseWrapper

pytestmark = pytest.mark.django_db(transaction=True)

KEEP_GROUPS = {
    "sqlite": """
        CREATE TRIGGER keep_groups BEFORE DELETE ON auth_group
        BEGIN SELECT RAISE(ABORT, 'groups are kept'); END
    """,
    "postgresql": """
        CREATE FUNCTION keep_groups() RETURNS trigger LANGUAGE plpgsql
        AS $$ BEGIN RAISE EXCEPTION 'groups are kept'; END $$;
        CREATE TRIGGER keep_groups BEFORE DELETE ON auth_group
        FOR EACH ROW EXECUTE FUNCTION keep_groups();
    """,
}
DROP_KEEP_GROUPS = {
    "sqlite": "DROP TRIGGER keep_groups",
    "postgresql": "DROP FUNCTION keep_groups CASCADE",
}


def pragma(name: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {name}")
        return cursor.fetchone()[0]


def test_connection_is_set_for_production() -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        wrapper = connections["default"]
        assert isinstance(wrapper, DatabaseWrapper)
        assert wrapper.pool.max_size == 8
        return
    assert pragma("journal_mode") == "wal"
    assert pragma("foreign_keys") == 1
    assert pragma("synchronous") == 1
    assert pragma("busy_timeout") == 20_000
    # A transaction locks at its start: nobody else can begin one.
    other = sqlite3.connect(connection.settings_dict["NAME"], timeout=0)
    with transaction.atomic(), pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("BEGIN IMMEDIATE")
    other.close()


def test_flushing_the_tables_keeps_their_triggers() -> None:
    Group.objects.create(name="Reporters")
    with connection.cursor() as cursor:
        cursor.execute(KEEP_GROUPS[connection.vendor])
    try:
        call_command("flush", interactive=False, verbosity=0)
        assert not Group.objects.exists()
        Group.objects.create(name="Reporters")
        with pytest.raises(DatabaseError, match="groups are kept"):
            Group.objects.all().delete()
    finally:
        with connection.cursor() as cursor:
            cursor.execute(DROP_KEEP_GROUPS[connection.vendor])
