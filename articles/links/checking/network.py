"""What requests may reach, and how patiently: the defaults are those of a check of links."""

import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from ipaddress import IPv4Network, IPv6Network

from articles.links.checking.resolve import look_up

#: How robots.txt names us.
ROBOT = "NewsroomLinkCheck"
#: Takes a host, a port and seconds; returns its IP addresses, or raises OSError.
LookUp = Callable[[str, int, float], list[str]]


@dataclass(frozen=True, slots=True)
class Network:
    """Where requests go, and how much time each takes, in seconds.

    Nothing in the site builds one with other values: there is no setting that opens a private
    network. Tests do, for servers of their own.
    """

    look_up: LookUp = look_up
    #: Networks that count as public although they are not.
    opened: tuple[IPv4Network | IPv6Network, ...] = ()
    #: Any port if it is empty.
    ports: frozenset[int] = frozenset({80, 443})
    tls: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    #: For one page, with its redirects.
    seconds: float = 10
    #: Between two requests to one host.
    pause: float = 1
    #: How requests name us.
    robot: str = ROBOT
