"""Rules that no column constraint can hold, as triggers and exclusions on both databases.

A migration installs them. On SQLite a migration that alters one of these tables builds it
anew and so loses its triggers: it must end with `install` again (a test looks for them).
"""

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

EDITION_FROZEN = "edition_is_frozen: only visible_until of an edition may change"
EDITION_KEPT = "edition_is_kept: an edition is never deleted"
EDITION_OVERLAP = "edition_periods_do_not_overlap: the story has an edition in this period"
EDITION_SLUG = "edition_slug_of_one_story: the address belongs to another story"
EVENT_FROZEN = "event_is_frozen: an event is never changed"
EVENT_KEPT = "event_is_kept: an event is never deleted"

FROZEN_COLUMNS = (
    "id story_id kind slug headline summary section_id picture_id content body_html"
    " public_note published_at visible_from made_at made_by_id"
).split()


def _sqlite_trigger(name: str, when: str, table: str, condition: str, message: str) -> str:
    where = f"WHEN {condition} " if condition else ""
    return (
        f"CREATE TRIGGER {name} BEFORE {when} ON {table} FOR EACH ROW {where}"
        f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
    )


def _sqlite() -> list[str]:
    changed = " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in FROZEN_COLUMNS)
    overlap = (
        "EXISTS (SELECT 1 FROM articles_edition other WHERE other.story_id = NEW.story_id"
        " AND other.id IS NOT NEW.id"
        " AND (other.visible_until IS NULL OR other.visible_until > other.visible_from)"
        " AND (NEW.visible_until IS NULL OR NEW.visible_until > NEW.visible_from)"
        " AND (NEW.visible_until IS NULL OR other.visible_from < NEW.visible_until)"
        " AND (other.visible_until IS NULL OR NEW.visible_from < other.visible_until))"
    )
    slug = (
        "EXISTS (SELECT 1 FROM articles_edition other"
        " WHERE other.slug = NEW.slug AND other.story_id <> NEW.story_id)"
    )
    table = "articles_edition"
    return [
        _sqlite_trigger("edition_is_frozen", "UPDATE", table, changed, EDITION_FROZEN),
        _sqlite_trigger("edition_is_kept", "DELETE", table, "", EDITION_KEPT),
        _sqlite_trigger("edition_overlap_insert", "INSERT", table, overlap, EDITION_OVERLAP),
        _sqlite_trigger("edition_overlap_update", "UPDATE", table, overlap, EDITION_OVERLAP),
        _sqlite_trigger("edition_slug_of_one_story", "INSERT", table, slug, EDITION_SLUG),
        _sqlite_trigger("event_is_frozen", "UPDATE", "articles_event", "", EVENT_FROZEN),
        _sqlite_trigger("event_is_kept", "DELETE", "articles_event", "", EVENT_KEPT),
    ]


def _postgresql_trigger(name: str, when: str, table: str, condition: str, message: str) -> str:
    where = f"WHEN ({condition}) " if condition else ""
    return (
        f"CREATE TRIGGER {name} BEFORE {when} ON {table} FOR EACH ROW {where}"
        f"EXECUTE FUNCTION articles_refuse('{message}')"
    )


def _postgresql() -> list[str]:
    changed = " OR ".join(
        f"OLD.{column} IS DISTINCT FROM NEW.{column}" for column in FROZEN_COLUMNS
    )
    table = "articles_edition"
    return [
        "CREATE EXTENSION IF NOT EXISTS btree_gist",
        (
            "CREATE OR REPLACE FUNCTION articles_refuse() RETURNS trigger LANGUAGE plpgsql AS $$"
            " BEGIN RAISE integrity_constraint_violation USING MESSAGE = TG_ARGV[0]; END $$"
        ),
        _postgresql_trigger("edition_is_frozen", "UPDATE", table, changed, EDITION_FROZEN),
        _postgresql_trigger("edition_is_kept", "DELETE", table, "", EDITION_KEPT),
        _postgresql_trigger("event_is_frozen", "UPDATE", "articles_event", "", EVENT_FROZEN),
        _postgresql_trigger("event_is_kept", "DELETE", "articles_event", "", EVENT_KEPT),
        (
            f"ALTER TABLE {table} ADD CONSTRAINT edition_periods_do_not_overlap EXCLUDE USING gist"
            " (story_id WITH =, tstzrange(visible_from, visible_until) WITH &&)"
        ),
        (
            f"ALTER TABLE {table} ADD CONSTRAINT edition_slug_of_one_story EXCLUDE USING gist"
            " (slug WITH =, story_id WITH <>)"
        ),
    ]


REMOVE = {
    "sqlite": [
        "DROP TRIGGER IF EXISTS edition_is_frozen",
        "DROP TRIGGER IF EXISTS edition_is_kept",
        "DROP TRIGGER IF EXISTS edition_overlap_insert",
        "DROP TRIGGER IF EXISTS edition_overlap_update",
        "DROP TRIGGER IF EXISTS edition_slug_of_one_story",
        "DROP TRIGGER IF EXISTS event_is_frozen",
        "DROP TRIGGER IF EXISTS event_is_kept",
    ],
    "postgresql": [
        "ALTER TABLE articles_edition DROP CONSTRAINT IF EXISTS edition_slug_of_one_story",
        "ALTER TABLE articles_edition DROP CONSTRAINT IF EXISTS edition_periods_do_not_overlap",
        "DROP TRIGGER IF EXISTS event_is_kept ON articles_event",
        "DROP TRIGGER IF EXISTS event_is_frozen ON articles_event",
        "DROP TRIGGER IF EXISTS edition_is_kept ON articles_edition",
        "DROP TRIGGER IF EXISTS edition_is_frozen ON articles_edition",
        "DROP FUNCTION IF EXISTS articles_refuse()",
    ],
}


def install(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Put the rules in place, whichever of them stand already."""
    remove(apps, schema_editor)
    sql = {"sqlite": _sqlite, "postgresql": _postgresql}[schema_editor.connection.vendor]()
    for statement in sql:
        schema_editor.execute(statement, params=None)


def remove(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take the rules away; other database servers than SQLite and PostgreSQL are refused."""
    for statement in REMOVE[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)
