"""What repeats: the tasks of `NEWSROOM_SCHEDULE`, a row each, which is due again after each run."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid5

from django.conf import settings
from django.utils import timezone
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS
from django_tasks_db.models import DBTaskResult

#: The queue of what repeats.
SCHEDULE = "schedule"
Row = DBTaskResult[..., Any]
_NAMES = UUID("4f0f3cb1-6c3d-4a52-9a86-0f7d5f6f0a52")


def keep_schedule() -> None:
    """Add the rows that are missing, due at once, and remove those of tasks that no longer repeat.

    Several workers may do so at the same time: a task always has the same primary key.
    """
    rows: list[Row] = [
        DBTaskResult(
            id=key_of(path),
            task_path=path,
            args_kwargs={"args": [], "kwargs": {}},
            queue_name=SCHEDULE,
            backend_name=DEFAULT_TASK_BACKEND_ALIAS,
            run_after=timezone.now(),
        )
        for path in settings.NEWSROOM_SCHEDULE
    ]
    known = DBTaskResult.objects.filter(queue_name=SCHEDULE)
    known.exclude(pk__in=[row.pk for row in rows]).delete()
    DBTaskResult.objects.bulk_create(rows, ignore_conflicts=True)


def key_of(path: str) -> UUID:
    """Return the primary key of the row of a task that repeats, by the dotted name of the task."""
    return uuid5(_NAMES, path)


def interval_of(path: str) -> timedelta:
    """Return how long after a run the task is due again."""
    # A worker of the release before may meet the row of a task that it does not know.
    return timedelta(seconds=settings.NEWSROOM_SCHEDULE.get(path, 60))
