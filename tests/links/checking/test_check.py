"""Pages are checked without a request to a private network, and every check ends."""

import time
from http.server import BaseHTTPRequestHandler
from socket import gaierror

import pytest
from pytest_django import Settings

from articles.links.checking import faults
from articles.links.checking.check import Checker, Found
from articles.links.checking.network import Network
from tests.links.checking.web import (
    CERTIFICATE,
    PRIVATE,
    PUBLIC,
    Server,
    Web,
    drips,
    leads,
    running,
    says,
)

PAGE, NOTHING = Found(is_page=True), Found()


def check(web: Web, url: str = "", **network: object) -> Found:
    return Checker(web.network(**network)).check(url or web.url())


def asked(web: Web) -> list[tuple[str, str]]:
    return [(method, path) for method, _, path in web.public.log]


def test_a_page_is_asked_for_once_by_name_after_robots_txt(web: Web, settings: Settings) -> None:
    settings.NEWSROOM_URL = "https://news.test"
    assert check(web) == PAGE
    assert web.public.log == [
        ("GET", "page.test", "/robots.txt"),
        ("HEAD", "page.test", "/page"),
    ]
    assert web.public.agents == {"NewsroomLinkCheck/1.0 (+https://news.test)"}


@pytest.mark.parametrize(
    ("status", "found"),
    [
        (204, PAGE),
        (304, NOTHING),
        (401, NOTHING),
        (403, NOTHING),
        (404, Found(fault="404")),
        (410, Found(fault="410")),
        (451, NOTHING),
        (500, Found(fault="500")),
        (503, Found(fault="503")),
    ],
)
def test_what_each_status_says(web: Web, status: int, found: Found) -> None:
    web.public.answers["/page"] = says(status)
    assert check(web) == found


@pytest.mark.parametrize("status", [404, 405, 501])
def test_a_server_that_does_not_know_head_is_asked_as_a_browser_asks(web: Web, status: int) -> None:
    def answer(request: BaseHTTPRequestHandler) -> None:
        says(status if request.command == "HEAD" else 200)(request)

    web.public.answers["/page"] = answer
    assert check(web) == PAGE
    assert asked(web)[1:] == [("HEAD", "/page"), ("GET", "/page")]


def test_who_asks_for_patience_is_not_asked_again(web: Web) -> None:
    web.public.answers["/page"] = says(429)
    assert check(web) == NOTHING
    assert asked(web)[1:] == [("HEAD", "/page")]


@pytest.mark.parametrize("host", ["private.test", PRIVATE, "localhost", "[::1]", "127.1"])
def test_no_private_address_is_asked(web: Web, host: str) -> None:
    web.names = {"private.test": [[PRIVATE]], "127.1": [[PRIVATE]], "::1": [["::1"]]}
    web.names |= {PRIVATE: [[PRIVATE]], "localhost": [["::1", PRIVATE]]}
    assert check(web, web.url(host)) == NOTHING
    assert web.private.log == web.public.log == []


def test_nor_one_among_public_ones(web: Web) -> None:
    web.names = {"mixed.test": [[PUBLIC, PRIVATE]]}
    assert check(web, web.url("mixed.test")) == NOTHING
    assert web.private.log == web.public.log == []


def test_no_redirect_leads_to_a_private_address(web: Web) -> None:
    web.names = {"private.test": [[PRIVATE]]}
    web.public.answers["/page"] = leads(web.url("private.test", "/secret"))
    assert check(web) == NOTHING
    assert asked(web) == [("GET", "/robots.txt"), ("HEAD", "/page")]
    assert web.private.log == []


def test_nor_does_one_of_robots_txt(web: Web) -> None:
    web.names = {"private.test": [[PRIVATE]]}
    web.public.answers["/robots.txt"] = leads(web.url("private.test", "/secret"))
    assert check(web) == NOTHING
    assert web.private.log == []


def test_a_name_that_changes_its_address_is_checked_at_each_request(web: Web) -> None:
    web.names = {"changing.test": [[PUBLIC], [PRIVATE]]}
    assert check(web, web.url("changing.test")) == NOTHING
    assert asked(web) == [("GET", "/robots.txt")]
    assert web.private.log == []


def test_a_request_goes_to_the_address_that_was_checked(web: Web) -> None:
    # Whoever looked up twice for one request would get the private one the second time.
    web.names = {"changing.test": [[PUBLIC], [PUBLIC], [PRIVATE]]}
    assert check(web, web.url("changing.test")) == PAGE
    assert web.looked_up == ["changing.test"] * len(web.public.log) == ["changing.test"] * 2


@pytest.mark.parametrize(
    "url",
    [
        "ftp://page.test/",
        "file:///etc/passwd",
        "gopher://page.test/",
        "http://[::1",
        "http://a..b/",
        "http://page.test:99999/",
        "http://" + "a" * 64 + ".test/",
    ],
)
def test_what_is_no_page_of_the_web_is_not_asked_for(web: Web, url: str) -> None:
    assert Checker(web.network()).check(url) == NOTHING
    web.public.answers["/page"] = leads(url)
    assert check(web) == NOTHING
    assert ("HEAD", "/page") in asked(web)
    assert {host for _, host, _ in web.public.log} == {"page.test"}


def test_the_site_asks_at_the_usual_ports_of_public_addresses_only(web: Web) -> None:
    assert Network().ports == {80, 443}
    assert Network().opened == ()
    assert check(web, ports=frozenset({80, 443})) == NOTHING
    assert check(web, opened=()) == NOTHING
    assert web.public.log == []


