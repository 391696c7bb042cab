"""Triggers that renew the cache version, and log what changed, when readers may see a write.

A migration installs them. On SQLite a migration that alters a table rebuilds it without its
triggers: one that alters a table named in `TABLES` ends with `install_cache_triggers`.
"""

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from articles.database.cache_keys import (
    EVERYTHING,
    POSTGRESQL,
    SQLITE,
    TABLES,
    changed_keys,
    shows,
)
from articles.database.tables import existing_tables

#: The rows that the trigger of an event can see.
EVENTS = {"INSERT": ("NEW",), "UPDATE": ("OLD", "NEW"), "DELETE": ("OLD",)}
#: Keys in the log. A process that has missed more forgets all that it has cached.
KEPT = 5_000

# A random number instead of the next one: a number comes back only with the very data that
# it stood for, as when a backup is restored or a transaction rolled back.
_RENEW = (
    "INSERT INTO articles_cacheversion (id, number) VALUES (1, {random})"
    " ON CONFLICT (id) DO UPDATE SET number = excluded.number"
)
_LOG = (
    "INSERT INTO articles_cachechange (number, key) SELECT version.number, changed.key"
    " FROM articles_cacheversion version, ({keys}) changed WHERE changed.key IS NOT NULL"
)
_TRIM = (
    "DELETE FROM articles_cachechange"
    " WHERE id <= (SELECT max(id) FROM articles_cachechange) - {kept}"
)
_TAKEN = "EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id)"
_ALL_KEYS = f"SELECT '{EVERYTHING}' AS key"
_POSTGRESQL_RANDOM = "('x' || left(md5(gen_random_uuid()::text), 16))::bit(64)::bigint"

#: What is written in a transaction, until its end (PostgreSQL).
PENDING = "articles_cachepending"
_TABLE = f"""
CREATE TABLE IF NOT EXISTS {PENDING} (
    id bigserial PRIMARY KEY, of_table text NOT NULL, was jsonb, made jsonb
)
"""
#: The function that puts a write there.
LATER = "articles_renew_later"
# At the end of the transaction, PostgreSQL checks foreign keys and fires deferred triggers in the
# order of the writes. What these add comes after all of that.
_LATER = """
CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO {pending} (of_table, was, made) VALUES (
        TG_TABLE_NAME,
        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - '{{body,body_html,content}}'::text[] END,
        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - '{{body,body_html,content}}'::text[] END
    );
    RETURN NULL;
END $$
"""
# In a block of its own, so that the rows have the names that they have in any trigger.
_FUNCTION_OF_TABLE = """
CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    pending {pending} := NEW;
BEGIN
    DELETE FROM {pending} WHERE id = pending.id;
    DECLARE
        old {table} := jsonb_populate_record(NULL::{table}, pending.was);
        new {table} := jsonb_populate_record(NULL::{table}, pending.made);
    {body}
END $$
"""

# The row of the cache version is locked first. So each of two transactions that meet here sees
# all of the other or comes before it, and the log has them in the order of their commits.
_FUNCTION = """
CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
{body} $$
"""
_BODY = """
BEGIN
    INSERT INTO articles_cacheversion (id, number) VALUES (1, {random}) ON CONFLICT DO NOTHING;
    PERFORM FROM articles_cacheversion WHERE id = 1 FOR UPDATE;
    IF NOT ({condition}) THEN
        RETURN NULL;
    END IF;
    -- Once is enough: no reader sees anything of a transaction before its commit.
    IF current_setting('articles.renewed', true) IS DISTINCT FROM txid_current()::text THEN
        PERFORM set_config('articles.renewed', txid_current()::text, true);
        {renew};
    END IF;
    {log}
    RETURN NULL;
END;
"""
#: The trigger for tables that are emptied at once.
ALL = "articles_renew_cache_version"


def sqlite_name(table: str, event: str) -> str:
    """Return the name of the trigger for this table and event on SQLite."""
    return f"renew_{table}_{event.lower()}"


def postgresql_function(table: str) -> str:
    """Return the name of the function that the table's trigger calls on PostgreSQL."""
    return f"articles_renew_for_{table.removeprefix('articles_')}"


