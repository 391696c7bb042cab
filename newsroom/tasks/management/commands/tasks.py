"""Say what background work failed or waits, or let it be tried again."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from newsroom.tasks.failures import failed_tasks, last_line, late_tasks, try_again


class Command(BaseCommand):
    help = (
        "check: list tasks that failed, or that no worker takes up, and fail if there are any."
        " retry: let failed tasks be tried again."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("what", choices=("check", "retry"))

    def handle(self, *args: Any, **options: Any) -> None:
        if options["what"] == "retry":
            self.stdout.write(f"{try_again(failed_tasks())} will be tried again")
            return
        failed, late = list(failed_tasks()), late_tasks().count()
        for task in failed:
            when = f"{task.finished_at:%Y-%m-%d %H:%M}"
            self.stdout.write(f"{when} {task.task_path}: {last_line(task)}")
        if failed or late:
            raise CommandError(
                f"{len(failed)} failed, {late} waiting for a worker. Run “python manage.py"
                " db_worker”, and “python manage.py tasks retry” once the cause is gone."
            )
        self.stdout.write("No task has failed, and none is late.")
