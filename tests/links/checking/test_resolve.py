"""Which addresses a request may be sent to."""

import socket
import time
from ipaddress import ip_address

import pytest

from articles.links.checking.resolve import NotPublic, checked, is_public, look_up

FORBIDDEN = [
    *("127.0.0.1", "127.255.255.254", "0.0.0.1", "0.1.2.3", "10.0.0.1", "172.16.0.1"),
    *("172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1", "100.127.255.255"),
    *("192.0.0.8", "192.0.0.170", "192.0.2.1", "192.88.99.1", "198.18.0.1", "198.51.100.1"),
    *("203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255"),
    *("::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:8.8.8.8"),
    *("::ffff:0:127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::808:808", "64:ff9b:1::1", "100::1"),
    *("2001::1", "2001:0:7f00:1::", "2001:20::1", "2001:db8::1", "2002:7f00:1::1"),
    *("2002:a00:1::", "3fff::1", "5f00::1", "fc00::1", "fd12:3456::1", "fe80::1"),
    *("fe80::1%eth0", "fec0::1", "ff02::1", "2606:4700::1111%eth0"),
]


@pytest.mark.parametrize("address", FORBIDDEN)
def test_no_address_but_of_the_public_internet(address: str) -> None:
    assert not is_public(ip_address(address))
    with pytest.raises(NotPublic):
        checked(["9.9.9.9", address])


@pytest.mark.parametrize("address", ["8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111"])
def test_addresses_of_sites(address: str) -> None:
    assert is_public(ip_address(address))
    assert checked([address, address]) == [ip_address(address)]


@pytest.mark.parametrize("host", ["127.1", "0x7f.1", "2130706433", "0177.0.0.1", "localhost", "0"])
def test_this_machine_by_its_other_names(host: str) -> None:
    with pytest.raises(NotPublic):
        checked(look_up(host, 80, 5))


def test_a_name_that_is_none() -> None:
    with pytest.raises(OSError, match="label"):
        look_up("a" * 64 + ".test", 80, 5)


def test_a_resolver_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    def silent(*_: object, **__: object) -> list[object]:
        time.sleep(2)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", silent)
    began = time.monotonic()
    with pytest.raises(TimeoutError):
        look_up("page.test", 80, 0.05)
    assert time.monotonic() - began < 1
