"""Connections that promise a body and then send nothing are ended, which frees their threads.

The server has no limit of its own, and a thread that waits for a body cannot be stopped, nor be
left alone with it (granian 2.8.7 takes the body's lock at the end of the request, and holds the
interpreter's). What can be done is what the visitor could do: end the connection.
"""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from struct import unpack_from
from threading import Event, Thread

_SOCKETS = Path("/proc/self/fd")
#: Where Linux says in TCP_INFO for how many milliseconds nothing was received (linux/tcp.h).
_LAST_RECEIVED, _SIZE = 52, 104


@contextmanager
def ended_when_silent(address: str, port: str, seconds: float) -> Iterator[None]:
    """Wait for a body in this block; after these seconds, end the address's silent connections.

    Which of those to this port brings the body is not known here. The others are idle, or wait
    for an answer that takes very long.
    """
    done = Event()
    Thread(target=_watch, args=(done, address, port, seconds), daemon=True).start()
    try:
        yield
    finally:
        done.set()


def _watch(done: Event, address: str, port: str, seconds: float) -> None:
    wait = seconds
    while not done.wait(wait):
        end_silent(address, port, seconds=1)
        wait = 1


def end_silent(address: str, port: str, *, seconds: float) -> None:
    """End the connections from the address to this port on which nothing came for this long."""
    for file in list(_SOCKETS.iterdir()) if _SOCKETS.exists() else []:
        # Most are no such connections; and the server may close its own meanwhile.
        with suppress(OSError), _copy(int(file.name)) as connection:
            ends = (*connection.getpeername()[:1], *map(str, connection.getsockname()[1:2]))
            if ends == (address, port) and _silence(connection) >= seconds:
                connection.shutdown(socket.SHUT_RDWR)


def _copy(number: int) -> socket.socket:
    return socket.fromfd(number, socket.AF_INET, socket.SOCK_STREAM)


def _silence(connection: socket.socket) -> float:
    """Return for how many seconds nothing has come from the other side."""
    told = connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, _SIZE)
    return float(unpack_from("=I", told, _LAST_RECEIVED)[0]) / 1000
