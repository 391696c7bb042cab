"""Two that do the same at the same moment."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection


def twice_at_once(work: Callable[[], object]) -> None:
    """Do `work` in two threads that begin together, each with its own connection.

    Raise what one of them raises.
    """
    begin = Barrier(2)

    def run(_: int) -> None:
        try:
            begin.wait()
            work()
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        list(threads.map(run, range(2)))
