"""How often a task is tried, and how long each attempt is waited for."""

from datetime import timedelta

#: The last one is about an hour after the first.
MOST_ATTEMPTS = 6
#: Each wait is this many times as long as the one before.
FIRST_WAIT, TIMES = timedelta(seconds=10), 4


def wait_after(attempts: int) -> timedelta:
    """Return how long to wait after this many failed attempts."""
    wait = FIRST_WAIT
    for _ in range(1, min(attempts, MOST_ATTEMPTS)):
        wait *= TIMES
    return wait
