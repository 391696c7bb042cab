"""Whatever SQL goes round our code: each table that is kept keeps each row as it is."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.db import IntegrityError, NotSupportedError, connection, transaction

from articles import live, publishing, writing
from articles.database.cross_table_rules import RULES
from articles.database.rule import Frozen, NoErasure, Refusal
from articles.frontpage import FrontPlan, publish_front, show_breaking
from articles.links import moderation
from articles.models import CorrectionKind
from articles.publishing import save_author, save_section
from articles.stories import working_copy_of
from tests.factories import make_author, make_section
from tests.helpers import changed, draft, managing_editor, ready, relate
from tests.wire.helpers import article, take

SQLITE = connection.vendor == "sqlite"
KEPT = sorted({rule.table for rule in RULES if isinstance(rule, NoErasure)})
FREE = {rule.table: rule.free for rule in RULES if isinstance(rule, Frozen)}
#: Some rows of these go with a story that nobody has seen; readers have seen those here.
DELETED = {rule.table for rule in RULES if isinstance(rule, Refusal) and rule.event == "DELETE"}
PARENTS = ("accounts_user", "articles_section", "articles_picture", "articles_story")


@pytest.fixture
def _newsroom(db: None) -> None:
    """Put at least two rows into each table that is kept."""
    by, section, author = managing_editor(), make_section("Land"), make_author("Ana")
    section.name, section.slug, author.name = "Country", "country", "Anna"
    save_section(section)
    save_author(author)
    target = ready("Target")
    publishing.publish(target, by=by)
    for name in ("One", "Two"):
        story = draft(name, section=section, authors=(author,), tags=("rain", "snow"))
        moderation.approve(relate(story, target=target), by=by)
        story = writing.make_ready(story, by=by)
        publishing.publish(story, by=by)
        publishing.publish(changed(story), by=by)
        publishing.add_correction(story, by=by, kind=CorrectionKind.UPDATE, text="More.")
        live.start_coverage(story, by=by)
        entry = live.write_entry(story, live.EntryCopy("<p>It rains.</p>"), by=by)
        live.publish_entry(entry, by=by)
        publish_front(FrontPlan().taking(story.pk), by=by)
        show_breaking(name, by=by)
        take(article(f"Copy {name}"), by)
    for name in ("a", "b"):
        tagged = draft(f"Tagged {name}", tags=(name,))
        writing.rename_tag(tagged.tags.get(), f"{name} again")
        writing.save(tagged, replace(working_copy_of(tagged), tags=()), by=by)


def rows(table: str) -> list[object]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} ORDER BY id")
        found: list[object] = cursor.fetchall()
    return found


def attacks(table: str) -> Iterator[str]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} WHERE 1 = 0")
        columns = [column[0] for column in cursor.description or ()]
    frozen = [name for name in columns if name not in FREE.get(table, columns)]
    names, copied = ", ".join(columns), f"SELECT * FROM {table}"
    another = f"(SELECT max(id) FROM {table})"
    if table in DELETED or table in FREE:
        yield f"DELETE FROM {table}" if table in DELETED else copied
    for name in frozen:
        yield (
            f"UPDATE {table} SET {name} = {another}"
            if name == "id"
            else (f"UPDATE {table} SET {name} = (SELECT {name} FROM {table} WHERE id = {another})")
        )
        yield (
            f"INSERT INTO {table} ({names}) {copied} WHERE true ON CONFLICT (id)"
            f" DO UPDATE SET {name} = (SELECT {name} FROM {table} WHERE id = {another})"
        )
    if SQLITE:
        yield f"REPLACE INTO {table} {copied}"
        yield f"INSERT OR REPLACE INTO {table} ({names}) {copied}"
        yield f"UPDATE OR REPLACE {table} SET id = {another}"
        yield f"UPDATE OR REPLACE {table} SET rowid = {another}"
        for name in frozen:
            last = f"(SELECT {name} FROM {table} WHERE id = {another})"
            yield f"UPDATE OR IGNORE {table} SET {name} = {last} WHERE {name} IS NOT {last}"
            taken = ", ".join(last if column == name else column for column in columns)
            yield f"INSERT OR REPLACE INTO {table} ({names}) SELECT {taken} FROM {table}"
    else:
        yield f"TRUNCATE {table}"
        yield f"TRUNCATE {table} RESTART IDENTITY CASCADE"
        for parent in PARENTS:
            yield f"TRUNCATE {parent} CASCADE"
        if table in DELETED:
            yield f"MERGE INTO {table} USING (SELECT 1) one ON true WHEN MATCHED THEN DELETE"
        for name in frozen:
            yield (
                f"MERGE INTO {table} USING (SELECT {name} AS other FROM {table} WHERE id ="
                f" {another}) one ON true WHEN MATCHED THEN UPDATE SET {name} = one.other"
            )


@pytest.mark.usefixtures("_newsroom")
def test_no_statement_changes_or_takes_a_row_that_is_kept() -> None:
    for table in KEPT:
        before = rows(table)
        assert len(before) > 1, table
        for sql in attacks(table):
            try:
                with transaction.atomic(), connection.cursor() as cursor:
                    if not SQLITE:
                        # PostgreSQL truncates no table that waits for a check.
                        connection.check_constraints()
                    cursor.execute(sql)
            except (IntegrityError, NotSupportedError):
                continue
            assert rows(table) == before, sql
