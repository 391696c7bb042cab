"""Kill a process with SIGKILL in the middle of a verb, and look what it leaves."""

import os
import signal
from collections.abc import Callable, Iterator
from typing import Any

from django.apps import apps
from django.db import connection, connections

Rows = dict[str, list[tuple[Any, ...]]]


def kill_at_each_statement(verb: Callable[[], object], step: int = 1) -> Iterator[bool]:
    """Run the verb in a process that is killed after its first statement, and so on by `step`.

    Gives for each kill whether everything is as it was before. It ends when the verb gets
    through, with its work undone: each process works in a copy of this one, on the same database.
    """
    before = rows()
    for statement in range(1, 1000, step):
        if not _killed(verb, statement):
            return
        yield rows() == before


def _killed(verb: Callable[[], object], statement: int) -> bool:
    """Whether the process was killed: it is at this statement, if the verb has so many."""
    connections.close_all()
    if connection.vendor == "postgresql":
        # Two processes must not speak on one connection.
        connection.close_pool()  # type: ignore[attr-defined]
    child = os.fork()
    if child == 0:
        _work_and_die(verb, statement)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return os.WTERMSIG(status) == signal.SIGKILL
    if os.WEXITSTATUS(status):
        raise RuntimeError("The verb failed where it should have been killed.")
    return False


def _work_and_die(verb: Callable[[], object], statement: int) -> None:
    """Never returns: the process has the parent's test run in its memory."""
    code = 1
    try:
        count = 0

        def die_at(execute: Callable[..., Any], *arguments: Any) -> Any:
            nonlocal count
            result = execute(*arguments)
            count += 1
            if count == statement:
                os.kill(os.getpid(), signal.SIGKILL)
            return result

        with connection.execute_wrapper(die_at):
            verb()
        code = 0
    finally:
        os._exit(code)


def rows() -> Rows:
    """Give all rows of all tables of the newsroom."""
    with connection.cursor() as cursor:
        found: Rows = {}
        for model in apps.get_app_config("articles").get_models(include_auto_created=True):
            cursor.execute(f'SELECT * FROM "{model._meta.db_table}"')
            found[model._meta.db_table] = sorted(cursor.fetchall(), key=repr)
    return found
