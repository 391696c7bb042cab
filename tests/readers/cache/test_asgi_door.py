"""Where an ASGI server serves the site, readers' pages are answered at the same door."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from asgiref.sync import async_to_sync
from asgiref.testing import ApplicationCommunicator
from django.db import connections

from articles.readers.cache.asgi_door import asgi_door
from articles.readers.cache.page_cache import page_cache
from tests.factories import make_version
from tests.readers.cache.at_the_door import Reader

HEADERS = [(b"host", b"testserver"), (b"x-odd", b"1"), (b"x-odd", b"2")]


async def elsewhere(scope: Any, receive: Any, send: Any) -> None:
    """Answer in place of Django."""
    await send({"type": "http.response.start", "status": 204, "headers": []})
    await send({"type": "http.response.body", "body": b""})


def ask(application: Any, method: str, path: str) -> tuple[int, dict[str, str], bytes]:
    """Return what is answered, in a thread of its own: tests in a browser leave this one a loop."""
    with ThreadPoolExecutor(1) as thread:
        try:
            return thread.submit(async_to_sync(_ask), application, method, path).result()
        finally:
            thread.submit(connections.close_all).result()


async def _ask(application: Any, method: str, path: str) -> tuple[int, dict[str, str], bytes]:
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "query_string": b"",
        "headers": HEADERS,
        "server": ("testserver", 80),
    }
    asked: Any = ApplicationCommunicator(application, scope)  # type: ignore[no-untyped-call]
    await asked.send_input({"type": "http.request", "body": b""})
    start = await asked.receive_output(5)
    content, more = b"", True
    while more:
        part = await asked.receive_output(5)
        content, more = content + part.get("body", b""), part.get("more_body", False)
    headers = {name.decode().lower(): value.decode() for name, value in start["headers"]}
    return start["status"], headers, content


@pytest.mark.usefixtures("clock")
def test_a_page_is_the_same_and_all_else_goes_to_django(reader: Reader) -> None:
    path = make_version().get_absolute_url()
    application = asgi_door(elsewhere, reader.door)
    for _ in ("built", "from the cache"):
        for page in (path, "/", "/recent/", "/news/none/"):
            served = reader.get(page)
            headers = {name.lower(): value for name, value in served.headers.items()}
            assert ask(application, "GET", page) == (served.status_code, headers, served.content)
    assert page_cache.bytes
    assert ask(application, "POST", path)[0] == 204
    assert ask(application, "GET", "/admin/")[0] == 204
