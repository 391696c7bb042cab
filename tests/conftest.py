"""What every test may use. Database tests run on SQLite, or on the server of DATABASE_URL."""

from collections.abc import Iterator
from datetime import UTC, datetime

import hypothesis
import pytest
import time_machine
from django.conf import settings
from django.db import connection
from django.db.backends.base.operations import BaseDatabaseOperations
from pytest_django import DjangoDbBlocker

# Nobody attacks the passwords of tests; the real hash takes a third of a second each.
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# A test that fails here fails again on the same examples elsewhere, however slow the machine.
hypothesis.settings.register_profile("newsroom", deadline=None, derandomize=True)
hypothesis.settings.load_profile("newsroom")


@pytest.fixture
def clock(time_machine: time_machine.TimeMachineFixture) -> time_machine.TimeMachineFixture:
    """A clock that stands still at noon UTC on 1 September 2025; `clock.move_to()` sets it."""
    time_machine.move_to(datetime(2025, 9, 1, 12, tzinfo=UTC), tick=False)
    return time_machine


@pytest.fixture(scope="session", autouse=True)
def _uploads_go_elsewhere(tmp_path_factory: pytest.TempPathFactory) -> None:
    settings.MEDIA_ROOT = tmp_path_factory.mktemp("media")


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
        if connection.vendor == "sqlite":
            _lift_triggers_while_flushing(patch)
        yield


def _lift_triggers_while_flushing(patch: pytest.MonkeyPatch) -> None:
    """Let Django empty the tables after a test that commits.

    It does so with DELETE on SQLite, which our triggers refuse for what is never deleted.
    (PostgreSQL's TRUNCATE fires no such trigger.)
    """
    operations = type(connection.ops)
    flush = operations.execute_sql_flush

    def flush_without_triggers(self: BaseDatabaseOperations, statements: list[str]) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            triggers = cursor.fetchall()
            for name, _ in triggers:
                cursor.execute(f'DROP TRIGGER "{name}"')
            flush(self, statements)
            for _, sql in triggers:
                cursor.execute(sql)

    patch.setattr(operations, "execute_sql_flush", flush_without_triggers)
