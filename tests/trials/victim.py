"""A process whose children work at a verb, or are killed at it: `python -m tests.trials.victim`.

It takes lines: the name of a verb, which is prepared then; the number of a statement, after which
a child that does the verb is killed; or "twice", for two children that do it at once. Nothing else
runs in it, so that it can be copied.
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

from articles.core import NewsroomError


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
        elif word == "twice":
            answer = " ".join(_together([verb, verb]))
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


def _together(verbs: list[Callable[[], object]]) -> list[str]:
    """Do the verbs in a process each, at once: done, refused for a reason, or failed."""
    start, go = os.pipe()
    children = []
    for verb in verbs:
        child = os.fork()
        if child == 0:
            os.close(go)
            os.read(start, 1)  # Until the parent closes the pipe.
            _work_and_tell(verb)
        children.append(child)
    os.close(start)
    os.close(go)
    codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    return [("done", "refused")[code] if code in (0, 1) else "failed" for code in codes]


def _work_and_tell(verb: Callable[[], object]) -> None:
    """Never returns."""
    code = 2
    try:
        verb()
        code = 0
    except NewsroomError:
        code = 1
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


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
