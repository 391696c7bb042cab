"""A worker's sign of life: the lease of its task is renewed while it works."""

import logging
from threading import Event, Thread
from typing import Self

from django.db import DatabaseError, connection

from newsroom.tasks.lease import LEASE, renew
from newsroom.tasks.schedule import Row

#: So a database may be away, or busy, for half of a lease.
EVERY = LEASE.total_seconds() / 4
logger = logging.getLogger(__name__)


class Heartbeat:
    """Renews the lease of a task from a thread of its own, inside the block."""

    def __init__(self, row: Row) -> None:
        self._row, self._done = row, Event()
        self._thread = Thread(target=self._beat, name="heartbeat", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _beat(self) -> None:
        while not self._done.wait(EVERY):
            try:
                if not renew(self._row):
                    logger.warning("Another worker has task %s by now.", self._row.pk)
                    return
            except DatabaseError as error:
                logger.warning("The lease of task %s is not renewed: %s", self._row.pk, error)
            finally:
                connection.close()
