"""Migrations that move data: what stood before stands after, and they can be undone."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from articles.models import Edition
from tests.factories import HOUR, NOON, make_edition, make_story

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def migrate() -> Iterator[Any]:
    """Migrate `articles` to the migration with this name, and at the end to the newest."""

    def to(name: str) -> None:
        executor = MigrationExecutor(connection)
        executor.migrate([("articles", name)])

    yield to
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


def test_what_was_published_again_stays_updated_then(migrate: Any) -> None:
    story = make_story()
    first = make_edition(story, visible_from=NOON - HOUR, visible_until=NOON)
    again = make_edition(story, published_at=NOON - HOUR, visible_from=NOON)
    migrate("0009_corrections")
    migrate("0010_modified_at")
    times = dict(Edition.objects.values_list("pk", "modified_at"))
    assert times == {first.pk: None, again.pk: NOON}
