"""A polite rate: no host gets two requests within a second."""

from time import monotonic, sleep


class Pace:
    """When each host was asked last, in this run."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._asked: dict[str, float] = {}

    def keep(self, host: str) -> None:
        """Wait until the host may be asked again, and note that it is asked then."""
        if host in self._asked:
            left = self._asked[host] + self._seconds - monotonic()
            if left > 0:
                sleep(left)
        self._asked[host] = monotonic()
