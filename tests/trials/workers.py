"""A process whose children work as workers do, and are killed: `python -m tests.trials.workers`.

It takes lines of numbers: for each one a child takes up tasks, at once with the others, until it is
killed after so many statements; one of 0 goes on until nothing is due. Nothing else runs in it, so
that it can be copied.
"""

import os
import sys
from datetime import timedelta

import django
from django.conf import settings
from django.db import connection

from tests.trials.victim import end_of, work_and_die

#: Seconds for which a worker holds a task: nobody wants to wait for a minute here.
LEASE = float(os.environ.get("TRIALS_LEASE", "0.3"))


def main() -> None:
    """Answer until nobody asks any more."""
    # A pool has threads, which a copy of the process has not.
    settings.DATABASES["default"]["OPTIONS"].pop("pool", None)
    django.setup()
    from newsroom.tasks import attempts, heartbeat, lease, work  # noqa: PLC0415 (models need set-up)

    lease.LEASE, heartbeat.EVERY = timedelta(seconds=LEASE), LEASE / 4
    # Here, nobody who has bad luck is given up, or waits for long.
    attempts.MOST_ATTEMPTS, attempts.FIRST_WAIT, attempts.TIMES = 10_000, lease.LEASE, 1
    for line in sys.stdin:
        children = []
        for step in map(int, line.split()):
            child = os.fork()
            if child == 0:
                work_and_die(lambda: work.run_all(work.worker_name()), step)
            children.append(child)
        answer = " ".join([end_of(child) for child in children])
        connection.close()
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
