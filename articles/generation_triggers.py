"""Triggers that renew the generation when a table that readers' pages read is written.

A migration installs them. On SQLite a migration that alters one of these tables builds it
anew and so loses its triggers: it must end with `install` again (a test looks for them).
"""

from collections.abc import Container

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

#: A test asks each public address which tables it reads, and fails if one is missing here.
TABLES = (
    "articles_correction",
    "articles_edition",
    "articles_relatedlink",
    "articles_section",
)
ACTS = ("INSERT", "UPDATE", "DELETE")

# A random number instead of the next one: a number comes back only with the very data that
# it stood for, as when a backup is restored or a transaction rolled back.
_RENEW = (
    "INSERT INTO articles_generation (id, number) VALUES (1, {random})"
    " ON CONFLICT (id) DO UPDATE SET number = excluded.number"
)
_POSTGRESQL_RANDOM = "('x' || left(md5(gen_random_uuid()::text), 16))::bit(64)::bigint"

# The first write of a transaction renews it for all: no reader sees any of them before commit.
_FUNCTION = f"""
CREATE OR REPLACE FUNCTION articles_renew_generation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('articles.renewed', true) IS DISTINCT FROM txid_current()::text THEN
        PERFORM set_config('articles.renewed', txid_current()::text, true);
        {_RENEW.format(random=_POSTGRESQL_RANDOM)};
    END IF;
    RETURN NULL;
END $$
"""


def sqlite_name(table: str, act: str) -> str:
    """Give the name of the trigger for this table and act on SQLite."""
    return f"renew_{table}_{act.lower()}"


def _sqlite(tables: Container[str]) -> list[str]:
    return [
        f"CREATE TRIGGER {sqlite_name(table, act)} AFTER {act} ON {table} FOR EACH ROW"
        f" BEGIN {_RENEW.format(random='random()')}; END"
        for table in TABLES
        if table in tables
        for act in ACTS
    ]


def _postgresql(tables: Container[str]) -> list[str]:
    statements = [_FUNCTION]
    for table in TABLES:
        if table not in tables:
            continue
        # Deferred: the generation's row is the last lock of a transaction, so that two which
        # hold other rows cannot wait for each other here.
        statements.append(
            f"CREATE CONSTRAINT TRIGGER renew_{table} AFTER INSERT OR UPDATE OR DELETE ON {table}"
            " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW"
            " EXECUTE FUNCTION articles_renew_generation()"
        )
        statements.append(
            f"CREATE TRIGGER renew_{table}_truncate AFTER TRUNCATE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION articles_renew_generation()"
        )
    return statements


_REMOVE = {
    "sqlite": [
        f"DROP TRIGGER IF EXISTS {sqlite_name(table, act)}" for table in TABLES for act in ACTS
    ],
    "postgresql": [
        *(
            f"DROP TRIGGER IF EXISTS {name} ON {table}"
            for table in TABLES
            for name in (f"renew_{table}", f"renew_{table}_truncate")
        ),
        "DROP FUNCTION IF EXISTS articles_renew_generation()",
    ],
}


def install(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Put the triggers in place, whichever of them stand already, on the tables that there are."""
    remove(apps, schema_editor)
    connection = schema_editor.connection
    tables = connection.introspection.table_names()
    for statement in {"sqlite": _sqlite, "postgresql": _postgresql}[connection.vendor](tables):
        schema_editor.execute(statement, params=None)


def remove(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take the triggers away."""
    for statement in _REMOVE[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)
