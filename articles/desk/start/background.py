"""Background work that failed, for those who look after the site."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from articles.desk.start.part import Part, Row
from articles.people import permissions
from newsroom.accounts.models import User

MOST = 5
LIST = "admin:tasks_backgroundtask_changelist"


def background_parts(by: User) -> list[Part]:
    """Return the tasks that were given up, the last ones first, from one query.

    None if the person may not see them.
    """
    if not permissions.can_see_tasks(by):
        return []
    failed = DBTaskResult.objects.filter(status=TaskResultStatus.FAILED)
    rows = [
        Row(
            task.task_path.rpartition(".")[2],
            reverse("admin:tasks_backgroundtask_change", args=[task.pk]),
            task.traceback.strip().rpartition("\n")[2],
            task.finished_at,
        )
        for task in failed.order_by("-finished_at", "pk")[:MOST]
    ]
    url = f"{reverse(LIST)}?status__exact={TaskResultStatus.FAILED}"
    return [Part("failed-tasks", gettext("Failed background work"), rows, more_url=url)]
