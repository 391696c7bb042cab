"""The cross-table rules as SQL for SQLite: triggers."""

# ruff: noqa: S608 - the table names are constants of this room

from articles.database.rule import Cascade, Frozen, NoErasure, NoOverlap, Refusal, Rule
from articles.database.tables import Tables

PREPARATION: tuple[str, ...] = ()


def statements(rule: Rule, tables: Tables) -> list[str]:
    """Return the SQL that installs the rule on these tables."""
    match rule:
        case Frozen():
            changed = " OR ".join(
                f"OLD.{column} IS NOT NEW.{column}"
                for column in tables[rule.table]
                if column not in rule.free
            )
            condition = changed if rule.free else ""
            return [_refuse(rule.name, "UPDATE", rule.table, condition, rule.message)]
        case Refusal():
            return [_refuse(rule.name, rule.event, rule.table, rule.condition, rule.message)]
        case NoOverlap():
            condition = f"EXISTS (SELECT 1 FROM {rule.table} other WHERE {rule.sqlite})"
            return [
                _refuse(rule.name, event, rule.table, condition, rule.message, suffix=event.lower())
                for event in rule.events
            ]
        case NoErasure():
            return [
                _refuse(
                    rule.name, event, rule.table, _taken(rule, event), rule.message, event.lower()
                )
                for event in rule.events
            ]
        case Cascade():
            return [
                (
                    f"CREATE TRIGGER {rule.name} AFTER {rule.event} ON {rule.table} FOR EACH ROW"
                    f" BEGIN {rule.statement}; END"
                )
            ]


def removal(rule: Rule, tables: Tables) -> list[str]:
    """Return the SQL that removes the rule, if it exists."""
    events = getattr(rule, "events", ())
    names = [f"{rule.name}_{event.lower()}" for event in events] or [rule.name]
    return [f"DROP TRIGGER IF EXISTS {name}" for name in names]


def _taken(rule: NoErasure, event: str) -> str:
    """Return the condition that another row has one of the keys of the row that is written."""
    another = "other.id <> OLD.id AND " if event == "UPDATE" else ""
    # Without a value for the primary key, NEW.id is -1.
    return " OR ".join(
        f"EXISTS (SELECT 1 FROM {rule.table} other WHERE {another}"
        + " AND ".join(f"other.{column} = NEW.{column}" for column in key)
        + ")"
        for key in rule.keys
    )


def _refuse(
    name: str, event: str, table: str, condition: str, message: str, suffix: str = ""
) -> str:
    trigger = f"{name}_{suffix}" if suffix else name
    where = f"WHEN {condition} " if condition else ""
    return (
        f"CREATE TRIGGER {trigger} BEFORE {event} ON {table} FOR EACH ROW {where}"
        f"BEGIN SELECT RAISE(ABORT, '{name}: {message}'); END"
    )
