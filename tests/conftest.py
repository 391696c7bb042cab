"""What every test may use. Database tests run on SQLite, or on the server of DATABASE_URL."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import hypothesis
import pytest
import time_machine
from django.conf import settings
from django.db import connection, transaction
from django.db.backends.base.operations import BaseDatabaseOperations
from django.test import TransactionTestCase
from pytest_django import DjangoDbBlocker

# Nobody attacks the passwords of tests; the real hash takes a third of a second each.
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# A test that fails here fails again on the same examples elsewhere, however slow the machine.
hypothesis.settings.register_profile("newsroom", deadline=None, derandomize=True)
hypothesis.settings.load_profile("newsroom")


#: Tests in the browser that run on PostgreSQL too: the others try our scripts, not the database.
IN_THE_BROWSER = {"test_import_and_publish.py", "test_review.py"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out on PostgreSQL what does not depend on the database: it ran on SQLite.

    What fails in the browser is tried once more, and counted as such: a browser that shares two
    cores with another test may be late.
    """
    for item in items:
        if _is_in_the_browser(item):
            item.add_marker(pytest.mark.flaky(reruns=1))
    if connection.vendor == "postgresql":
        left_out = [item for item in items if not _depends_on_the_database(item)]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if _depends_on_the_database(item)]


def _is_in_the_browser(item: pytest.Item) -> bool:
    return Path(__file__).with_name("browser") in item.path.parents


def _depends_on_the_database(item: pytest.Item) -> bool:
    if item.get_closest_marker("once"):
        return False
    if _is_in_the_browser(item):
        return item.path.name in IN_THE_BROWSER
    fixtures = getattr(item, "fixturenames", ())
    return (
        item.get_closest_marker("django_db") is not None
        or bool({"db", "transactional_db"}.intersection(fixtures))
        or issubclass(getattr(item, "cls", None) or object, TransactionTestCase)
    )


@pytest.fixture
def clock(time_machine: time_machine.TimeMachineFixture) -> time_machine.TimeMachineFixture:
    """A clock that stands still at noon UTC on 1 September 2025; `clock.move_to()` sets it."""
    time_machine.move_to(datetime(2025, 9, 1, 12, tzinfo=UTC), tick=False)
    return time_machine


@pytest.fixture(scope="session", autouse=True)
def _clock_is_the_machines() -> None:
    """Let tests set the clock on PostgreSQL too; those of the server's clock use it again."""
    settings.NEWSROOM_DATABASE_CLOCK = False


@pytest.fixture(scope="session", autouse=True)
def _uploads_go_elsewhere(tmp_path_factory: pytest.TempPathFactory) -> None:
    settings.MEDIA_ROOT = tmp_path_factory.mktemp("media")
    settings.NEWSROOM_ORIGINALS_ROOT = tmp_path_factory.mktemp("originals")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Keep SQLite's test database in a file, as in real life: each thread has its own connection.

    A file of its own as well, so that two runs on one machine do not meet.
    """
    if connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["NAME"] = str(tmp_path_factory.mktemp("db") / "test.db")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        _lift_triggers_while_flushing(patch)
        yield


def _lift_triggers_while_flushing(patch: pytest.MonkeyPatch) -> None:
    """Let Django empty the tables after a test that commits.

    It does so with DELETE on SQLite and TRUNCATE on PostgreSQL, which our triggers refuse.
    """
    operations = type(connection.ops)
    flush = operations.execute_sql_flush

    def flush_without_triggers(self: BaseDatabaseOperations, statements: list[str]) -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(TRIGGERS[connection.vendor])
            triggers = cursor.fetchall()
            for drop, _ in triggers:
                cursor.execute(drop)
            flush(self, statements)
            for _, create in triggers:
                cursor.execute(create)

    patch.setattr(operations, "execute_sql_flush", flush_without_triggers)


#: What drops each trigger that refuses to empty a table, and what creates it again.
TRIGGERS = {
    "sqlite": """
        SELECT 'DROP TRIGGER "' || name || '"', sql FROM sqlite_master
        WHERE type = 'trigger' AND name NOT LIKE 'search_%'
    """,
    "postgresql": """
        SELECT format('DROP TRIGGER %I ON %s', tgname, tgrelid::regclass), pg_get_triggerdef(oid)
        FROM pg_trigger WHERE NOT tgisinternal AND tgname LIKE '%_is_not_erased'
    """,
}