def _log(keys: str) -> str:
    return f"{_LOG.format(keys=keys)}; {_TRIM.format(kept=KEPT)};"


def _body(condition: str, log: str) -> str:
    random = _POSTGRESQL_RANDOM
    return _BODY.format(
        condition=condition or "true",
        random=random,
        renew=_RENEW.format(random=random),
        log=log,
    )


def _sqlite(table: str) -> list[str]:
    statements = [_sqlite_replace(table)]
    for event, rows in EVENTS.items():
        condition = shows(table, rows, SQLITE)
        statements.append(
            f"CREATE TRIGGER {sqlite_name(table, event)} AFTER {event} ON {table} FOR EACH ROW"
            f"{condition and f' WHEN {condition}'} BEGIN {_RENEW.format(random='random()')};"
            f" {_log(changed_keys(table, rows, SQLITE))} END"
        )
    return statements


def _sqlite_replace(table: str) -> str:
    # No trigger sees the row that REPLACE removes, which may be of another story.
    taken = _TAKEN.format(table=table)
    renew = _RENEW.format(random="random()")
    return (
        f"CREATE TRIGGER {sqlite_name(table, 'REPLACE')} BEFORE INSERT ON {table} FOR EACH ROW"
        f" WHEN {taken} BEGIN {renew}; {_log(_ALL_KEYS)} END"
    )


def _postgresql(table: str) -> list[str]:
    function = postgresql_function(table)
    # An insert has no OLD row, and a delete no NEW one: all of it is null.
    rows = EVENTS["UPDATE"]
    body = _body(shows(table, rows, POSTGRESQL), _log(changed_keys(table, rows, POSTGRESQL)))
    return [
        _FUNCTION_OF_TABLE.format(name=function, table=table, pending=PENDING, body=body),
        # Deferred twice: the row of the cache version is the last lock of a transaction, after
        # those by which foreign keys are checked. So two cannot wait for each other here.
        (
            f"CREATE CONSTRAINT TRIGGER renew_{table} AFTER INSERT OR UPDATE OR DELETE ON {table}"
            f" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION {LATER}()"
        ),
        (
            f"CREATE CONSTRAINT TRIGGER renew_{table} AFTER INSERT ON {PENDING}"
            f" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.of_table = '{table}')"
            f" EXECUTE FUNCTION {function}()"
        ),
        (
            f"CREATE TRIGGER renew_{table}_truncate AFTER TRUNCATE ON {table}"
            f" FOR EACH STATEMENT EXECUTE FUNCTION {ALL}()"
        ),
    ]


def install_cache_triggers(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Install the triggers on those of the tables that exist. For `RunPython`."""
    remove_cache_triggers(apps, schema_editor)
    connection = schema_editor.connection
    if connection.vendor == "postgresql":
        everything = _FUNCTION.format(name=ALL, body=_body("", _log(_ALL_KEYS)))
        later = _LATER.format(name=LATER, pending=PENDING)
        for statement in (_TABLE, later, everything):
            schema_editor.execute(statement, params=None)
    statements = {"sqlite": _sqlite, "postgresql": _postgresql}[connection.vendor]
    for table in existing_tables(connection, TABLES):
        for statement in statements(table):
            schema_editor.execute(statement, params=None)


def remove_cache_triggers(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Remove the triggers, whichever of them exist. For `RunPython`."""
    connection = schema_editor.connection
    tables = existing_tables(connection, TABLES)
    if connection.vendor == "sqlite":
        statements = [
            f"DROP TRIGGER IF EXISTS {sqlite_name(table, event)}"
            for table in tables
            for event in (*EVENTS, "REPLACE")
        ]
    else:
        statements = [
            f"DROP TRIGGER IF EXISTS {name} ON {table}"
            for table in tables
            for name in (f"renew_{table}", f"renew_{table}_truncate")
        ]
        statements.append(f"DROP TABLE IF EXISTS {PENDING}")
        functions = (ALL, LATER, *map(postgresql_function, TABLES))
        statements += (f"DROP FUNCTION IF EXISTS {function}()" for function in functions)
    for statement in statements:
        schema_editor.execute(statement, params=None)
