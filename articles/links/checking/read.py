"""What another site answers, read with the same care as pages are checked."""

from http.client import HTTPException

from articles.links.checking.fetch import Answer
from articles.links.checking.network import Network
from articles.links.checking.pace import Pace
from articles.links.checking.place import NotWeb, Place, place_of
from articles.links.checking.resolve import NotPublic
from articles.links.checking.visit import TooManyRedirects, Visit


class NotReadable(Exception):
    """No answer came, or one that says that there is nothing."""


def read_page(url: str, network: Network, most: int) -> bytes:
    """Return what is at the URL on the public web, `most` bytes of it at most.

    Raise NotReadable.
    """
    visit = Visit(network, Pace(network.pause))

    def ask(place: Place) -> Answer:
        return visit.ask(place, "GET", most)

    try:
        answer = visit.follow(place_of(url), ask)
    except (NotPublic, NotWeb, TooManyRedirects, OSError, HTTPException) as error:
        raise NotReadable(f"{type(error).__name__}: {error}") from error
    if answer.status != 200:
        raise NotReadable(f"HTTP {answer.status}")
    return answer.body
