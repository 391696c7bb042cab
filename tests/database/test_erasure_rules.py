"""Neither REPLACE nor TRUNCATE gets round the rules that refuse UPDATE and DELETE."""

import sqlite3
from typing import Any

import pytest
from django.db import connection

from articles import publishing
from articles.database.cross_table_rules import RULES
from articles.database.rule import Frozen, NoErasure, Refusal
from articles.models import AuditEntry, Correction, PublishedVersion, Revision, Story
from tests.database.plain_sql import columns_of, refused
from tests.factories import make_correction
from tests.helpers import draft, managing_editor, ready

pytestmark = pytest.mark.django_db

SQLITE = connection.vendor == "sqlite"
BY_TABLE = {rule.table: rule for rule in RULES if isinstance(rule, NoErasure)}


def live() -> PublishedVersion:
    return publishing.publish(ready(), by=managing_editor())


def erase(row: Any, by: str) -> None:
    """Try each way round UPDATE and DELETE, which the rule with this name must refuse."""
    table = row._meta.db_table
    if not SQLITE:
        # PostgreSQL truncates no table that waits for a check at the end of the transaction.
        connection.check_constraints()
        refused(f"TRUNCATE {table} CASCADE", by=by)
        return
    old = columns_of(row) | {"id": row.pk}
    for key in BY_TABLE[table].keys:
        # Another row, but for this key.
        new = {name: value for name, value in old.items() if name in key or name != "id"}
        new |= {name: f"{value}x" for name, value in new.items() if name in ("slug", "headline")}
        new |= {name: old[name] for name in key}
        for verb in ("REPLACE", "INSERT OR REPLACE", "INSERT OR IGNORE"):
            signs = ", ".join(["%s"] * len(new))
            refused(
                f"{verb} INTO {table} ({', '.join(new)}) VALUES ({signs})", *new.values(), by=by
            )


def test_a_published_version() -> None:
    erase(live(), by="published_version_is_not_erased")


def test_an_entry_of_the_audit_log() -> None:
    draft()
    erase(AuditEntry.objects.get(), by="audit_entry_is_not_erased")


def test_a_correction() -> None:
    erase(make_correction(draft()), by="correction_is_not_erased")


def test_a_revision() -> None:
    erase(Revision.objects.get(story=draft()), by="revision_is_not_erased")


def test_a_story() -> None:
    one, other = live().story, draft("Another")
    erase(one, by="story_is_not_erased")
    if SQLITE:
        for column in ("id", "slug"):
            refused(
                f"UPDATE OR REPLACE articles_story SET {column} = %s WHERE id = %s",
                getattr(one, column),
                other.pk,
                by="story_is_not_erased",
            )
    assert set(Story.objects.all()) == {one, other}


def test_each_table_whose_rows_are_kept_is_protected_by_each_of_its_unique_keys() -> None:
    kept = {
        rule.table
        for rule in RULES
        if isinstance(rule, Frozen) or (isinstance(rule, Refusal) and rule.event == "DELETE")
    }
    assert kept == BY_TABLE.keys()
    with connection.cursor() as cursor:
        for table, rule in BY_TABLE.items():
            found = connection.introspection.get_constraints(cursor, table).values()
            unique = {tuple(sorted(one["columns"])) for one in found if one["unique"]}
            # SQLite names no index for the primary key.
            assert {tuple(sorted(key)) for key in rule.keys} == unique | {("id",)}


@pytest.mark.parametrize(
    "model", [PublishedVersion, AuditEntry, Correction, Revision, Story], ids=lambda it: it.__name__
)
def test_connections_from_outside_are_refused_too(model: Any, transactional_db: None) -> None:
    version = live()
    make_correction(version.story)
    before = list(model.objects.order_by("pk").values())
    table = model._meta.db_table
    if SQLITE:
        outside = sqlite3.connect(connection.settings_dict["NAME"])
        with pytest.raises(sqlite3.IntegrityError, match="is_not_erased"):
            outside.execute(f"REPLACE INTO {table} SELECT * FROM {table}")
        outside.close()
    else:
        refused("TRUNCATE articles_story CASCADE", by="is_not_erased")
        refused(f"TRUNCATE {table} RESTART IDENTITY CASCADE", by="is_not_erased")
    assert list(model.objects.order_by("pk").values()) == before
