"""A connection that ends after a set time and number of bytes, however slowly they come."""

from __future__ import annotations

import io
import socket
from time import monotonic
from typing import Any


class Bounded:
    """A connected socket as `http.client` uses it, read until a time and up to a size.

    `until` is a time of `time.monotonic`. Past it, reading raises TimeoutError: a time-out of the
    socket would begin again with each byte. Past `most` bytes, the stream is at its end.
    """

    def __init__(self, connected: socket.socket, until: float, most: int) -> None:
        self._socket, self._until = connected, until
        self._reader = _Reader(connected, until, most)

    def sendall(self, data: Any) -> None:
        """Send the data, all of it in the time that is left."""
        self._socket.settimeout(seconds_until(self._until))
        self._socket.sendall(data)

    def makefile(self, mode: str) -> io.BufferedReader:
        """Return the stream that an answer is read from."""
        return io.BufferedReader(self._reader)

    def close(self) -> None:
        """Do nothing: who connected closes, and the answer is still to be read."""


class _Reader(io.RawIOBase):
    def __init__(self, connected: socket.socket, until: float, most: int) -> None:
        self._socket, self._until, self._left = connected, until, most

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        with memoryview(buffer)[: self._left] as room:
            if not len(room):
                return 0
            self._socket.settimeout(seconds_until(self._until))
            read = self._socket.recv_into(room)
        self._left -= read
        return read


def seconds_until(until: float) -> float:
    """Return the seconds that are left until then. Raise TimeoutError if there are none."""
    left = until - monotonic()
    if left <= 0:
        raise TimeoutError("out of time")
    return left
