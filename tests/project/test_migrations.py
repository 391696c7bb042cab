"""Migrations: each app starts from one that can be undone, and what is stored outlives the rest."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.db.migrations.loader import MigrationLoader

from articles.models import Story
from newsroom.accounts.models import User
from tests.factories import NOON
from tests.project.conftest import Migrate

#: The apps of this project, each with the migration that it starts from.
INITIAL = {"articles": "0001_initial", "accounts": "0001_initial"}


def tables() -> set[str]:
    return set(connection.introspection.table_names())


def tables_of(label: str) -> set[str]:
    """Return the tables that the models of an app have now."""
    models = apps.get_app_config(label).get_models(include_auto_created=True)
    return {model._meta.db_table for model in models if not model._meta.proxy}


@pytest.mark.parametrize("label", INITIAL)
def test_each_app_starts_from_one_migration(label: str) -> None:
    graph = MigrationLoader(None).graph
    assert graph.root_nodes(label) == [(label, INITIAL[label])]
    assert len(graph.leaf_nodes(label)) == 1


# On PostgreSQL, tests/database/test_initial_migration.py undoes all of them.
@pytest.mark.once
@pytest.mark.parametrize("label", INITIAL)
def test_migrations_can_be_undone_and_done_again(label: str, migrate: Migrate) -> None:
    migrate(label, None)
    assert not tables() & tables_of(label)

    migrate()
    assert tables_of(label) <= tables()
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_stories_from_the_first_state_are_there_in_the_newest(migrate: Migrate) -> None:
    old = migrate("articles", INITIAL["articles"])
    user = old.get_model("accounts", "User").objects.create(username="ana")
    times = {"created_at": NOON, "changed_at": NOON + timedelta(hours=1)}
    story = old.get_model("articles", "Story").objects.create(
        headline="Harvest begins",
        headline_key="harvest begins",
        slug="harvest-begins",
        body="<p>The harvest has begun.</p>",
        created_by=user,
        changed_by=user,
        **times,
    )
    migrate()
    found = Story.objects.get()
    assert (found.pk, found.headline, found.body) == (story.pk, story.headline, story.body)
    assert (found.created_by.username, found.changed_at) == ("ana", times["changed_at"])


def test_accounts_from_before_there_were_themes_have_that_of_their_device(migrate: Migrate) -> None:
    old = migrate("accounts", "0001_initial")
    old.get_model("accounts", "User").objects.create(username="ana", display_name="Ana")
    migrate()
    ana = User.objects.get(username="ana")
    assert (ana.display_name, ana.theme) == ("Ana", "")
    User.objects.filter(pk=ana.pk).update(theme="dark")
    with pytest.raises(IntegrityError, match="user_theme_legal"), transaction.atomic():
        User.objects.filter(pk=ana.pk).update(theme="pink")

    migrate("accounts", "0001_initial")
    migrate()
    ana.refresh_from_db()
    assert (ana.display_name, ana.theme) == ("Ana", "")
    # Nobody gets mail who has not asked for it.
    assert ana.notice_mail == ""
