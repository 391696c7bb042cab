"""Other processes of the site, each with a page cache of its own."""

import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Protocol, Self

from django.db import connection

ROOT = Path(__file__).resolve().parents[3]
#: Bytes of a page cache that holds all pages as they are served; and of one that holds a few, and
#: a few more that are compressed.
ALL_PAGES, FEW_PAGES = 32 * 1024**2, 96 * 1024
#: Status and text of a page, as served and as built without the page cache.
Answers = tuple[list[object], list[object]]


class ReadsPages(Protocol):
    """Reads a page at a datetime."""

    def read(self, path: str, at: datetime) -> Answers:
        """Return the page, as served and as built."""


class Process:
    """Another process of the site, which answers a line with a line."""

    def __init__(self, module: str, **variables: str) -> None:
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
            "NEWSROOM_ENV": "development",
            "DEBUG": "false",
            "DATABASE_URL": database_url(),
            "NEWSROOM_LOG_LEVEL": "CRITICAL",
            **variables,
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

    def __init__(self, cache_bytes: int = ALL_PAGES) -> None:
        super().__init__("tests.readers.cache.reader", NEWSROOM_PAGE_CACHE_BYTES=str(cache_bytes))

    def read(self, path: str, at: datetime) -> Answers:
        """Return status and text of the page, as served and as built without the page cache."""
        served, built = json.loads(self.ask(json.dumps([path, at.isoformat()])))
        return served, built


def database_url() -> str:
    """Return the URL of the database of this process."""
    settings = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{settings['NAME']}"
    user = ":".join(filter(None, [settings["USER"], settings["PASSWORD"]]))
    return f"postgresql://{user}@{settings['HOST']}:{settings['PORT']}/{settings['NAME']}"