def test_redirects_are_followed_to_their_end_by_the_rules_of_each_site(web: Web) -> None:
    web.public.answers["/page"] = leads("/höf?q=ü#part")
    web.public.answers["/h%C3%B6f?q=%C3%BC"] = leads(web.url("other.test", "/end"))
    assert check(web) == PAGE
    assert web.public.log[-2:] == [
        ("GET", "other.test", "/robots.txt"),
        ("HEAD", "other.test", "/end"),
    ]


def test_redirects_in_a_circle(web: Web) -> None:
    web.public.answers["/page"] = leads("/page")
    assert check(web) == Found(fault=faults.REDIRECTS)
    assert asked(web).count(("HEAD", "/page")) == 6


@pytest.mark.parametrize("path", ["/page", "/robots.txt"])
def test_a_server_that_sends_slowly_is_given_up(web: Web, path: str) -> None:
    web.public.answers[path] = drips
    began = time.monotonic()
    assert check(web, seconds=0.5) == Found(fault=faults.TIMEOUT)
    assert time.monotonic() - began < 3


@pytest.mark.parametrize(
    ("path", "before", "found"),
    [
        ("/page", b"\r\n", PAGE),
        ("/page", b"X-More: ", PAGE),
        ("/robots.txt", b"\r\n", PAGE),
        ("/robots.txt", b"X-More: ", Found(fault=faults.CONNECTION)),
    ],
)
def test_neither_a_body_nor_a_head_without_an_end_is_read_to_it(
    web: Web, path: str, before: bytes, found: Found
) -> None:
    def floods(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(b"HTTP/1.0 200 OK\r\n" + before)
        for _ in range(2000):
            request.wfile.write((b"#" * 1000 + b"\r\nX-More: ") * 64)
            web.public.taken += 64_000

    web.public.answers[path] = floods
    assert check(web) == found
    # What the system's buffers took comes on top of what was read.
    assert web.public.taken < 32_000_000


@pytest.mark.parametrize(
    ("rules", "allowed"),
    [
        ("User-agent: *\nDisallow: /", False),
        ("User-agent: NewsroomLinkCheck\nDisallow: /page", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: NewsroomLinkCheck\nAllow: /", True),
        ("User-agent: *\nDisallow: /other", True),
        ("User-agent: *\nDisallow: http://[", False),
        ("User-agent: *\nCrawl-delay: ²", False),
        ("\x00\xff<html>", True),
    ],
)
def test_robots_txt_is_respected(web: Web, rules: str, allowed: bool) -> None:
    web.public.answers["/robots.txt"] = says(200, rules)
    assert check(web) == (PAGE if allowed else NOTHING)
    assert (("HEAD", "/page") in asked(web)) is allowed


def test_robots_txt_of_where_a_redirect_leads_is_respected_too(web: Web) -> None:
    web.public.answers["/robots.txt"] = says(200, "User-agent: *\nDisallow: /shut")
    web.public.answers["/page"] = leads("/shut")
    assert check(web) == NOTHING
    assert ("HEAD", "/shut") not in asked(web)


@pytest.mark.parametrize(("status", "found"), [(401, PAGE), (404, PAGE), (429, NOTHING)])
def test_a_site_without_rules(web: Web, status: int, found: Found) -> None:
    web.public.answers["/robots.txt"] = says(status)
    assert check(web) == found


def test_a_site_that_cannot_say_its_rules_is_left_alone(web: Web) -> None:
    web.public.answers["/robots.txt"] = says(503)
    assert check(web) == NOTHING
    assert asked(web) == [("GET", "/robots.txt")]


def test_robots_txt_is_read_once_and_a_host_asked_at_a_polite_rate(web: Web) -> None:
    checker = Checker(web.network(pause=0.2))
    for path in ("/one", "/two"):
        assert checker.check(web.url(path=path)) == PAGE
    assert [path for _, path in asked(web)] == ["/robots.txt", "/one", "/two"]
    one, two, three = web.public.times
    assert min(two - one, three - two) > 0.18


def test_a_certificate_for_another_name(web: Web) -> None:
    with running(Server(PUBLIC, certificate=CERTIFICATE)) as server:
        web.public = server
        for host, found in (
            ("right.test", PAGE),
            ("wrong.test", Found(fault=faults.CERTIFICATE)),
        ):
            assert check(web, f"https://{host}:{server.server_port}/page") == found
        assert {host for _, host, _ in server.log} == {"right.test"}


def test_no_server_and_no_name(web: Web) -> None:
    def no_name(host: str, port: int, seconds: float) -> list[str]:
        raise gaierror(-2, "Name or service not known")

    with running(Server(PUBLIC)) as gone:
        port = gone.server_port
    url = f"http://page.test:{port}/"
    assert check(web, url, ports=frozenset({port})) == Found(fault=faults.CONNECTION)
    assert check(web, look_up=no_name) == Found(fault=faults.NAME)


@pytest.mark.parametrize("raw", [b"", b"SSH-2.0-x\r\n", b"HTTP/1.1 99999999 x\r\n\r\n", b"\0"])
def test_what_is_no_http_is_no_page(web: Web, raw: bytes) -> None:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(raw)

    web.public.answers["/page"] = answer
    assert check(web) == Found(fault=faults.CONNECTION)
