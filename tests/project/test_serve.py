"""`make serve` keeps the site up: when processes die, and when visitors send slowly."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from http.client import HTTPConnection
from pathlib import Path

import pytest

from newsroom.accounts.anonymous_bodies import SECONDS
from tests.project.serving import PATIENCE, ROOT, Site, environment, serving

KEY = "".join(map(chr, range(ord("!"), ord("!") + 60)))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with serving(tmp_path_factory.mktemp("data")) as site:
        yield site


@pytest.mark.parametrize(
    ("variables", "told"),
    [({}, "SECRET_KEY is missing or weak"), ({"SECRET_KEY": KEY}, "ALLOWED_HOSTS is empty")],
)
def test_it_says_which_setting_is_missing(
    variables: dict[str, str], told: str, tmp_path: Path
) -> None:
    started = subprocess.run(
        [str(ROOT / "tools" / "serve")],
        env=environment(variables | {"NEWSROOM_DATA_DIR": str(tmp_path)}),
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert started.returncode
    assert started.stderr.startswith(told)
    assert "Traceback" not in started.stderr


def test_it_does_not_share_its_port(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        started = subprocess.run(
            [str(ROOT / "tools" / "serve")],
            env=environment({"NEWSROOM_DATA_DIR": str(tmp_path), "PORT": port}),
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
    assert started.returncode
    assert started.stderr.startswith(f"Something listens on port {port} already.")


def slow_post(site: Site, path: str, headers: str = "", *, source: str = "") -> socket.socket:
    """Return a connection that promises a form and sends only one byte of it."""
    connection = socket.create_connection(("127.0.0.1", site.port), source_address=(source, 0))
    connection.sendall(
        f"POST {path} HTTP/1.1\r\nHost: news.example\r\nContent-Length: 1000\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\n{headers}\r\na".encode()
    )
    return connection


def log_in(site: Site) -> int:
    """Return the status of the answer to a log-in, which lacks its token."""
    connection = HTTPConnection("127.0.0.1", site.port, timeout=1)
    try:
        headers = {"Host": "news.example", "Content-Type": "application/x-www-form-urlencoded"}
        connection.request("POST", "/admin/login/", "username=ana&password=secret", headers)
        return connection.getresponse().status
    finally:
        connection.close()


def refusal(connection: socket.socket) -> int:
    """Return the status of the answer that comes although the form never does."""
    connection.settimeout(10)
    answer = connection.recv(100)
    return int(answer.split()[1])


@pytest.mark.parametrize("path", ["/admin/", "/admin/login/", "/admin/nowhere/", "/recent/"])
@pytest.mark.parametrize("cookies", ["", f"csrftoken={'a' * 32}; sessionid={'b' * 32}"])
def test_slow_strangers_hold_up_nobody(site: Site, path: str, cookies: str) -> None:
    headers = f"Cookie: {cookies}\r\n" if cookies else ""
    with ExitStack() as open_ones:
        for _ in range(16):
            open_ones.enter_context(slow_post(site, path, headers))
        time.sleep(0.2)
        for _ in range(8):
            begun = time.monotonic()
            assert site.status() == 200
            assert time.monotonic() - begun < 2


@pytest.mark.parametrize("every", [0, 0.4], ids=["silent", "dripping"])
def test_slow_forms_keep_nobody_from_logging_in_and_end_in_time(site: Site, every: float) -> None:
    with ExitStack() as open_ones:
        slow = [
            open_ones.enter_context(slow_post(site, "/admin/login/", source="127.0.0.9"))
            for _ in range(8)
        ]
        begun = time.monotonic()
        time.sleep(0.2)
        assert [log_in(site) for _ in range(8)] == [403] * 8
        while every and time.monotonic() < begun + SECONDS + 1:
            time.sleep(every)
            for connection in slow:
                with suppress(OSError):
                    connection.send(b"a")
        for connection in slow:
            connection.settimeout(max(0.1, begun + SECONDS + 3 - time.monotonic()))
            # An answer, or the end of the connection.
            with suppress(ConnectionError):
                assert connection.recv(20)[9:12] in (b"408", b"503", b"")


def slow_reader(site: Site, path: str) -> socket.socket:
    """Return a connection that asks for a file and reads nothing of it."""
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
    connection.connect(("127.0.0.1", site.port))
    connection.sendall(f"GET {path} HTTP/1.1\r\nHost: news.example\r\n\r\n".encode())
    return connection


@pytest.mark.parametrize("path", ["editor.js", "editor.js.map"], ids=["small", "large"])
def test_slow_readers_of_files_hold_up_nobody(site: Site, path: str) -> None:
    with ExitStack() as open_ones:
        for _ in range(24):
            open_ones.enter_context(slow_reader(site, f"/static/django_prose_editor/{path}"))
        time.sleep(0.5)
        assert [site.status() for _ in range(8)] == [200] * 8


def test_slow_visitors_leave_no_file_open(site: Site) -> None:
    assert max(len(os.listdir(f"/proc/{worker}/fd")) for worker in site.workers()) < 100  # noqa: PTH208


def test_an_overlong_form_of_a_stranger_is_refused_unread(site: Site) -> None:
    with socket.create_connection(("127.0.0.1", site.port), 5) as connection:
        connection.sendall(
            b"POST /admin/login/ HTTP/1.1\r\nHost: news.example\r\nContent-Length: 9999999\r\n\r\n"
        )
        assert refusal(connection) == 413


def test_a_killed_worker_comes_back_however_often(site: Site) -> None:
    for _ in range(3):
        before = site.workers()
        os.kill(before[0], signal.SIGKILL)
        end = time.monotonic() + 15
        while len(site.workers()) < 2 or before[0] in site.workers():
            assert time.monotonic() < end
            time.sleep(0.1)
        assert site.answers(15)


def test_a_killed_server_comes_back_with_its_workers(site: Site) -> None:
    before = [site.server(), *site.workers()]
    os.kill(before[0], signal.SIGKILL)
    time.sleep(1)
    assert site.answers(30)
    assert not {site.server(), *site.workers()} & set(before)


def test_the_worker_for_background_work_comes_back_and_ends_with_the_site(tmp_path: Path) -> None:
    def worker(*, besides: int = 0) -> int:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with suppress(LookupError, OSError):
                if (found := running.task_worker()) != besides:
                    return found
            time.sleep(0.1)
        raise TimeoutError

    with serving(tmp_path) as running:
        os.kill(first := worker(), signal.SIGKILL)
        second = worker(besides=first)
    end = time.monotonic() + PATIENCE
    while Path(f"/proc/{second}").exists():
        assert time.monotonic() < end
        time.sleep(0.1)
