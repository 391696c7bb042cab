"""A worker: it takes up one task after the other until it is stopped."""

import logging
import os
import socket
from secrets import token_hex
from threading import Event
from time import monotonic

from django.db import InterfaceError, OperationalError, connection

from newsroom.tasks import attempts, lease
from newsroom.tasks.heartbeat import Heartbeat
from newsroom.tasks.schedule import Row, keep_schedule

#: Seconds between two looks at an empty queue.
LOOKS_EVERY = 1
#: Seconds after which the rows of the schedule are looked at again: a restored backup may lack one.
SCHEDULE_EVERY = 600
logger = logging.getLogger(__name__)


def worker_name() -> str:
    """Return a name that no other worker has, and that says where this one runs."""
    return f"{socket.gethostname()[:40]}:{os.getpid()}:{token_hex(4)}"


def work(stopping: Event) -> None:
    """Take up what is due until told to stop; a task under way is finished.

    A database that is away is waited for.
    """
    worker, look_at_schedule = worker_name(), monotonic()
    while not stopping.is_set():
        worked = False
        try:
            if monotonic() >= look_at_schedule:
                keep_schedule()
                look_at_schedule = monotonic() + SCHEDULE_EVERY
            worked = run_next(worker)
        except (OperationalError, InterfaceError) as error:
            logger.warning("The database is waited for: %s", error)
        connection.close()
        if not worked:
            stopping.wait(LOOKS_EVERY)


def run_all(worker: str) -> int:
    """Run all that is due, and return how many tasks that were."""
    count = 0
    while run_next(worker):
        count += 1
    return count


def run_next(worker: str) -> bool:
    """Run the next task that is due, and return whether there was one.

    Raise OperationalError if the database is away; another worker takes the task up then.
    """
    row = lease.claim(worker)
    if row is None:
        return False
    try:
        with Heartbeat(row):
            _call(row)
        lease.succeed(row)
    # Whatever the task's code raises; what ends the process is no failure of the task.
    except Exception as error:
        is_last = lease.attempts_of(row) >= attempts.MOST_ATTEMPTS
        log = logger.error if is_last else logger.warning
        log("Task %s, attempt %s: %r", row.task_path, lease.attempts_of(row), error)
        lease.fail(row, error)
    return True


def _call(row: Row) -> None:
    # What it returns is not kept: a task is there for what it does.
    row.task.call(*row.args_kwargs["args"], **row.args_kwargs["kwargs"])
