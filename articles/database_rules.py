"""Rules that no column constraint can hold, as triggers and exclusions on both databases.

A migration installs them. On SQLite a migration that alters one of these tables, or one that
they look into, builds it anew: it must begin with `remove` and end with `install` (a test
looks for the rules).
"""

from collections.abc import Callable, Mapping

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

EDITION, EVENT, STORY = "articles_edition", "articles_event", "articles_story"
CORRECTION = "articles_correction"
REVISION = "articles_revision"

#: What alone may change, where not the whole row is frozen.
FREE_COLUMNS = {
    EDITION: {"visible_until"},
    CORRECTION: {"withdrawn_at", "withdrawn_by_id", "withdrawn_why"},
}
#: Those of the tables above that there are, with their columns.
Tables = Mapping[str, list[str]]

#: What both databases refuse by a trigger: name, act, table and message.
REFUSED = (
    ("edition_is_frozen", "UPDATE", EDITION, "only visible_until of an edition may change"),
    ("edition_is_kept", "DELETE", EDITION, "an edition is never deleted"),
    ("event_is_frozen", "UPDATE", EVENT, "an event is never changed"),
    ("event_is_kept", "DELETE", EVENT, "an event is never deleted"),
    ("correction_is_frozen", "UPDATE", CORRECTION, "a note can only be taken back"),
    ("correction_is_kept", "DELETE", CORRECTION, "a note is never deleted"),
    ("revision_is_frozen", "UPDATE", REVISION, "a revision is never changed"),
)

# Readers see nothing of a story from when its embargo was set until it ends.
_IN_EMBARGO = (
    "{edition}.kind = 'story' AND {edition}.visible_from < {story}.embargo"
    " AND ({edition}.visible_until IS NULL OR ({edition}.visible_until > {edition}.visible_from"
    " AND {edition}.visible_until > {story}.embargoed_at))"
)
_ANY_STORY = "EXISTS (SELECT 1 FROM articles_story story WHERE story.id = NEW.story_id AND {})"
_ANY_EDITION = (
    "EXISTS (SELECT 1 FROM articles_edition edition WHERE edition.story_id = NEW.id AND {})"
)
_EDITION_IN_EMBARGO = _ANY_STORY.format(_IN_EMBARGO.format(edition="NEW", story="story"))
_ANY_IN_EMBARGO = _ANY_EDITION.format(_IN_EMBARGO.format(edition="edition", story="NEW"))
_NOT_SEEN = "readers see no edition of a story under embargo"

#: What is refused by a look into another table: name, act, table, condition and message.
LOOKS = (
    (
        "published_story_is_kept",
        "DELETE",
        STORY,
        "EXISTS (SELECT 1 FROM articles_edition WHERE story_id = OLD.id)",
        "a story with editions is never deleted",
    ),
    (
        "linked_story_is_kept",
        "DELETE",
        STORY,
        "EXISTS (SELECT 1 FROM articles_relatedlink WHERE target_id = OLD.id)",
        "a story to which links lead is not deleted",
    ),
    (
        "revision_is_kept",
        "DELETE",
        REVISION,
        "EXISTS (SELECT 1 FROM articles_story WHERE id = OLD.story_id)",
        "a revision is deleted with its story only",
    ),
    ("embargo_holds_new_edition", "INSERT", EDITION, _EDITION_IN_EMBARGO, _NOT_SEEN),
    ("embargo_holds_edition", "UPDATE OF visible_until", EDITION, _EDITION_IN_EMBARGO, _NOT_SEEN),
    ("embargo_is_not_late", "UPDATE OF embargo, embargoed_at", STORY, _ANY_IN_EMBARGO, _NOT_SEEN),
)

#: What takes a story's revisions away once it is gone.
GO_WITH_STORY = "revisions_go_with_story"
_DELETE_REVISIONS = "DELETE FROM articles_revision WHERE story_id = OLD.id"

