"""Whether a page of another site is there, asked as politely as a robot can."""

import logging
import ssl
from dataclasses import dataclass
from http.client import HTTPException
from socket import gaierror

from articles.links.checking import faults
from articles.links.checking.fetch import Answer
from articles.links.checking.network import Network
from articles.links.checking.pace import Pace
from articles.links.checking.place import NotWeb, Place, place_of
from articles.links.checking.resolve import NotPublic
from articles.links.checking.robots import Robots
from articles.links.checking.visit import TooManyRedirects, Visit
from articles.models import GONE

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Found:
    """What one check has shown: a page; no page, and why; or, with neither, nothing.

    `fault` is an HTTP status or a word of `faults.py`.
    """

    is_page: bool = False
    fault: str = ""


class _NotAllowed(Exception):
    """A page that robots.txt keeps us from."""


class Checker:
    """Checks pages one after the other; it remembers robots.txt, and when a host was asked."""

    def __init__(self, network: Network) -> None:
        self._network, self._pace = network, Pace(network.pause)
        self._robots = Robots()

    def check(self, url: str) -> Found:
        """Return what the page at this URL is now; no answer of any server raises."""
        visit = Visit(self._network, self._pace)

        def ask(place: Place) -> Answer:
            if not self._robots.allow(place, visit):
                raise _NotAllowed(place.url)
            answer = visit.ask(place, "HEAD")
            # Many servers answer HEAD wrongly: a reader's browser sends GET.
            asked_well = answer.status < 400 or answer.status == 429
            return answer if asked_well else visit.ask(place, "GET")

        try:
            return _found(visit.follow(place_of(url), ask).status)
        except (_NotAllowed, NotPublic, NotWeb) as error:
            logger.info("%s is not checked: %s (%s)", url, type(error).__name__, error)
            return Found()
        except (OSError, HTTPException, TooManyRedirects) as error:
            return Found(fault=_fault(error))


def _found(status: int) -> Found:
    if 200 <= status < 300:
        return Found(is_page=True)
    # Whatever else a server refuses, it may refuse to robots only.
    is_fault = str(status) in GONE or status >= 500
    return Found(fault=str(status)) if is_fault else Found()


def _fault(error: Exception) -> str:
    if isinstance(error, TooManyRedirects):
        return faults.REDIRECTS
    if isinstance(error, TimeoutError):
        return faults.TIMEOUT
    if isinstance(error, gaierror):
        return faults.NAME
    if isinstance(error, ssl.SSLCertVerificationError):
        return faults.CERTIFICATE
    return faults.CONNECTION
