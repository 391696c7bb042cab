"""Other processes of the site, each with a memory of its own."""

import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Self

from django.db import connection

ROOT = Path(__file__).resolve().parent.parent.parent


class Reader:
    """Another process of the site, with a memory of its own."""

    def __init__(self) -> None:
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
            "NEWSROOM_ENV": "development",
            "DEBUG": "false",
            "DATABASE_URL": _database_url(),
            "NEWSROOM_LOG_LEVEL": "CRITICAL",
        }
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.freshness.reader"],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def read(self, address: str, at: datetime) -> tuple[list[object], list[object]]:
        """Give status and text of the page, as it is served and as it is with nothing kept."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps([address, at.isoformat()]) + "\n")
        self._process.stdin.flush()
        served, built = json.loads(self._process.stdout.readline())
        return served, built

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()


def _database_url() -> str:
    settings = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{settings['NAME']}"
    user = ":".join(filter(None, [settings["USER"], settings["PASSWORD"]]))
    return f"postgresql://{user}@{settings['HOST']}:{settings['PORT']}/{settings['NAME']}"
