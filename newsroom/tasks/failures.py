"""What operators are told: tasks that were given up, and tasks that nobody takes up."""

from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from newsroom.tasks.lease import READY, due
from newsroom.tasks.schedule import Row

#: A task that has been due for longer waits for a worker that does not run.
LATE = timedelta(minutes=10)


def failed_tasks() -> "QuerySet[Row]":
    """Return the tasks whose last attempt failed, the last ones first."""
    failed = DBTaskResult.objects.filter(status=TaskResultStatus.FAILED)
    return failed.order_by("-finished_at", "pk")


def late_tasks() -> "QuerySet[Row]":
    """Return the tasks that should have been taken up long ago."""
    before = timezone.now() - LATE
    return DBTaskResult.objects.filter(due(before), enqueued_at__lte=before)


def try_again(tasks: "QuerySet[Row]") -> int:
    """Let a worker take up these failed tasks at once, and return how many there were."""
    failed = tasks.filter(status=TaskResultStatus.FAILED)
    return failed.update(status=READY, run_after=timezone.now(), worker_ids=[])


def last_line(task: Row) -> str:
    """Return what the failure says in one line."""
    return task.traceback.strip().rpartition("\n")[2]
