"""What tests of migrations need."""

from collections.abc import Callable, Iterator

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import StateApps

#: Takes the label of an app and the name of a migration, or nothing for the newest of all apps.
Migrate = Callable[..., StateApps]


@pytest.fixture
def migrate(transactional_db: None) -> Iterator[Migrate]:
    """Return a function that migrates the database and returns the models as they are then.

    `migrate("articles", "0018_roles")` goes to this migration, backwards too, and takes along
    the apps that depend on it; `migrate("articles", None)` undoes all of the app's migrations;
    `migrate()` goes to the newest ones, as happens after each test. So the test of a migration
    creates rows by the models of the state before it, migrates, and compares:

        old = migrate("articles", "0018_roles")
        old.get_model("articles", "Section").objects.create(name="World", slug="world")
        new = migrate()
    """

    def to(label: str = "", name: str | None = None) -> StateApps:
        executor = MigrationExecutor(connection)
        newest = executor.loader.graph.leaf_nodes()
        return executor.migrate([(label, name)] if label else newest).apps

    yield to
    to()
