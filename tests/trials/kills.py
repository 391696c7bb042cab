"""Kill a process with SIGKILL in the middle of a verb, and see what it leaves."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import connection

from tests.readers.cache.processes import Process

Rows = dict[str, list[tuple[Any, ...]]]


def kill_at_each_statement(verb: str, step: int = 1) -> Iterator[bool]:
    """Do the verb in a process that is killed after its first statement, and so on by `step`.

    Yield for each kill whether everything is as it was before, until the verb gets through.
    Raise RuntimeError when the verb itself fails.
    """
    with Process("tests.trials.victim") as victim:
        assert victim.ask(verb) == "ready"
        before = rows()
        for statement in range(1, 1000, step):
            answer = victim.ask(str(statement))
            if answer == "through":
                return
            if answer != "killed":
                raise RuntimeError(f"The verb {verb} failed where it should have been killed.")
            yield rows() == before


def rows() -> Rows:
    """Return all rows of all tables of the newsroom."""
    with connection.cursor() as cursor:
        found: Rows = {}
        for model in apps.get_app_config("articles").get_models(include_auto_created=True):
            cursor.execute(f'SELECT * FROM "{model._meta.db_table}"')
            found[model._meta.db_table] = sorted(cursor.fetchall(), key=repr)
    return found