#: What PostgreSQL holds by an exclusion constraint, and SQLite by triggers.
OVERLAP = "edition_periods_do_not_overlap"
SLUG = "edition_slug_of_one_story"

SQLITE_OVERLAP = (
    "EXISTS (SELECT 1 FROM articles_edition other WHERE other.story_id = NEW.story_id"
    " AND other.id IS NOT NEW.id"
    " AND (other.visible_until IS NULL OR other.visible_until > other.visible_from)"
    " AND (NEW.visible_until IS NULL OR NEW.visible_until > NEW.visible_from)"
    " AND (NEW.visible_until IS NULL OR other.visible_from < NEW.visible_until)"
    " AND (other.visible_until IS NULL OR NEW.visible_from < other.visible_until))"
)
SQLITE_SLUG = (
    "EXISTS (SELECT 1 FROM articles_edition other"
    " WHERE other.slug = NEW.slug AND other.story_id <> NEW.story_id)"
)
OVERLAP_MESSAGE = f"{OVERLAP}: the story has an edition in this period"
SLUG_MESSAGE = f"{SLUG}: the address belongs to another story"
#: name, act, condition and message
SQLITE_EXCLUSIONS = (
    ("edition_overlap_insert", "INSERT", SQLITE_OVERLAP, OVERLAP_MESSAGE),
    ("edition_overlap_update", "UPDATE", SQLITE_OVERLAP, OVERLAP_MESSAGE),
    (SLUG, "INSERT", SQLITE_SLUG, SLUG_MESSAGE),
)
POSTGRESQL_EXCLUSIONS = (
    (OVERLAP, "story_id WITH =, tstzrange(visible_from, visible_until) WITH &&"),
    (SLUG, "slug WITH =, story_id WITH <>"),
)


def _sqlite_trigger(name: str, when: str, table: str, condition: str, message: str) -> str:
    where = f"WHEN {condition} " if condition else ""
    return (
        f"CREATE TRIGGER {name} BEFORE {when} ON {table} FOR EACH ROW {where}"
        f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
    )


def _postgresql_trigger(name: str, when: str, table: str, condition: str, message: str) -> str:
    where = f"WHEN ({condition}) " if condition else ""
    return (
        f"CREATE TRIGGER {name} BEFORE {when} ON {table} FOR EACH ROW {where}"
        f"EXECUTE FUNCTION articles_refuse('{message}')"
    )


def _postgresql_look(name: str, when: str, table: str, condition: str, message: str) -> list[str]:
    # A story whose embargo another transaction changes must be seen as it will be.
    lock = f"PERFORM 1 FROM {STORY} WHERE id = NEW.story_id FOR SHARE;" if table == EDITION else ""
    # The condition of a trigger may not look into tables; its function may.
    return _postgresql_function(
        name,
        f"BEFORE {when} ON {table}",
        f"{lock} IF {condition} THEN RAISE integrity_constraint_violation"
        f" USING MESSAGE = '{message}'; END IF",
    )


def _postgresql_function(name: str, when: str, does: str) -> list[str]:
    function = (
        f"CREATE OR REPLACE FUNCTION articles_{name}() RETURNS trigger LANGUAGE plpgsql AS $$"
        f" BEGIN {does}; RETURN COALESCE(NEW, OLD); END $$"
    )
    trigger = f"CREATE TRIGGER {name} {when} FOR EACH ROW EXECUTE FUNCTION articles_{name}()"
    return [function, trigger]


def _refusals(
    trigger: Callable[[str, str, str, str, str], str], differs: str, tables: Tables
) -> list[str]:
    changed = {
        table: " OR ".join(
            f"OLD.{column} {differs} NEW.{column}" for column in tables[table] if column not in free
        )
        for table, free in FREE_COLUMNS.items()
        if table in tables
    }
    return [
        trigger(
            name, act, table, changed.get(table, "") if act == "UPDATE" else "", f"{name}: {why}"
        )
        for name, act, table, why in REFUSED
        if table in tables
    ]


