"""Connections that fell silent are ended, and nothing is left open by looking for them."""

import os
import socket
import time

import pytest

from newsroom.accounts.silent_connections import end_silent


def open_files() -> int:
    return len(os.listdir("/proc/self/fd"))  # noqa: PTH208


def test_looking_for_them_leaves_no_file_open() -> None:
    before = open_files()
    for _ in range(3):
        end_silent("192.0.2.1", "1", seconds=1)
    assert open_files() == before


def test_only_the_silent_ones_of_the_address_and_port_are_ended() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        for source, ended in (("127.0.0.1", False), ("127.0.0.9", True)):
            with (
                socket.create_connection(("127.0.0.1", port), 1, (source, 0)) as visitor,
                server.accept()[0],
            ):
                time.sleep(0.1)
                end_silent("127.0.0.9", str(port), seconds=0.05)
                visitor.settimeout(0.2)
                if ended:
                    assert visitor.recv(1) == b""
                else:
                    with pytest.raises(TimeoutError):
                        visitor.recv(1)
