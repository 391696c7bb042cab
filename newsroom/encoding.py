"""What browsers send is in UTF-8, whatever a request says.

Django decodes with any codec that a request names, also with those that are no encodings of text,
which is an error before any middleware runs. The classes of requests are not public, and the only
place before that: tests/project/test_encoding.py watches them.
"""

from django.core.handlers.asgi import ASGIRequest
from django.core.handlers.wsgi import WSGIRequest


class _InUtf8:
    @property
    def encoding(self) -> None:
        """None: the default, which is UTF-8."""

    @encoding.setter
    def encoding(self, named: str | None) -> None:
        """Ignore what the request names."""


class Utf8WSGIRequest(_InUtf8, WSGIRequest):  # type: ignore[misc]
    """A request to the WSGI application."""


class Utf8ASGIRequest(_InUtf8, ASGIRequest):  # type: ignore[misc]
    """A request to the ASGI application."""
