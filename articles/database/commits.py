"""Whether anything was committed to a SQLite database, seen without a query.

SQLite keeps an index of its write-ahead log in a file beside the database, the `-shm` file, that
all its connections map into memory. It begins with a header that changes with each commit; SQLite
itself uses it to decide whether what a connection remembers is still valid
(https://www.sqlite.org/walformat.html#the_wal_index_header).
"""

import mmap
import os
from pathlib import Path

HEADER_BYTES = 48
#: Never closed: a process that closes any descriptor of a file gives up all its locks on it, those
#: of its connections too (https://www.sqlite.org/howtocorrupt.html, 2.2).
_open_for_ever: dict[tuple[int, int], mmap.mmap] = {}


class Commits:
    """The commits to the SQLite database at a path, to which this process has a connection."""

    def __init__(self, path: str) -> None:
        self._header = _mapped(f"{path}-shm")

    def last(self) -> bytes:
        """Return bytes that identify the last commit; b"" if they cannot be read here."""
        return self._header[:HEADER_BYTES] if self._header else b""


def _mapped(path: str) -> mmap.mmap | None:
    try:
        status = Path(path).stat()
    except OSError:
        # Without a write-ahead log there is no such file.
        return None
    file = (status.st_dev, status.st_ino)
    if file not in _open_for_ever:
        descriptor = os.open(path, os.O_RDONLY)
        _open_for_ever[file] = mmap.mmap(descriptor, HEADER_BYTES, prot=mmap.PROT_READ)
    return _open_for_ever[file]
