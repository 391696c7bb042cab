"""The row of a task while a worker has it: claimed, renewed, and settled.

A running task's `run_after` is when its lease ends, and `started_at` says whose it is: whoever
settles a task that somebody else has taken up meanwhile changes nothing. Machines that share a
database need clocks that agree within a few seconds.
"""

from datetime import datetime, timedelta
from traceback import format_exception
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from newsroom.tasks import attempts
from newsroom.tasks.attempts import wait_after
from newsroom.tasks.schedule import SCHEDULE, Row, interval_of

#: Longer than a worker may wait for the database, which it needs to renew it.
LEASE = timedelta(seconds=60)
#: Characters of a traceback that are kept.
MOST_TOLD = 20_000
READY, RUNNING = TaskResultStatus.READY, TaskResultStatus.RUNNING
FAILED, SUCCESSFUL = TaskResultStatus.FAILED, TaskResultStatus.SUCCESSFUL


class WorkerDied(Exception):
    """A task whose worker ended in the middle of it at each attempt."""


def due(at: datetime) -> Q:
    """Return the condition for tasks that a worker may take up at the timezone-aware `at`."""
    passed = Q(run_after__lte=at)
    # What is to run as soon as possible has the latest possible date.
    ready = Q(status=READY) & (passed | Q(run_after=get_date_max()))
    return ready | (Q(status=RUNNING) | Q(status=FAILED, queue_name=SCHEDULE)) & passed


def claim(worker: str) -> Row | None:
    """Return the next task that is due, held by this worker; None if there is none."""
    at = timezone.now()
    with transaction.atomic():
        # SQLite has one writer at a time anyway.
        found = DBTaskResult.objects.filter(due(at)).select_for_update(skip_locked=True)
        row = found.first()
        if row is None:
            return None
        was_left = row.status == RUNNING
        row.status, row.started_at, row.run_after = RUNNING, at, at + LEASE
        if not (was_left and attempts_of(row) >= attempts.MOST_ATTEMPTS):
            row.worker_ids = [*row.worker_ids, worker][-attempts.MOST_ATTEMPTS :]
            was_left = False
        row.save(update_fields=["status", "started_at", "run_after", "worker_ids"])
    if was_left:
        fail(row, WorkerDied(f"{attempts.MOST_ATTEMPTS} workers ended while they worked at it."))
        return claim(worker)
    return row


def renew(row: Row) -> bool:
    """Let the lease go on, and return whether the task is still this worker's."""
    return _write(row, run_after=timezone.now() + LEASE)


def succeed(row: Row) -> bool:
    """Write that the task is done; one of the schedule is due again later.

    Return whether it was still this worker's.
    """
    at = timezone.now()
    done = {"finished_at": at, "exception_class_path": "", "traceback": ""}
    if row.queue_name == SCHEDULE:
        return _write(
            row, status=READY, run_after=at + interval_of(row.task_path), worker_ids=[], **done
        )
    return _write(row, status=SUCCESSFUL, **done)


def fail(row: Row, error: BaseException) -> bool:
    """Write why the attempt failed, and when the next one is; after the last, that it failed.

    One of the schedule is tried again even then. Return whether it was still this worker's.
    """
    at = timezone.now()
    tried = attempts_of(row)
    return _write(
        row,
        status=FAILED if tried >= attempts.MOST_ATTEMPTS else READY,
        run_after=at + wait_after(tried),
        finished_at=at,
        exception_class_path=f"{type(error).__module__}.{type(error).__qualname__}",
        traceback=_storable("".join(format_exception(error))),
    )


def attempts_of(row: Row) -> int:
    """Return how often the task was tried, since it was last done."""
    return len(row.worker_ids)


def _storable(text: str) -> str:
    """Return the end of the text without what no database takes; an error may quote anything.

    A worker that could not write down why a task failed would end, and so would each after it.
    """
    end = text[-MOST_TOLD:].encode("utf-8", "backslashreplace").decode()
    return end.replace("\0", r"\0")


def _write(row: Row, **fields: Any) -> bool:
    held = DBTaskResult.objects.filter(pk=row.pk, status=RUNNING, started_at=row.started_at)
    return held.update(**fields) == 1
