"""One request, to an address that was checked before; what comes back is bounded."""

import socket
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection, IncompleteRead
from time import monotonic

from django.conf import settings

from articles.links.checking.bounded import Bounded, seconds_until
from articles.links.checking.network import Network
from articles.links.checking.place import Place
from articles.links.checking.resolve import Address, NotPublic, checked

#: Of an answer without its body, in bytes.
MOST = 64 * 1024
#: At most this many addresses of a host are tried.
TRIED = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said: its status, where it redirects to, "" if nowhere, and the body."""

    status: int
    location: str
    body: bytes


def fetch(place: Place, network: Network, *, method: str, seconds: float, body: int = 0) -> Answer:
    """Return the answer to one request within these seconds, without following redirects.

    Of the body, at most `body` bytes are read. The host is looked up once, and the connection goes
    to an address that was checked. Raise NotPublic if it may not go there, OSError or HTTPException
    if no answer came; `ssl.SSLError`, `socket.gaierror` and TimeoutError are kinds of OSError.
    """
    if network.ports and place.port not in network.ports:
        raise NotPublic(place.authority)
    until = monotonic() + seconds
    addresses = checked(network.look_up(place.host, place.port, seconds), network.opened)
    with closing(_connect(addresses, place, network, until)) as connected:
        exchange = HTTPConnection(place.host, place.port)
        # It has everything that is used of a socket.
        exchange.sock = Bounded(connected, until, MOST + body)
        exchange.putrequest(method, place.path, skip_host=True, skip_accept_encoding=True)
        for name, value in _headers(place, network.robot).items():
            exchange.putheader(name, value)
        exchange.endheaders()
        with closing(exchange.getresponse()) as response:
            try:
                read = response.read(body)
            except IncompleteRead as error:
                read = error.partial
            return Answer(response.status, response.headers.get("Location", ""), read)


def _headers(place: Place, robot: str) -> dict[str, str]:
    return {
        "Host": place.authority,
        "User-Agent": f"{robot}/1.0 (+{settings.NEWSROOM_URL})",
        "Accept": "*/*",
        "Accept-Encoding": "identity",
        "Connection": "close",
    }


def _connect(
    addresses: list[Address], place: Place, network: Network, until: float
) -> socket.socket:
    """Return a connection to the first address that takes one, encrypted for HTTPS."""
    tried = addresses[:TRIED]
    for left, address in zip(range(len(tried), 0, -1), tried, strict=True):
        # An address that swallows what is sent leaves time for the next one.
        seconds = seconds_until(until) / left
        try:
            connected = socket.create_connection((str(address), place.port), seconds)
        except OSError:
            if left == 1:
                raise
            continue
        if place.scheme == "http":
            return connected
        try:
            connected.settimeout(seconds_until(until))
            return network.tls.wrap_socket(connected, server_hostname=place.host)
        except (OSError, ValueError):
            connected.close()
            raise
    raise socket.gaierror(f"{place.host} has no address")
