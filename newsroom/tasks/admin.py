"""Background work in the admin, for those who look after the site: what runs, waits and failed."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django_tasks_db.admin import DBTaskResultAdmin
from django_tasks_db.models import DBTaskResult

from newsroom.tasks.failures import last_line, try_again
from newsroom.tasks.models import BackgroundTask


class TaskAdmin(DBTaskResultAdmin):
    """The rows of tasks, read only; those that failed can be tried again."""

    # The base class declares tuples of a fixed length.
    list_display = (  # type: ignore[assignment]
        *("task_name", "status", "finished_at", "run_after", "failure"),
    )
    list_filter = ("status", "queue_name")  # type: ignore[assignment]
    list_display_links = ("task_name",)
    actions = ("retry",)
    show_full_result_count = False

    @admin.display(description=_("last failure"))
    def failure(self, task: Any) -> str:
        """Return what the last failure says, in one line."""
        return last_line(task)

    @admin.action(description=_("Try again"), permissions=["view"])
    def retry(self, request: HttpRequest, tasks: QuerySet[Any]) -> None:
        """Let a worker take up the failed ones among these tasks."""
        count = try_again(tasks)
        said = ngettext(
            "%(count)s task will be tried again.", "%(count)s tasks will be tried again.", count
        )
        self.message_user(request, said % {"count": count}, messages.SUCCESS)


# django-tasks-db has registered its own by now: the import of its module above has done that.
admin.site.unregister(DBTaskResult)
admin.site.register(BackgroundTask, TaskAdmin)
