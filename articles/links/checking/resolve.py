"""The IP addresses of a host, all of which must be public."""

import socket
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from queue import Empty, SimpleQueue
from threading import Thread

Address = IPv4Address | IPv6Address
Networks = Iterable[IPv4Network | IPv6Network]

#: All that is given out for IPv6; what stands for an IPv4 address (mapped, NAT64) is outside.
UNICAST = IPv6Network("2000::/3")
#: What `is_global` lets through in some versions of Python and is no address of a site: addresses
#: of protocols, relays of 6to4; Teredo and its neighbours, 6to4, documentation.
NOT_SITES = (
    *(IPv4Network("192.0.0.0/24"), IPv4Network("192.88.99.0/24")),
    *(IPv6Network("2001::/23"), IPv6Network("2002::/16"), IPv6Network("3fff::/20")),
)


class NotPublic(Exception):
    """An address that no request may be sent to."""


def is_public(address: Address) -> bool:
    """Return whether the address can be one of a site on the public internet."""
    if isinstance(address, IPv6Address) and (address not in UNICAST or address.scope_id):
        return False
    if any(address in network for network in NOT_SITES):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def checked(found: Iterable[str], opened: Networks = ()) -> list[Address]:
    """Return the addresses, which may be connected to as they are.

    Raise NotPublic if one of them is neither public nor in a network that was `opened`.
    """
    addresses = [ip_address(text) for text in found]
    for address in addresses:
        if not is_public(address) and not any(address in network for network in opened):
            raise NotPublic(str(address))
    return list(dict.fromkeys(addresses))


def look_up(host: str, port: int, seconds: float) -> list[str]:
    """Return the IP addresses of the host as this machine's resolver knows them.

    Raise OSError if it knows none, TimeoutError if that takes longer than `seconds`.
    """
    answer: SimpleQueue[list[str] | OSError] = SimpleQueue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answer.put([str(entry[4][0]) for entry in found])
        except (OSError, UnicodeError) as error:
            answer.put(error if isinstance(error, OSError) else socket.gaierror(str(error)))

    # The system's resolver cannot be told how long to take.
    Thread(target=ask, daemon=True).start()
    try:
        got = answer.get(timeout=seconds)
    except Empty:
        raise TimeoutError(f"{host} could not be looked up in time") from None
    if isinstance(got, OSError):
        raise got
    return got
