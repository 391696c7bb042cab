"""The production server, with one worker, on a core of its own where there are two."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

from tests.benchmarks.load import SERVER_CORE, pinned

BIN = Path(sys.executable).parent
PATIENCE = 30


@dataclass(frozen=True, slots=True)
class Server:
    """A running server."""

    root: str
    process: int

    def read(self, path: str) -> bytes:
        """Return the page at the path. Raise URLError if there is none."""
        headers = {"X-Forwarded-Proto": "https"}
        with urlopen(Request(self.root + path, headers=headers), timeout=PATIENCE) as answer:  # noqa: S310
            page: bytes = answer.read()
        return page

    def peak_memory(self) -> int:
        """Return the most memory that a worker has held at once, in bytes."""
        return max(map(peak_of, self._workers()))

    def busy(self) -> float:
        """Return for how many seconds of a core its workers have run."""
        return sum(map(busy, self._workers()))

    def _workers(self) -> list[int]:
        task = Path(f"/proc/{self.process}/task/{self.process}/children")
        return [int(child) for child in task.read_text().split()]


def peak_of(process: int) -> int:
    """Return the most memory that the process has held at once, in bytes."""
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    return 0


def busy(process: int) -> float:
    """Return for how many seconds of a core the process has run, itself and in the kernel."""
    after_name = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(after_name[11]) + int(after_name[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def serve(*application: str, environment: Mapping[str, str]) -> Iterator[Server]:
    """Yield a running server of the application, named as the server's command wants it."""
    port = free_port()
    command = [
        *pinned(SERVER_CORE),
        str(BIN / "granian"),
        *("--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)),
        *("--workers", "1", "--blocking-threads", "4", "--no-access-log", "--log-level", "error"),
        *application,
    ]
    process = subprocess.Popen(command, env={**os.environ, **environment})
    try:
        server = Server(f"http://127.0.0.1:{port}", process.pid)
        wait_for(server, process)
        yield server
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(PATIENCE)


def free_port() -> int:
    """Return a port on which nothing listens."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
    return port


def wait_for(server: Server, process: subprocess.Popen[bytes]) -> None:
    """Wait until the server answers. Raise RuntimeError if it does not."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            server.read("/")
        except URLError as error:
            if hasattr(error, "code"):  # It answers, even if there is no such page.
                return
            time.sleep(0.05)
        else:
            return
    raise RuntimeError("The server did not start; see its output above.")
