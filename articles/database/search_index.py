"""The index of the search: it finds rows by the tokens in their column `tokens`.

On SQLite it is an FTS5 table without text of its own, which triggers keep in step with the rows,
whatever writes them. On PostgreSQL it is a GIN index on the tokens as a `tsvector`. Neither knows
a language: tokens are analysed before (`articles/search/analysis`), so both find the same rows.
On SQLite, a migration that alters an indexed table rebuilds it without its triggers: it must
remove the index first and install it again.
"""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from django.db import DatabaseError, connection
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from articles.database.tables import existing_tables


class Indexed(NamedTuple):
    """A table with tokens, and its primary key."""

    table: str
    key: str


STORIES = Indexed("articles_storywords", "story_id")
VERSIONS = Indexed("articles_versionwords", "version_id")
NOTES = Indexed("articles_notewords", "note_id")
WIRE = Indexed("articles_wirewords", "wire_copy_id")
ENTRIES = Indexed("articles_entrywords", "entry_id")
ENTRY_VERSIONS = Indexed("articles_entryversionwords", "version_id")
OF_ENTRIES = (ENTRIES, ENTRY_VERSIONS)
INDEXED = (STORIES, VERSIONS, NOTES, WIRE, *OF_ENTRIES)

_VECTOR = "array_to_tsvector(string_to_array(tokens, ' '))"
# The planner assumes that a tsvector costs nothing to make, and would make one for each row. So
# this is a function, which has its own settings; only the index says which rows match.
_FUNCTION = f"""
CREATE FUNCTION {{table}}_matching(query tsquery) RETURNS SETOF bigint
LANGUAGE sql STABLE STRICT SET enable_seqscan = off AS
$$ SELECT {{key}} FROM {{table}} WHERE {_VECTOR} @@ query $$
"""  # noqa: S608
_CREATE = (
    # The tokenizer “ascii” leaves all other letters and signs as they are.
    "CREATE VIRTUAL TABLE {table}_index USING fts5(tokens, content='{table}',"
    " content_rowid='{key}', detail='none', columnsize=0, tokenize='ascii')"
)
_ADD = "INSERT INTO {table}_index (rowid, tokens) VALUES (NEW.{key}, NEW.tokens)"
# An FTS5 table without text of its own must be told what it indexed.
_TAKE = (
    "INSERT INTO {table}_index ({table}_index, rowid, tokens)"
    " VALUES ('delete', OLD.{key}, OLD.tokens)"
)
_CHANGED = f"WHEN OLD.tokens != NEW.tokens BEGIN {_TAKE}; {_ADD}; END"
_FILL = "INSERT INTO {table}_index ({table}_index) VALUES ('rebuild')"
_INSTALL = {
    "sqlite": (
        _CREATE,
        f"CREATE TRIGGER search_{{table}}_insert AFTER INSERT ON {{table}} BEGIN {_ADD}; END",
        f"CREATE TRIGGER search_{{table}}_delete AFTER DELETE ON {{table}} BEGIN {_TAKE}; END",
        f"CREATE TRIGGER search_{{table}}_update AFTER UPDATE OF tokens ON {{table}} {_CHANGED}",
        _FILL,
    ),
    "postgresql": (
        f"CREATE INDEX {{table}}_index ON {{table}} USING gin ({_VECTOR})",
        _FUNCTION,
    ),
}
_REMOVE = {
    "sqlite": (
        "DROP TRIGGER IF EXISTS search_{table}_insert",
        "DROP TRIGGER IF EXISTS search_{table}_delete",
        "DROP TRIGGER IF EXISTS search_{table}_update",
        "DROP TABLE IF EXISTS {table}_index",
    ),
    "postgresql": (
        "DROP FUNCTION IF EXISTS {table}_matching",
        "DROP INDEX IF EXISTS {table}_index",
    ),
}
_MATCH = {
    "sqlite": "SELECT rowid FROM {table}_index WHERE {table}_index MATCH %s",
    "postgresql": "SELECT {table}_matching(%s::tsquery)",
}


def install_search_index(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Create the index of each of the tables that exist, and fill it. For `RunPython`."""
    remove_search_index(apps, schema_editor)
    _run(schema_editor, _INSTALL)


def remove_search_index(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Remove the index of each of the tables that exist. For `RunPython`."""
    _run(schema_editor, _REMOVE)


def install_entry_index(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Create the index of entries of live blogs. For `RunPython`."""
    _run(schema_editor, _INSTALL, OF_ENTRIES)


def remove_entry_index(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Remove the index of entries of live blogs. For `RunPython`."""
    _run(schema_editor, _REMOVE, OF_ENTRIES)


def matching(indexed: Indexed) -> str:
    """Return SQL for the primary keys of the rows that match a parameter.

    It is an expression of tokens, in the database's syntax.
    """
    return _MATCH[connection.vendor].format(**indexed._asdict())


def count_matching(indexed: Indexed, expressions: Sequence[str]) -> list[int]:
    """Return how many rows match each of the expressions of tokens, in one query."""
    count = f"SELECT {{}}, (SELECT COUNT(*) FROM ({matching(indexed)}) AS found)"  # noqa: S608
    counts = " UNION ALL ".join(count.format(number) for number in range(len(expressions)))
    with connection.cursor() as cursor:
        cursor.execute(counts, expressions)
        return [found for _, found in sorted(cursor.fetchall())]


def refresh_search_index(indexed: Indexed) -> None:
    """Rebuild the index from its table, if the two can ever differ."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(_FILL.format(**indexed._asdict()))


def is_in_step(indexed: Indexed) -> bool:
    """Return whether the index has exactly what its table has."""
    if connection.vendor != "sqlite":
        return True
    check = "INSERT INTO {table}_index ({table}_index, rank) VALUES ('integrity-check', 1)"
    try:
        with connection.cursor() as cursor:
            cursor.execute(check.format(**indexed._asdict()))
    except DatabaseError:
        return False
    return True


def _run(
    schema_editor: BaseDatabaseSchemaEditor,
    statements: dict[str, tuple[str, ...]],
    tables: Collection[Indexed] = INDEXED,
) -> None:
    there = existing_tables(schema_editor.connection, [indexed.table for indexed in tables])
    for indexed in tables:
        if indexed.table in there:
            for statement in statements[schema_editor.connection.vendor]:
                schema_editor.execute(statement.format(**indexed._asdict()), params=None)
