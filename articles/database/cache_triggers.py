"""Triggers that renew the cache version when a table that readers' pages read is written.

A migration installs them. On SQLite a migration that alters a table rebuilds it without its
triggers: one that alters a table named here ends with `install_cache_triggers`.
"""

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from articles.database.tables import existing_tables

#: A test asks each public URL which tables it reads, and fails if one is missing here.
TABLES = (
    "articles_correction",
    "articles_publishedversion",
    "articles_relatedlink",
    "articles_section",
)
EVENTS = ("INSERT", "UPDATE", "DELETE")

# A random number instead of the next one: a number comes back only with the very data that
# it stood for, as when a backup is restored or a transaction rolled back.
_RENEW = (
    "INSERT INTO articles_cacheversion (id, number) VALUES (1, {random})"
    " ON CONFLICT (id) DO UPDATE SET number = excluded.number"
)
_POSTGRESQL_RANDOM = "('x' || left(md5(gen_random_uuid()::text), 16))::bit(64)::bigint"

# The first write of a transaction renews it for all: no reader sees any of them before commit.
_FUNCTION = f"""
CREATE OR REPLACE FUNCTION articles_renew_cache_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('articles.renewed', true) IS DISTINCT FROM txid_current()::text THEN
        PERFORM set_config('articles.renewed', txid_current()::text, true);
        {_RENEW.format(random=_POSTGRESQL_RANDOM)};
    END IF;
    RETURN NULL;
END $$
"""


def sqlite_name(table: str, event: str) -> str:
    """Return the name of the trigger for this table and event on SQLite."""
    return f"renew_{table}_{event.lower()}"


def _sqlite(table: str) -> list[str]:
    return [
        f"CREATE TRIGGER {sqlite_name(table, event)} AFTER {event} ON {table} FOR EACH ROW"
        f" BEGIN {_RENEW.format(random='random()')}; END"
        for event in EVENTS
    ]


def _postgresql(table: str) -> list[str]:
    return [
        # Deferred: the row of the cache version is the last lock of a transaction, so that two
        # which hold other rows cannot wait for each other here.
        (
            f"CREATE CONSTRAINT TRIGGER renew_{table} AFTER INSERT OR UPDATE OR DELETE ON {table}"
            " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW"
            " EXECUTE FUNCTION articles_renew_cache_version()"
        ),
        (
            f"CREATE TRIGGER renew_{table}_truncate AFTER TRUNCATE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION articles_renew_cache_version()"
        ),
    ]


def install_cache_triggers(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Put the triggers in place on those of the tables that exist. For `RunPython`."""
    remove_cache_triggers(apps, schema_editor)
    connection = schema_editor.connection
    if connection.vendor == "postgresql":
        schema_editor.execute(_FUNCTION, params=None)
    statements = {"sqlite": _sqlite, "postgresql": _postgresql}[connection.vendor]
    tables = existing_tables(connection, TABLES)
    for table in TABLES:
        for statement in statements(table) if table in tables else ():
            schema_editor.execute(statement, params=None)


def remove_cache_triggers(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Remove the triggers, whichever of them stand. For `RunPython`."""
    connection = schema_editor.connection
    tables = [table for table in TABLES if table in existing_tables(connection, TABLES)]
    if connection.vendor == "sqlite":
        statements = [
            f"DROP TRIGGER IF EXISTS {sqlite_name(table, event)}"
            for table in tables
            for event in EVENTS
        ]
    else:
        statements = [
            f"DROP TRIGGER IF EXISTS {name} ON {table}"
            for table in tables
            for name in (f"renew_{table}", f"renew_{table}_truncate")
        ]
        statements.append("DROP FUNCTION IF EXISTS articles_renew_cache_version()")
    for statement in statements:
        schema_editor.execute(statement, params=None)
