"""Which IP address a visitor has, behind none, one or several proxies."""

import pytest
from django.test import RequestFactory
from pytest_django import Settings

from newsroom.accounts.client_ip import client_ip

PROXY = "192.0.2.1"


@pytest.mark.parametrize(
    ("sent", "found"),
    [
        ("203.0.113.5", "203.0.113.5"),
        ("10.9.9.9, 203.0.113.5", "203.0.113.5"),
        ("10.9.9.9,203.0.113.5 , ", "203.0.113.5"),
        ("203.0.113.7:51234", "203.0.113.7"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("[::ffff:203.0.113.7]:51234", "203.0.113.7"),
        ("64:ff9b::203.0.113.7", "203.0.113.7"),
        ("[64:ff9b::cb00:7107]:51234", "203.0.113.7"),
        ("2001:DB8::1", "2001:db8::"),
        ("[2001:db8:1:2:3:4:5:6]:51234", "2001:db8:1:2::"),
        ('"[2001:db8:1:2:3:4:5:6]:51234"', "2001:db8:1:2::"),
        ("[2001:db8:1:2:3:4:5:6]", "2001:db8:1:2::"),
        ("fe80::1%eth0", "fe80::"),
        ("no address", PROXY),
        ("unknown", PROXY),
        ("1.2.3", PROXY),
        ("[2001:db8::1", "2001:db8::"),
        (":" * 50_000, PROXY),
        ("", PROXY),
    ],
)
def test_behind_a_proxy_it_is_the_one_that_the_proxy_names(
    rf: RequestFactory, settings: Settings, sent: str, found: str
) -> None:
    settings.NEWSROOM_PROXY_ADDRESS_HEADER = "X-Forwarded-For"
    request = rf.get("/", headers={"x-forwarded-for": sent}, REMOTE_ADDR=PROXY)
    assert client_ip(request) == found


@pytest.mark.parametrize(
    ("proxies", "sent", "found"),
    [
        (1, "forged, 203.0.113.5, 198.51.100.1", "198.51.100.1"),
        (2, "forged, 203.0.113.5, 198.51.100.1", "203.0.113.5"),
        (2, "10.0.0.7, 203.0.113.5:443, [2001:db8::1]", "203.0.113.5"),
        (3, "203.0.113.5, 198.51.100.1", "203.0.113.5"),
        (2, "unknown, 198.51.100.1", PROXY),
    ],
)
def test_behind_several_proxies_it_is_the_one_that_the_first_names(
    rf: RequestFactory, settings: Settings, proxies: int, sent: str, found: str
) -> None:
    settings.NEWSROOM_PROXY_ADDRESS_HEADER = "X-Forwarded-For"
    settings.NEWSROOM_PROXIES = proxies
    request = rf.get("/", headers={"x-forwarded-for": sent}, REMOTE_ADDR=PROXY)
    assert client_ip(request) == found


def test_without_a_proxy_the_header_means_nothing(rf: RequestFactory, settings: Settings) -> None:
    settings.NEWSROOM_PROXY_ADDRESS_HEADER = ""
    request = rf.get(
        "/", headers={"x-forwarded-for": "203.0.113.5"}, REMOTE_ADDR="::ffff:192.0.2.1"
    )
    assert client_ip(request) == PROXY


def test_a_server_that_knows_no_ip_address_has_none(rf: RequestFactory) -> None:
    assert client_ip(rf.get("/", REMOTE_ADDR="")) is None
