"""What the database itself refuses, tried with plain SQL that bypasses all our code."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.db.models import ProtectedError
from django.utils import timezone

from articles import publishing
from articles.database.cross_table_rules import RULES
from articles.database.install_rules import possible_rules
from articles.database.rule import NoErasure, NoOverlap, Rule
from articles.models import (
    AuditEntry,
    PublishedVersion,
    PullQuote,
    RelatedLink,
    Revision,
    Story,
    WireCopy,
)
from newsroom.accounts.models import User
from tests.database.plain_sql import columns_of, insert, refused
from tests.factories import make_correction, make_section, make_version
from tests.helpers import changed, draft, managing_editor, ready

pytestmark = pytest.mark.django_db


@pytest.fixture
def live() -> PublishedVersion:
    return publishing.publish(ready(), by=managing_editor())


def test_an_unknown_state_is_refused() -> None:
    story = draft()
    refused(
        "UPDATE articles_story SET state = 'lost' WHERE id = %s", story.pk, by="story_state_legal"
    )


def test_a_story_without_headline_or_slug_is_refused() -> None:
    story = draft()
    for column in ("headline", "slug"):
        refused(
            f"UPDATE articles_story SET {column} = '' WHERE id = %s",
            story.pk,
            by=f"story_has_{column}",
        )


def test_a_slug_belongs_to_one_story() -> None:
    first, second = draft("One"), draft("Two")
    named = "story_slug_once_a_site" if connection.vendor == "postgresql" else "story_is_not_erased"
    refused("UPDATE articles_story SET slug = %s WHERE id = %s", first.slug, second.pk, by=named)


def test_a_published_slug_belongs_to_its_story_for_ever(live: PublishedVersion) -> None:
    other = draft("Another")
    later = timezone.now() + timedelta(days=1)
    row = columns_of(live, story_id=other.pk, visible_from=later, change="update")
    insert("articles_publishedversion", row, by="published_version_slug_of_one_story")


@pytest.mark.parametrize(
    ("table", "model"),
    [("articles_pullquote", PullQuote), ("articles_relatedlink", RelatedLink)],
)
def test_a_key_occurs_once_in_a_story(table: str, model: Any) -> None:
    story = draft(
        body='<p>Ten words</p><aside data-block="pull-quote" data-key="quote0001">Ten words</aside>'
        '<aside data-block="also-read" data-key="also00001">Elsewhere</aside>'
    )
    row = model.objects.get(story=story)
    rule = f"{model._meta.verbose_name.replace(' ', '_')}_key_once_a_story"
    named = rule if connection.vendor == "postgresql" else "key"
    insert(table, columns_of(row), by=named)


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"url": "", "state": "suggested"}, "related_link_one_target"),
        ({"state": "waiting", "key": "also00001"}, "related_link_one_target"),
        ({"target_id": "other", "state": "suggested"}, "related_link_one_target"),
        ({"target_id": "own", "url": ""}, "related_link_not_own_story"),
        ({"state": "approved"}, "related_link_decided_by_whom_and_when"),
        ({"decided_at": "2001-01-01 00:00:00+00:00"}, "related_link_decided_by_whom_and_when"),
        ({"key": "short"}, "related_link_inline_has_key"),
        ({"url": "", "state": "waiting"}, "related_link_inline_has_key"),
        ({"state": "lost"}, "related_link_state_legal"),
        ({"url": "javascript:alert(1)"}, "related_link_url_is_web"),
    ],
)
def test_a_related_link_keeps_its_rules(changes: dict[str, Any], rule: str) -> None:
    own, other = draft("Own"), draft("Other")
    link = RelatedLink.objects.create(story=own, url="https://example.org/", headline="Else")
    pks = {"own": own.pk, "other": other.pk}
    values = {column: pks.get(str(value), value) for column, value in changes.items()}
    insert("articles_relatedlink", columns_of(link, **values), by=rule)


def test_a_pull_quote_has_a_key() -> None:
    story = draft(
        body='<p>Ten words</p><aside data-block="pull-quote" data-key="quote0001">Ten words</aside>'
    )
    row = PullQuote.objects.get(story=story)
    insert("articles_pullquote", columns_of(row, key=""), by="pull_quote_has_key")


def test_kinds_and_outcomes_are_of_their_lists(live: PublishedVersion) -> None:
    row = columns_of(live, kind="rumour", visible_until=columns_of(live)["visible_from"])
    insert("articles_publishedversion", row, by="published_version_(kind|change)_legal")
    copy = WireCopy.objects.create(
        source=b"x", sha256="1", name="x", headline="x", outcome="created", received_at=live.made_at
    )
    insert(
        "articles_wirecopy",
        columns_of(copy, sha256="2", outcome="lost"),
        by="wire_copy_outcome_legal",
    )
    entry = AuditEntry.objects.filter(story=live.story).first()
    insert("articles_auditentry", columns_of(entry, action=""), by="audit_entry_has_action")


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"change": "rumour"}, "published_version_change_legal"),
        ({"change": ""}, "published_version_change_legal"),
        ({"kind": "withdrawal"}, "published_version_change_legal"),
        ({"modified_at": "visible_from"}, "published_version_first_is_unmodified"),
        ({"published_at": "2001-01-01 00:00:00+00:00"}, "published_version_first_is_unmodified"),
    ],
)
def test_a_version_says_what_it_is_for_readers(
    live: PublishedVersion, changes: dict[str, str], rule: str
) -> None:
    row = columns_of(live)
    row["visible_until"] = row["visible_from"]
    row |= {column: row.get(value, value) for column, value in changes.items()}
    insert("articles_publishedversion", row, by=rule)


def test_a_correction_starts_with_the_version_of_its_story_to_which_it_belongs(
    live: PublishedVersion,
) -> None:
    other = make_version()
    correction = make_correction(live.story, at=live.visible_from, published_version=live)
    later = columns_of(correction, at=columns_of(live)["visible_from"])
    for changes in ({"published_version_id": other.pk}, {"story_id": other.story_id}):
        insert("articles_correction", later | changes, by="new_correction_starts_with_its_version")
    refused(
        "UPDATE articles_correction SET published_version_id = %s WHERE id = %s",
        other.pk,
        correction.pk,
        by="correction_starts_with_its_version",
    )


def test_a_version_never_changes_but_for_its_end(live: PublishedVersion) -> None:
    then, other = "2001-01-01 00:00:00+00:00", draft("Other")
    changes = {
        "story_id": other.pk,
        "kind": "withdrawal",
        "change": "minor",
        "slug": "forged",
        "headline": "Forged",
        "summary": "Forged",
        "language": "xx",
        "section_id": make_section(name="World", slug="world").pk,
        "picture_id": 1,
        "content": '{"forged": true}',
        "body_html": "<p>Forged</p>",
        "public_note": "Forged",
        "published_at": then,
        "modified_at": then,
        "visible_from": then,
        "made_at": then,
        "made_by_id": User.objects.create_user("forger").pk,
    }
    columns = {field.column for field in PublishedVersion._meta.concrete_fields}
    assert {*changes, "id", "visible_until"} == columns
    # On SQLite with its number it would overlap with itself, which is refused first.
    refused("UPDATE articles_publishedversion SET id = id + 1", by="published_version_")
    for column, value in changes.items():
        refused(
            f"UPDATE articles_publishedversion SET {column} = %s WHERE id = %s",
            value,
            live.pk,
            by="published_version_is_frozen",
        )
    PublishedVersion.objects.filter(pk=live.pk).update(
        visible_until=timezone.now() + timedelta(days=1)
    )


def test_a_version_is_never_deleted(live: PublishedVersion) -> None:
    refused(
        "DELETE FROM articles_publishedversion WHERE id = %s",
        live.pk,
        by="published_version_is_kept",
    )


def test_a_version_does_not_end_before_it_starts(live: PublishedVersion) -> None:
    row = columns_of(live, change="update", published_at="2001-01-01 00:00:00+00:00")
    row |= {"visible_from": "2001-01-02 00:00:00+00:00"}
    row |= {"visible_until": "2001-01-01 00:00:00+00:00"}
    insert("articles_publishedversion", row, by="published_version_ends_after_it_starts")


@pytest.mark.parametrize(("starts", "ends"), [(-2, None), (-2, 1), (1, 2), (1, None), (0, None)])
def test_periods_of_one_story_never_overlap(
    live: PublishedVersion, starts: int, ends: int | None
) -> None:
    def moment(hours: int | None) -> Any:
        at = None if hours is None else live.visible_from + timedelta(hours=hours)
        return PublishedVersion._meta.get_field("visible_until").get_db_prep_save(at, connection)

    row = columns_of(live, visible_from=moment(starts), visible_until=moment(ends), change="update")
    insert("articles_publishedversion", row, by="published_version_periods_do_not_overlap")


def test_an_end_cannot_be_moved_over_the_next_version(live: PublishedVersion) -> None:
    tomorrow = live.visible_from + timedelta(days=1)
    publishing.schedule(changed(live.story), by=managing_editor(), at=tomorrow)
    refused(
        "UPDATE articles_publishedversion SET visible_until = NULL WHERE id = %s",
        live.pk,
        by="published_version_periods_do_not_overlap",
    )


def test_audit_log_entries_are_never_changed_or_deleted() -> None:
    story = draft()
    entry = AuditEntry.objects.get(story=story)
    refused(
        "UPDATE articles_auditentry SET reason = 'x' WHERE id = %s",
        entry.pk,
        by="audit_entry_is_frozen",
    )
    refused("DELETE FROM articles_auditentry WHERE id = %s", entry.pk, by="audit_entry_is_kept")


def test_a_story_that_was_published_cannot_be_deleted(live: PublishedVersion) -> None:
    sql = "DELETE FROM articles_story WHERE id = %s"
    refused(sql, live.story_id, by="published_story_is_kept")
    with pytest.raises(ProtectedError):
        Story.objects.get(pk=live.story_id).delete()


def test_a_linked_story_cannot_be_deleted() -> None:
    target = draft("Target")
    body = (
        f'<p>Text</p><aside data-block="also-read" data-key="also00001"'
        f' data-story="{target.pk}">Target</aside>'
    )
    draft("Linking", body=body)
    sql = "DELETE FROM articles_story WHERE id = %s"
    refused(sql, target.pk, by="linked_story_is_kept")
    with pytest.raises(ProtectedError):
        target.delete()


def test_a_draft_can_be_deleted_with_its_revisions_and_its_log_stays() -> None:
    story, other = draft(), draft("Other")
    pk = story.pk
    story.delete()
    assert AuditEntry.objects.filter(story_id=pk).exists()
    assert {revision.story for revision in Revision.objects.all()} == {other}


def test_a_revision_is_never_changed_nor_deleted_while_its_story_stands() -> None:
    revision = Revision.objects.get(story=draft())
    for column, value in columns_of(revision).items():
        refused(
            f"UPDATE articles_revision SET {column} = %s WHERE id = %s",
            value,
            revision.pk,
            by="revision_is_frozen",
        )
    refused("DELETE FROM articles_revision WHERE id = %s", revision.pk, by="revision_is_kept")


def test_a_version_of_a_story_is_recorded_once() -> None:
    revision = Revision.objects.get(story=draft())
    rule = "revision_number_once_a_story"
    named = rule if connection.vendor == "postgresql" else "revision_is_not_erased"
    insert("articles_revision", columns_of(revision), by=named)


def test_every_rule_stands_after_all_migrations() -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        else:
            cursor.execute(
                "SELECT tgname FROM pg_trigger UNION ALL SELECT conname FROM pg_constraint"
            )
        names = {name for (name,) in cursor.fetchall()}
    expected = {
        f"{rule.name}_{event.lower()}"
        if isinstance(rule, NoOverlap | NoErasure) and connection.vendor == "sqlite"
        else rule.name
        for rule in RULES
        for event in getattr(rule, "events", ("",))
    }
    assert expected <= names


def test_each_rule_is_tried() -> None:
    tests = "".join(path.read_text() for path in Path(__file__).parent.glob("test_*rules.py"))
    # These refuse nothing: a draft that is deleted, and the list of stories, try them.
    untried = {rule.name for rule in RULES if f'by="{rule.name}"' not in tests}
    assert untried == {"revisions_go_with_story", "last_action_comes_with_story"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_is_left_out_while_a_table_or_column_that_it_needs_is_missing(rule: Rule) -> None:
    tables = {table: sorted(names) for table, names in rule.needs.items()}
    assert rule in possible_rules(tables)
    for table, names in rule.needs.items():
        assert rule not in possible_rules({t: n for t, n in tables.items() if t != table})
        for name in names:
            without = [column for column in tables[table] if column != name]
            assert rule not in possible_rules(tables | {table: without})


def test_a_correction_is_never_changed_or_deleted_and_retracted_with_who_when_and_why() -> None:
    correction = make_correction(draft())
    refused(
        "UPDATE articles_correction SET text = 'x' WHERE id = %s",
        correction.pk,
        by="correction_is_frozen",
    )
    refused("DELETE FROM articles_correction WHERE id = %s", correction.pk, by="correction_is_kept")
    for column, value in (("kind", "joke"), ("text", "")):
        by = {"kind": "correction_kind_legal", "text": "correction_has_text"}[column]
        insert("articles_correction", columns_of(correction, **{column: value}), by=by)
    refused(
        "UPDATE articles_correction SET retraction_reason = 'x' WHERE id = %s",
        correction.pk,
        by="correction_retraction_complete",
    )
