"""Commands that go on until they are stopped."""

import logging
import signal
from argparse import ArgumentParser
from collections.abc import Callable
from threading import Event
from typing import Any

from django.db import OperationalError, connection

from articles.management.needs_tables import NeedsTables

logger = logging.getLogger(__name__)


class Repeated(NeedsTables):
    """A command that does its work once or, with `--every`, until it is stopped."""

    #: What was done, after the number.
    done: str

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--every",
            type=int,
            metavar="SECONDS",
            help="go on, and look again every so often, until stopped",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        every: int | None = options["every"]
        if every is None:
            self.stdout.write(f"{self.work(lambda: False)} {self.done}")
        else:
            repeat(self.work, every=every)

    def work(self, stopped: Callable[[], bool]) -> int:
        """Do what is due, and return how much was done; `stopped` says whether to stop early."""
        raise NotImplementedError


def repeat(work: Callable[[Callable[[], bool]], object], *, every: int) -> None:
    """Do the work every so many seconds until SIGTERM or SIGINT; what is under way is finished.

    The work is given a function that says whether to stop. A database that is away is waited for.
    """
    stopping = Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stopping.set())
    while not stopping.is_set():
        try:
            work(stopping.is_set)
        except OperationalError as error:
            logger.warning("The database is waited for: %s", error)
        connection.close()
        stopping.wait(max(1, every))
