"""A web of two servers on this machine: one counts as public, the other one as private.

Both write down each request that they get.
"""

import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import IPv4Network
from pathlib import Path
from threading import Thread
from typing import Any

from articles.links.checking.network import Network
from tests.factories import SAMPLES

PUBLIC, PRIVATE = "127.0.0.2", "127.0.0.1"
CERTIFICATE = SAMPLES / "tls" / "right.test.pem"
#: Answers a request: it gets the handler, which writes.
Answers = Callable[[BaseHTTPRequestHandler], None]


def says(status: int, body: str = "", **headers: str) -> Answers:
    """Return what answers with this status, these headers and this body."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        for name, value in headers.items():
            request.send_header(name, value)
        request.end_headers()
        if request.command != "HEAD":
            request.wfile.write(body.encode())

    return answer


def leads(to: str) -> Answers:
    """Return what redirects to this URL."""
    return says(302, Location=to)


def drips(request: BaseHTTPRequestHandler) -> None:
    """Send a byte of a head that does not end, now and then."""
    for _ in range(200):
        request.wfile.write(b"H")
        time.sleep(0.05)


class Handler(BaseHTTPRequestHandler):
    """Answers as the test says for the path; any other page is there, and has no robots.txt."""

    server: Any

    def do_GET(self) -> None:
        """Answer, and write down what was asked."""
        self.server.log.append((self.command, self.headers["Host"].split(":")[0], self.path))
        self.server.agents.add(self.headers["User-Agent"])
        self.server.times.append(time.monotonic())
        default = says(404 if self.path == "/robots.txt" else 200)
        with suppress(OSError):
            self.server.answers.get(self.path, default)(self)

    do_HEAD = do_GET  # noqa: N815 - the name that the library calls

    def log_message(self, *args: Any) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """A server on one IP address, with what it was asked."""

    daemon_threads = True

    def __init__(self, address: str, port: int = 0, certificate: Path | None = None) -> None:
        super().__init__((address, port), Handler)
        self.answers: dict[str, Answers] = {}
        self.log: list[tuple[str, str, str]] = []
        self.agents: set[str] = set()
        self.times: list[float] = []
        self.taken = 0
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self.socket = context.wrap_socket(self.socket, server_side=True)

    def handle_error(self, *args: Any) -> None:
        """Say nothing: a connection that was given up is no fault of the server."""


@contextmanager
def running(server: Server) -> Iterator[Server]:
    """Let the server answer inside the block."""
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@dataclass
class Web:
    """Names, and the servers on which they are; a name with more answers gives one after another.

    The port of both is the same.
    """

    public: Server
    private: Server
    names: dict[str, list[list[str]]] = field(default_factory=dict)
    looked_up: list[str] = field(default_factory=list)

    @property
    def port(self) -> int:
        """The port of both servers."""
        return self.public.server_port

    def look_up(self, host: str, port: int, seconds: float) -> list[str]:
        """Return the addresses that the name has this time: by default, the public one's."""
        self.looked_up.append(host)
        answers = self.names.get(host, [[PUBLIC]])
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def network(self, **other: Any) -> Network:
        """Return a network in which the public server may be reached, and the other may not."""
        network = Network(
            look_up=self.look_up,
            opened=(IPv4Network(f"{PUBLIC}/32"),),
            ports=frozenset({self.port}),
            tls=ssl.create_default_context(cafile=CERTIFICATE),
            seconds=3,
            pause=0,
        )
        return replace(network, **other)

    def url(self, host: str = "page.test", path: str = "/page") -> str:
        """Return the URL of a page on this web."""
        return f"http://{host}:{self.port}{path}"


@contextmanager
def webs() -> Iterator[Web]:
    """Let a public and a private server answer inside the block."""
    first, second = _at_one_port()
    with running(first) as public, running(second) as private:
        yield Web(public, private)


def _at_one_port() -> tuple[Server, Server]:
    """Return servers at both addresses, at a port that is free at both."""
    while True:
        public = Server(PUBLIC)
        try:
            return public, Server(PRIVATE, public.server_port)
        except OSError:
            public.server_close()
