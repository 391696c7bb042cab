"""Take up background work until stopped."""

import signal
from argparse import ArgumentParser
from threading import Event
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.autoreload import run_with_reloader

from newsroom.tasks.work import run_all, work, worker_name


class Command(BaseCommand):
    help = "Take up background work until stopped. Several may run at the same time."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="do what is due, and end")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["once"]:
            self.stdout.write(f"{run_all(worker_name())} done")
        elif settings.DEBUG:
            # It starts again with the code of today, as runserver does.
            run_with_reloader(work, Event())
        else:
            stopping = Event()
            for name in (signal.SIGTERM, signal.SIGINT):
                signal.signal(name, lambda *_: stopping.set())
            work(stopping)
