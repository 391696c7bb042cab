"""The door answers what Django would have, byte for byte, to whatever a server hands on."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings as project
from django.http import HttpResponse
from django.test import RequestFactory, override_settings
from django.utils.cache import get_conditional_response
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.readers.cache.cache_key import _key
from articles.readers.cache.changes import changes
from articles.readers.cache.declaration import cached_view
from articles.readers.cache.door import Application, Door
from articles.readers.cache.page_cache import page_cache
from tests.factories import HOUR, NOON, make_correction, make_link, make_story, make_version
from tests.readers.cache.at_the_door import Answer, call, django, forget
from tests.readers.cache.test_tables import REQUESTS

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("clock")]

#: As in production behind a proxy.
PRODUCTION = {
    "ALLOWED_HOSTS": ["news.example", ".sub.example"],
    "SECURE_PROXY_SSL_HEADER": ("HTTP_X_FORWARDED_PROTO", "https"),
    "SECURE_SSL_REDIRECT": True,
    "SECURE_HSTS_SECONDS": 60,
}
#: What only the door says of a page, and where Django says something else of it.
OF_DOOR = {"ETag", "Cache-Control"}

PATHS = [url.partition("?")[0] for urls in REQUESTS.values() for url, _ in urls]
QUERIES = [url.partition("?")[2] for urls in REQUESTS.values() for url, _ in urls]
HOSTS = ["news.example", "NEWS.example", "news.example:80", "news.example.", "a.sub.example"]
ODD = ["", "\0", "a" * 300, "a" * 1100, "a" * 2100, "a" * 9000, "%00", "%", "ÿþ", "a\tb", ","]
TEXT = st.text(st.characters(max_codepoint=255), max_size=20) | st.sampled_from(ODD)
#: What a request may say besides what it asks for.
SAID = {
    "HTTP_HOST": HOSTS,
    "HTTP_X_FORWARDED_PROTO": ["https", "http", "https, http", " https", "HTTPS"],
    "HTTP_X_FORWARDED_HOST": HOSTS,
    "HTTP_IF_NONE_MATCH": ["*", '"x"', "{etag}", "W/{etag}", '"x", {etag}', ","],
    "HTTP_IF_MODIFIED_SINCE": ["Mon, 01 Sep 2025 12:00:00 GMT"],
    "HTTP_RANGE": ["bytes=0-9"],
    "HTTP_COOKIE": ["sessionid=x"],
    "HTTP_ACCEPT_LANGUAGE": ["de"],
    "HTTP_ACCEPT_ENCODING": ["gzip"],
    "CONTENT_TYPE": ["text/html; charset=x"],
    "CONTENT_LENGTH": ["", "0", "5", "x"],
    "SCRIPT_NAME": ["", "/site"],
    "wsgi.url_scheme": ["http", "https"],
}
SERVERS_OWN = {"SCRIPT_NAME", "CONTENT_LENGTH", "wsgi.url_scheme"}
ENVIRONS = st.fixed_dictionaries(
    {
        "REQUEST_METHOD": st.sampled_from([*["GET"] * 6, "HEAD", "POST", "OPTIONS", "get", ""]),
        "PATH_INFO": st.sampled_from(PATHS)
        | st.sampled_from(PATHS).map(lambda path: path.rstrip("/"))
        | st.builds("{}{}/".format, st.sampled_from([*PATHS, "/news/"]), TEXT)
        | TEXT.map("/{}".format),
        "QUERY_STRING": st.sampled_from(QUERIES)
        | st.builds("{}&{}".format, st.sampled_from(QUERIES), TEXT)
        | st.just("&".join("before=1" for _ in range(1100)))
        | TEXT,
    },
    optional={
        name: st.sampled_from(values) if name in SERVERS_OWN else st.sampled_from(values) | TEXT
        for name, values in SAID.items()
    },
)


@pytest.fixture
def both() -> Iterator[tuple[Door, Application]]:
    """Return the site behind its door and without it, with something on each public page."""
    story, target, gone = (make_story(slug=slug) for slug in ("linking", "target", "withdrawn"))
    make_version(story, slug="old", visible_from=NOON - 3 * HOUR, visible_until=NOON - 2 * HOUR)
    make_version(story)
    make_version(target)
    make_version(gone, visible_from=NOON - 3 * HOUR, visible_until=NOON - 2 * HOUR)
    make_version(gone, kind="withdrawal", visible_from=NOON - 2 * HOUR)
    make_link(story, target=target, state="approved")
    make_correction(story)
    forget()
    _key.cache_clear()
    with override_settings(**PRODUCTION):
        without = django()
        yield Door(without), without
    forget()
    _key.cache_clear()


def environ(**more: str) -> dict[str, Any]:
    plain = {"HTTP_HOST": "news.example", "HTTP_X_FORWARDED_PROTO": "https"}
    return RequestFactory().get("/").environ | plain | more


def expected(asked: dict[str, Any], built: Answer, served: Answer) -> Answer:
    """Return what the door is to answer if Django without it answers `built`."""
    path = asked["PATH_INFO"].encode("latin-1").decode(errors="ignore")
    if not (asked["REQUEST_METHOD"] in ("GET", "HEAD") and cached_view(path)):
        return built
    headers = dict(built.headers)
    if built.status_code == 200 and "ETag" in served:
        headers |= {name: served[name] for name in OF_DOOR}
        # Django's own rule, with the page that it built.
        response = HttpResponse(headers=headers)
        request: Any = RequestFactory().get("/")
        request.META = {name: asked[name] for name in ("HTTP_IF_NONE_MATCH",) if name in asked}
        conditional = get_conditional_response(request, etag=served["ETag"], response=response)
        if conditional is not response:
            of_content = {"Content-Type", "Content-Length"}
            shown = {name: headers[name] for name in headers if name not in of_content}
            return Answer(304, shown, b"")
    return Answer(built.status_code, headers, built.content)


def compare(both: tuple[Door, Application], asked: dict[str, Any]) -> Answer:
    door, without = both
    etag = call(door, environ(PATH_INFO=asked["PATH_INFO"])).headers.get("ETag", '"none"')
    if "HTTP_IF_NONE_MATCH" in asked:
        asked["HTTP_IF_NONE_MATCH"] = asked["HTTP_IF_NONE_MATCH"].replace("{etag}", etag)
    built = call(without, dict(asked))
    page_cache.clear()
    cold, warm = (call(door, dict(asked)) for _ in range(2))
    assert cold == warm == expected(asked, built, warm)
    return warm


@pytest.mark.parametrize("url", [url for urls in REQUESTS.values() for url, _ in urls])
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
def test_each_public_url_is_answered_as_by_django(
    both: tuple[Door, Application], url: str, method: str
) -> None:
    path, _, query = url.partition("?")
    answer = compare(both, environ(PATH_INFO=path, QUERY_STRING=query, REQUEST_METHOD=method))
    assert bool(page_cache.bytes) == (answer.status_code == 200)
    assert "default-src" in answer["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("name", "value"),
    [(name, value) for name, values in SAID.items() for value in values]
    + [(name, value) for name in ("QUERY_STRING", "HTTP_HOST") for value in ODD],
)
def test_each_odd_thing_by_itself_is_answered_as_by_django(
    both: tuple[Door, Application], name: str, value: str
) -> None:
    compare(both, environ(PATH_INFO="/recent/", **{name: value}))


def test_odd_requests_are_answered_as_by_django(both: tuple[Door, Application]) -> None:
    statuses = set()

    @settings(max_examples=600, suppress_health_check=list(HealthCheck))
    @given(ENVIRONS)
    def holds(asked: dict[str, Any]) -> None:
        statuses.add(compare(both, environ(**asked)).status_code)

    holds()
    assert statuses >= {200, 301, 400, 404, 405, 414}


def test_no_request_gets_the_page_of_another(both: tuple[Door, Application]) -> None:
    door, without = both

    @settings(max_examples=300, suppress_health_check=list(HealthCheck))
    @given(st.lists(ENVIRONS, min_size=2, max_size=6))
    def holds(requests: list[dict[str, Any]]) -> None:
        for asked in requests:
            if asked.get("REQUEST_METHOD") == "GET" and "HTTP_IF_NONE_MATCH" not in asked:
                served, built = (call(app, environ(**asked)) for app in (door, without))
                assert served.status_code == built.status_code
                assert served.content == built.content

    page_cache.clear()
    holds()
    assert changes.present()
    assert f"{Door.__module__}.{Door.__name__}" == project.NEWSROOM_DOOR
