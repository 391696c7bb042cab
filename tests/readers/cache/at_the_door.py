"""Somebody who reads pages at the door, as a WSGI server hands requests on."""

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.test import RequestFactory

from articles.readers.cache.changes import State, changes
from articles.readers.cache.door import Application, Door
from articles.readers.cache.page_cache import page_cache
from articles.readers.cache.parts import parts
from newsroom.encoding import Utf8WSGIRequest


@dataclass(frozen=True, slots=True)
class Answer:
    """What came."""

    status_code: int
    headers: dict[str, str]
    content: bytes

    @property
    def text(self) -> str:
        return self.content.decode()

    def __getitem__(self, name: str) -> str:
        return self.headers[name]

    def __contains__(self, name: str) -> bool:
        return name in self.headers


class Reader:
    """Reads pages at the door, with a page cache that is empty at first."""

    def __init__(self, application: Application | None = None) -> None:
        self.door = Door(application or django())
        forget()

    def get(self, path: str, query: Any = None, **more: Any) -> Answer:
        return self.ask("GET", path, query, **more)

    def ask(
        self,
        method: str,
        path: str,
        query: Any = None,
        *,
        headers: dict[str, str] | None = None,
        secure: bool = False,
    ) -> Answer:
        headers = {"host": "testserver"} | (headers or {})
        made = RequestFactory().get(path, query, headers=headers, secure=secure)
        return call(self.door, made.environ | {"REQUEST_METHOD": method})


def django() -> WSGIHandler:
    """Return Django's application, as `newsroom.wsgi` has it, with the settings of now."""
    handler = WSGIHandler()
    handler.request_class = Utf8WSGIRequest
    return handler


def call(application: Application, environ: dict[str, Any]) -> Answer:
    """Return what a WSGI application answers."""
    started: list[Any] = []
    response: Iterable[bytes] = application(
        {**environ, "wsgi.input": BytesIO()}, lambda *values: started.append(values)
    )
    content = b"".join(response)
    if hasattr(response, "close"):
        response.close()
    if environ["REQUEST_METHOD"] == "HEAD":
        # No server sends what Django has here.
        content = b""
    status, headers = started[0][:2]
    assert len(dict(headers)) == len(headers)
    return Answer(int(status.split()[0]), dict(headers), content)


def forget() -> None:
    """Empty what this process has in memory."""
    page_cache.clear()
    parts.clear()
    changes.forget()


def state() -> State:
    """Return the state that a new process finds."""
    changes.forget()
    present = changes.present()
    assert present
    return present.state
