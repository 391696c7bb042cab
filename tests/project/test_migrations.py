"""Migrations: each app starts from one that can be undone, and what is stored outlives the rest.

Each new migration gets a test like the last one here: it goes to the state before it with the
fixture `migrate`, adds rows by the models of that state, migrates, and looks at the rows. Where the
migration can be undone with the rows that it brought, it goes back and looks again. A test of what
the ORM alone does is marked `once`. tests/database/test_initial_migration.py undoes all migrations.
"""

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.migrations.exceptions import NodeNotFoundError
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from articles.models import CacheVersion, LastAction, PublishedVersion, Story, WireCopy
from tests.factories import NOON, make_story, make_version
from tests.project.conftest import Migrate

#: The apps of this project, each with the migration that it starts from.
INITIAL = {"articles": "0001_pictures", "accounts": "0001_accounts"}
OURS = {"app__in": INITIAL}


@pytest.mark.parametrize("label", INITIAL)
def test_each_app_starts_from_one_migration(label: str) -> None:
    graph = MigrationLoader(None).graph
    assert graph.root_nodes(label) == [(label, INITIAL[label])]
    assert len(graph.leaf_nodes(label)) == 1


def record(names: set[tuple[str, str]]) -> None:
    """Have the database say that these migrations of ours have been applied, and no others."""
    rows = MigrationRecorder(connection).migration_qs
    rows.filter(**OURS).delete()
    rows.bulk_create(rows.model(app=app, name=name) for app, name in sorted(names))


def replaced() -> set[tuple[str, str]]:
    """Return the migrations from before, which are not there any more."""
    found = MigrationLoader(None).disk_migrations.values()
    return {name for migration in found if migration.app_label in INITIAL
            for name in migration.replaces}  # fmt: skip


@pytest.mark.django_db
@pytest.mark.once
def test_a_database_with_all_old_migrations_is_up_to_date() -> None:
    record(replaced())
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    assert [migration.name for migration, _ in plan if migration.replaces] == []
    executor.check_replacements()
    executor.loader.check_consistent_history(connection)


@pytest.mark.django_db
@pytest.mark.once
@pytest.mark.parametrize(
    ("label", "last"), [("articles", "0001_initial"), ("articles", "0033_"), ("accounts", "0003_")]
)
def test_a_database_with_some_of_them_is_refused(label: str, last: str) -> None:
    applied = {(app, name) for app, name in replaced() if app != label or name <= last + "~"}
    assert applied < replaced()
    record(applied)
    with pytest.raises(NodeNotFoundError, match="some of the replaced migrations are already app"):
        MigrationExecutor(connection)


def test_rows_from_before_the_rules_are_kept_by_them(migrate: Migrate) -> None:
    old = migrate("articles", "0018_roles")
    user = old.get_model("accounts", "User").objects.create(username="ana")
    people = {"created_by": user, "changed_by": user, "created_at": NOON, "changed_at": NOON}
    story = old.get_model("articles", "Story").objects.create(
        headline="Harvest begins", headline_key="harvest begins", slug="harvest-begins", **people
    )
    frozen = {"published_at": NOON, "visible_from": NOON, "made_at": NOON, "made_by": user}
    old.get_model("articles", "PublishedVersion").objects.create(
        story=story, slug=story.slug, headline=story.headline, change="first", **frozen
    )

    migrate()

    found = Story.objects.get()
    assert (found.pk, found.headline, found.created_by.username) == (
        story.pk,
        story.headline,
        "ana",
    )
    with pytest.raises(IntegrityError, match="published_version_is_kept"), transaction.atomic():
        PublishedVersion.objects.all().delete()
    assert [one.story_id for one in PublishedVersion.objects.all()] == [story.pk]
    added = make_story()
    assert [one.story_id for one in LastAction.objects.all()] == [added.pk]


def test_wire_copy_from_before_stays_as_it_arrived_too(migrate: Migrate) -> None:
    old = migrate("articles", "0020_entry_words")
    old.get_model("articles", "WireCopy").objects.create(
        source=b"Harvest begins", sha256="a" * 64, outcome="created", received_at=NOON
    )

    migrate()

    for change in ({"source": b"Other"}, {"sha256": "b" * 64}):
        with pytest.raises(IntegrityError, match="wire_copy_is_frozen"), transaction.atomic():
            WireCopy.objects.update(**change)
    WireCopy.objects.update(outcome="dismissed")
    assert bytes(WireCopy.objects.get().source) == b"Harvest begins"
    # What readers may see renews the cache version, as before.
    before = CacheVersion.objects.values_list("number", flat=True).first()
    with transaction.atomic():
        make_version()
    assert CacheVersion.objects.get().number != before
