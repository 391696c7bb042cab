"""A URL taken apart into what a request needs."""

from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from django.utils.encoding import iri_to_uri

PORTS = {"http": 80, "https": 443}


class NotWeb(ValueError):
    """A URL to which no request can be made."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a URL leads: its host in ASCII, and the path with the query, quoted."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """The host as a header names it, with its port unless that is the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """The beginning of all URLs of the site, without a slash at the end."""
        return f"{self.scheme}://{self.authority}"

    @property
    def url(self) -> str:
        """The URL, without a user or a fragment."""
        return self.origin + self.path


def place_of(url: str) -> Place:
    """Return where the URL leads. Raise NotWeb unless it is one of HTTP or HTTPS."""
    try:
        parts = urlsplit(url)
        # Each label must be there and short, in ASCII too.
        host = (parts.hostname or "").rstrip(".").encode("idna").decode()
        port = parts.port
        path = iri_to_uri(parts.path or "/")
        query = f"?{iri_to_uri(parts.query)}" if parts.query else ""
    except ValueError as error:
        raise NotWeb(url) from error
    if parts.scheme not in PORTS or not host or not host.isprintable() or " " in host:
        raise NotWeb(url)
    return Place(parts.scheme, host, PORTS[parts.scheme] if port is None else port, path + query)


def host_of(url: str) -> str:
    """Return the host of the URL; "" if it has none."""
    try:
        return place_of(url).host
    except NotWeb:
        return ""


def redirected(place: Place, location: str) -> Place:
    """Return where a redirect leads from here. Raise NotWeb as `place_of` does."""
    # Servers send UTF-8; headers are read as Latin-1.
    with suppress(UnicodeError):
        location = location.encode("latin-1").decode()
    try:
        return place_of(urljoin(place.url, location))
    except ValueError as error:
        raise NotWeb(location) from error
