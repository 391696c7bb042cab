"""A process whose children work at a verb, or are killed at it: `python -m tests.trials.victim`.

It takes lines: the name of a verb or a pair of them, which is prepared then; the number of a step
(a statement, or a file written or removed), after which a child that does the verb is killed; or
"together", for two children that do the pair at once, or the verb twice. Nothing else runs in it,
so that it can be copied.
"""

import os
import signal
import sys
import traceback
from collections.abc import Callable
from functools import partial, partialmethod
from typing import Any

import django
from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.db import connection

from articles.core import NewsroomError


def main() -> None:
    """Answer until nobody asks any more."""
    # A pool has threads, which a copy of the process has not.
    settings.DATABASES["default"]["OPTIONS"].pop("pool", None)
    django.setup()
    from tests.trials.verbs import PAIRS, VERBS, WITH_FILES  # noqa: PLC0415 (models need set-up)

    pair: tuple[Callable[[], object], ...] = ()
    for line in sys.stdin:
        word = line.strip()
        if word.isdigit():
            answer = _die(pair[0], int(word))
        elif word == "together":
            answer = " ".join(_together(pair))
        else:
            pair = PAIRS[word]() if word in PAIRS else ((VERBS | WITH_FILES)[word](),) * 2
            answer = "ready"
        connection.close()
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()


def _die(verb: Callable[[], object], step: int) -> str:
    child = os.fork()
    if child == 0:
        work_and_die(verb, step)
    return end_of(child)


def end_of(child: int) -> str:
    """Return how a child that works and dies has ended: killed, through or failed."""
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return "killed"
    return "failed" if os.WEXITSTATUS(status) else "through"


def _together(verbs: tuple[Callable[[], object], ...]) -> list[str]:
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


def work_and_die(verb: Callable[[], object], step: int) -> None:
    """Do the verb, and be killed after the step; never returns."""
    code = 1
    try:
        count = 0

        def die_at(execute: Callable[..., Any], *arguments: Any) -> Any:
            nonlocal count
            result = execute(*arguments)
            count += 1
            if count == step:
                os.kill(os.getpid(), signal.SIGKILL)
            return result

        for name in ("save", "delete"):
            setattr(
                FileSystemStorage,
                name,
                partialmethod(_do, die_at, getattr(FileSystemStorage, name)),
            )
        with connection.execute_wrapper(die_at):
            verb()
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def _do(storage: FileSystemStorage, around: Any, work: Any, *arguments: Any, **options: Any) -> Any:
    return around(partial(work, storage, **options), *arguments)


if __name__ == "__main__":
    main()
