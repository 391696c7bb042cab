"""A process whose children are killed in the middle of a verb: `python -m tests.trials.victim`.

It takes lines: the name of a verb, which is prepared then, or the number of a statement, after
which a child that does the verb is killed. Nothing else runs in it, so that it can be copied.
"""

import os
import signal
import sys
import traceback
from collections.abc import Callable
from typing import Any

import django
from django.conf import settings
from django.db import connection


def main() -> None:
    """Answer until nobody asks any more."""
    # A pool has threads, which a copy of the process has not.
    settings.DATABASES["default"]["OPTIONS"].pop("pool", None)
    django.setup()
    from tests.trials.verbs import VERBS  # noqa: PLC0415 (models need the set-up)

    def verb() -> object:
        raise LookupError("Name a verb first.")

    for line in sys.stdin:
        word = line.strip()
        if word.isdigit():
            answer = _die(verb, int(word))
        else:
            verb, answer = VERBS[word](), "ready"
        connection.close()
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()


def _die(verb: Callable[[], object], statement: int) -> str:
    child = os.fork()
    if child == 0:
        _work_and_die(verb, statement)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return "killed"
    return "failed" if os.WEXITSTATUS(status) else "through"


def _work_and_die(verb: Callable[[], object], statement: int) -> None:
    """Never returns."""
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
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


if __name__ == "__main__":
    main()
