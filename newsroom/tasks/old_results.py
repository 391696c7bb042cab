"""Rows of tasks that are done are not kept for ever."""

from datetime import timedelta

from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from newsroom.tasks.schedule import SCHEDULE

#: Failures are kept for operators to see.
KEPT = {TaskResultStatus.SUCCESSFUL: timedelta(days=1), TaskResultStatus.FAILED: timedelta(days=30)}


@task
def remove_old_results() -> None:
    """Remove the rows of tasks that were done, or given up, long ago."""
    for status, age in KEPT.items():
        old = DBTaskResult.objects.filter(status=status, finished_at__lt=timezone.now() - age)
        old.exclude(queue_name=SCHEDULE).delete()
