"""Migrations that move data: what stood before stands after, and they can be undone."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from articles.body import writing
from articles.models import PublishedVersion, Story
from articles.stories import WorkingCopy
from articles.writing.revisions.read import read_revision
from tests.factories import HOUR, NOON, make_story, make_version
from tests.helpers import managing_editor

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def migrate() -> Iterator[Any]:
    """Migrate `articles` to the migration with this name, or to the newest, as at the end."""

    def to(name: str = "") -> None:
        executor = MigrationExecutor(connection)
        newest = executor.loader.graph.leaf_nodes("articles")
        executor.migrate([("articles", name)] if name else newest)

    yield to
    to()


def test_what_was_published_again_stays_updated_then(migrate: Any) -> None:
    story = make_story()
    first = make_version(story, visible_from=NOON - HOUR, visible_until=NOON)
    again = make_version(story, published_at=NOON - HOUR, visible_from=NOON)
    migrate("0009_corrections")
    migrate()
    times = dict(PublishedVersion.objects.values_list("pk", "modified_at"))
    assert times == {first.pk: None, again.pk: NOON}


def test_a_story_from_before_revisions_keeps_its_old_copy_with_its_next_save(migrate: Any) -> None:
    story = make_story(headline="Old", version=7)
    migrate("0010_modified_at")
    migrate()
    assert not story.revisions.exists()

    writing.save(story, WorkingCopy("New"), by=managing_editor())

    kept = list(story.revisions.order_by("number"))
    assert [(one.number, one.by, one.at, read_revision(one)["headline"]) for one in kept] == [
        (7, story.changed_by, story.changed_at, "Old"),
        (8, managing_editor(), Story.objects.get().changed_at, "New"),
    ]
