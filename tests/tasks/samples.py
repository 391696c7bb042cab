"""Tasks of the tests."""

import os
import signal
from pathlib import Path
from time import sleep

from django_tasks import task


@task
def note(path: str, line: str, seconds: float = 0) -> None:
    """Write a line to a file once some time has passed."""
    sleep(seconds)
    with Path(path).open("a") as file:
        file.write(f"{line}\n")


@task
def refuse(message: str) -> None:
    """Raise an error."""
    raise ValueError(message)


@task
def kill() -> None:
    """End the process of the worker as an operating system does that is short of memory."""
    os.kill(os.getpid(), signal.SIGKILL)


@task
def fail() -> None:
    """Raise an error."""
    raise ValueError


@task
def quote_anything() -> None:
    """Raise an error that quotes what no database takes, at length."""
    raise ValueError("x" * 100_000 + "a\0b \ud800")
