"""The cross-table rules as SQL for PostgreSQL: triggers and exclusion constraints."""

from articles.database.cross_table_rules import STORY
from articles.database.rule import Cascade, Frozen, NoErasure, NoOverlap, Refusal, Rule
from articles.database.tables import Tables

#: What the exclusion constraints need.
PREPARATION = ("CREATE EXTENSION IF NOT EXISTS btree_gist",)


def statements(rule: Rule, tables: Tables) -> list[str]:
    """Return the SQL that installs the rule on these tables."""
    match rule:
        case Frozen():
            changed = " OR ".join(
                f"OLD.{column} IS DISTINCT FROM NEW.{column}"
                for column in tables[rule.table]
                if column not in rule.free
            )
            condition = changed if rule.free else "true"
            return _trigger(rule, "BEFORE UPDATE", _refuse(rule, condition))
        case Refusal():
            lock = (
                f"PERFORM 1 FROM {STORY} WHERE id = NEW.story_id {rule.lock_story}; "
                if rule.lock_story
                else ""
            )
            return _trigger(
                rule, f"BEFORE {rule.event}", lock + _refuse(rule, rule.condition or "true")
            )
        case NoOverlap():
            return [
                (
                    f"ALTER TABLE {rule.table} ADD CONSTRAINT {rule.name}"
                    f" EXCLUDE USING gist ({rule.postgresql})"
                )
            ]
        case NoErasure():
            return _trigger(rule, "BEFORE TRUNCATE", _refuse(rule, "true"), "STATEMENT")
        case Cascade():
            return _trigger(rule, f"AFTER {rule.event}", rule.statement)


def removal(rule: Rule, tables: Tables) -> list[str]:
    """Return the SQL that removes the rule, if it exists."""
    is_there = rule.table in tables
    if isinstance(rule, NoOverlap):
        drop = f"ALTER TABLE {rule.table} DROP CONSTRAINT IF EXISTS {rule.name}"
        return [drop] if is_there else []
    # A function outlives the table whose trigger called it.
    trigger = [f"DROP TRIGGER IF EXISTS {rule.name} ON {rule.table}"] if is_there else []
    return [*trigger, f"DROP FUNCTION IF EXISTS articles_{rule.name}()"]


def _refuse(rule: Frozen | Refusal | NoErasure, condition: str) -> str:
    return (
        f"IF {condition} THEN RAISE integrity_constraint_violation"
        f" USING MESSAGE = '{rule.name}: {rule.message}'; END IF"
    )


def _trigger(rule: Rule, when: str, body: str, each: str = "ROW") -> list[str]:
    # The condition of a trigger cannot query tables; its function can.
    return [
        (
            f"CREATE OR REPLACE FUNCTION articles_{rule.name}() RETURNS trigger LANGUAGE plpgsql"
            f" AS $$ BEGIN {body}; RETURN COALESCE(NEW, OLD); END $$"
        ),
        (
            f"CREATE TRIGGER {rule.name} {when} ON {rule.table}"
            f" FOR EACH {each} EXECUTE FUNCTION articles_{rule.name}()"
        ),
    ]