def _looks(tables: Tables) -> list[tuple[str, str, str, str, str]]:
    """Give the rules that look into other tables, with the full message of each."""
    return [
        (name, act, table, condition, f"{name}: {why}")
        for name, act, table, condition, why in LOOKS
        # Migrations that install the rules before there are revisions, or embargoes.
        if table in tables and ("embargo" in tables[STORY] or not name.startswith("embargo"))
    ]


def _sqlite(tables: Tables) -> list[str]:
    go_with_story = (
        f"CREATE TRIGGER {GO_WITH_STORY} AFTER DELETE ON {STORY} FOR EACH ROW"
        f" BEGIN {_DELETE_REVISIONS}; END"
    )
    return [
        *_refusals(_sqlite_trigger, "IS NOT", tables),
        *(_sqlite_trigger(*look) for look in _looks(tables)),
        *([go_with_story] if REVISION in tables else []),
        *(
            _sqlite_trigger(name, act, EDITION, condition, message)
            for name, act, condition, message in SQLITE_EXCLUSIONS
        ),
    ]


def _postgresql(tables: Tables) -> list[str]:
    return [
        "CREATE EXTENSION IF NOT EXISTS btree_gist",
        (
            "CREATE OR REPLACE FUNCTION articles_refuse() RETURNS trigger LANGUAGE plpgsql AS $$"
            " BEGIN RAISE integrity_constraint_violation USING MESSAGE = TG_ARGV[0]; END $$"
        ),
        *_refusals(_postgresql_trigger, "IS DISTINCT FROM", tables),
        *(statement for look in _looks(tables) for statement in _postgresql_look(*look)),
        *(
            _postgresql_function(GO_WITH_STORY, f"AFTER DELETE ON {STORY}", _DELETE_REVISIONS)
            if REVISION in tables
            else []
        ),
        *(
            f"ALTER TABLE {EDITION} ADD CONSTRAINT {name} EXCLUDE USING gist ({what})"
            for name, what in POSTGRESQL_EXCLUSIONS
        ),
    ]


_OF_FUNCTIONS = [(name, table) for name, _, table, *_ in LOOKS] + [(GO_WITH_STORY, STORY)]
REMOVE = {
    "sqlite": [
        f"DROP TRIGGER IF EXISTS {name}"
        for name, *_ in (*REFUSED, *_OF_FUNCTIONS, *SQLITE_EXCLUSIONS)
    ],
    "postgresql": [
        *(
            f"ALTER TABLE {EDITION} DROP CONSTRAINT IF EXISTS {name}"
            for name, _ in POSTGRESQL_EXCLUSIONS
        ),
        *(f"DROP TRIGGER IF EXISTS {name} ON {table}" for name, _, table, _ in REFUSED),
        *(
            statement
            for name, table in _OF_FUNCTIONS
            for statement in (
                f"DROP TRIGGER IF EXISTS {name} ON {table}",
                f"DROP FUNCTION IF EXISTS articles_{name}()",
            )
        ),
        "DROP FUNCTION IF EXISTS articles_refuse()",
    ],
}


def install(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Put the rules in place, whichever of them stand already, on the columns that there are."""
    remove(apps, schema_editor)
    connection = schema_editor.connection
    introspection = connection.introspection
    with connection.cursor() as cursor:
        tables = {
            table: [column.name for column in introspection.get_table_description(cursor, table)]
            for table in introspection.table_names(cursor)
            if table in (EDITION, EVENT, STORY, CORRECTION, REVISION)
        }
    for statement in {"sqlite": _sqlite, "postgresql": _postgresql}[connection.vendor](tables):
        schema_editor.execute(statement, params=None)


def remove(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take the rules away; other database servers than SQLite and PostgreSQL are refused."""
    for statement in REMOVE[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)
