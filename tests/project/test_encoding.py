"""A request cannot choose how its words are decoded."""

from io import BytesIO
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.test import RequestFactory

from newsroom.encoding import Utf8WSGIRequest

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("charset", ["hex", "undefined", "utf-16", "rot13", "utf-8", "none"])
@pytest.mark.parametrize("url", ["/recent/?before=a", "/admin/login/?next=%C3%A4"])
def test_codecs_that_are_no_encodings_are_ignored(charset: str, url: str) -> None:
    application = WSGIHandler()
    application.request_class = Utf8WSGIRequest
    statuses: list[str] = []
    start: Any = lambda status, headers: statuses.append(status)  # noqa: E731
    content_type = f"text/plain; charset={charset}"
    environ: dict[str, Any] = RequestFactory().get(url, content_type=content_type).environ
    environ |= {"CONTENT_TYPE": content_type, "wsgi.input": BytesIO()}

    application(environ, start).close()
    assert statuses[0] in ("200 OK", "404 Not Found")


def test_words_are_read_as_utf_8() -> None:
    environ = RequestFactory().get("/?q=%C3%A4").environ
    request = Utf8WSGIRequest(environ | {"CONTENT_TYPE": "text/plain; charset=latin-1"})
    assert request.GET["q"] == "ä"
