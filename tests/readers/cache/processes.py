"""Other processes of the site, each with a page cache of its own."""

import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Self

from django.db import connection

ROOT = Path(__file__).resolve().parents[3]


class Process:
    """Another process of the site, which answers a line with a line."""

    def __init__(self, module: str) -> None:
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
            "NEWSROOM_ENV": "development",
            "DEBUG": "false",
            "DATABASE_URL": _database_url(),
            "NEWSROOM_LOG_LEVEL": "CRITICAL",
        }
        self._process = subprocess.Popen(
            [sys.executable, "-m", module],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, line: str) -> str:
        """Return its answer."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        return self._process.stdout.readline().strip()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()


class Reader(Process):
    """A process that reads pages, with a page cache of its own."""

    def __init__(self) -> None:
        super().__init__("tests.readers.cache.reader")

    def read(self, path: str, at: datetime) -> tuple[list[object], list[object]]:
        """Return status and text of the page, as served and as built without the page cache."""
        served, built = json.loads(self.ask(json.dumps([path, at.isoformat()])))
        return served, built


def _database_url() -> str:
    settings = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{settings['NAME']}"
    user = ":".join(filter(None, [settings["USER"], settings["PASSWORD"]]))
    return f"postgresql://{user}@{settings['HOST']}:{settings['PORT']}/{settings['NAME']}"
