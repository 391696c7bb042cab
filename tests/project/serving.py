"""The site as an operator runs it: `make serve` in production, with two workers."""

import os
import secrets
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OURS = ("NEWSROOM_", "SECRET_KEY", "ALLOWED_HOSTS", "DEBUG", "DATABASE_URL", "DJANGO_", "MAKE")
#: Seconds: on a machine that is busy with other things, a start takes a minute.
PATIENCE = 180


@dataclass(frozen=True, slots=True)
class Site:
    """A running site, and the process that supervises it."""

    port: int
    supervisor: int

    def status(self, path: str = "/") -> int:
        """Return the status of the answer to a reader. Raise OSError if there is none in 2 s."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=2)
        try:
            connection.request("GET", path, headers={"Host": "news.example"})
            return connection.getresponse().status
        finally:
            connection.close()

    def answers(self, within: float) -> bool:
        """Return whether it answers readers within these seconds."""
        end = time.monotonic() + within
        while time.monotonic() < end:
            try:
                return self.status() < 500
            except (OSError, HTTPException):
                time.sleep(0.1)
        return False

    def server(self) -> int:
        """Return the process of the server."""
        return max(processes(self.supervisor), key=lambda one: len(processes(one)))

    def task_worker(self) -> int:
        """Return the process that does background work. Raise LookupError if none runs."""
        for shell in processes(self.supervisor):
            for process in processes(shell):
                # As an argument: the shell names it too, and so does each process that it starts
                # until that has its own program.
                if b"db_worker" in Path(f"/proc/{process}/cmdline").read_bytes().split(b"\0"):
                    return process
        raise LookupError

    def workers(self) -> list[int]:
        """Return the server's processes that answer."""
        return processes(self.server())


def processes(parent: int) -> list[int]:
    """Return the children of the process."""
    try:
        return list(map(int, Path(f"/proc/{parent}/task/{parent}/children").read_text().split()))
    except FileNotFoundError:
        return []


def environment(variables: Mapping[str, str]) -> dict[str, str]:
    """Return the environment with these variables, and no others of ours."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    return kept | dict(variables)


@contextmanager
def serving(data: Path) -> Iterator[Site]:
    """Yield the site with an empty data folder; it is stopped as a service is."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    variables = {
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": "news.example",
        "NEWSROOM_DATA_DIR": str(data),
        "NEWSROOM_SSL_REDIRECT": "false",
    }
    command = subprocess.Popen(
        ["/usr/bin/make", "serve", f"PORT={port}"],
        cwd=ROOT,
        env=environment(variables),
        start_new_session=True,
    )
    try:
        # make becomes the parent of the script.
        site = Site(port, command.pid)
        assert site.answers(PATIENCE)
        yield Site(port, *processes(command.pid))
    finally:
        os.killpg(command.pid, signal.SIGTERM)
        command.wait(PATIENCE)
