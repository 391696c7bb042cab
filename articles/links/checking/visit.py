"""A way through redirects in bounded time, each step of which is looked up and checked again."""

from collections.abc import Callable
from time import monotonic

from articles.links.checking.fetch import Answer, fetch
from articles.links.checking.network import Network
from articles.links.checking.pace import Pace
from articles.links.checking.place import Place, redirected

REDIRECTS = frozenset({301, 302, 303, 307, 308})
MOST_REDIRECTS = 5


class TooManyRedirects(Exception):
    """A page that leads from one page to the next without an end."""


class Visit:
    """Requests for one page, which share the seconds that it may take. Waiting is not counted."""

    def __init__(self, network: Network, pace: Pace) -> None:
        self._network, self._pace = network, pace
        self._left = network.seconds

    def ask(self, place: Place, method: str, body: int = 0) -> Answer:
        """Return the answer to one request. Raise what `fetch` raises."""
        if self._left <= 0:
            raise TimeoutError("out of time")
        self._pace.keep(place.host)
        began = monotonic()
        try:
            return fetch(place, self._network, method=method, seconds=self._left, body=body)
        finally:
            self._left -= monotonic() - began

    def follow(self, place: Place, ask: Callable[[Place], Answer]) -> Answer:
        """Return the answer at the end of the redirects, each asked for by `ask`.

        Raise TooManyRedirects, NotWeb if one does not lead to a page on the web, and what `ask`
        raises.
        """
        for _ in range(MOST_REDIRECTS + 1):
            answer = ask(place)
            if answer.status not in REDIRECTS or not answer.location:
                return answer
            place = redirected(place, answer.location)
        raise TooManyRedirects(place.url)
