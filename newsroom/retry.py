"""A request that only reads is answered a second time if the database ended the connection."""

from collections.abc import Callable
from time import monotonic

from django.db import connection
from django.http import HttpRequest
from django.http.response import HttpResponseBase

SAFE = ("GET", "HEAD", "OPTIONS")
#: Seconds after which nobody waits any longer: then the database itself is not there.
SOON = 2


class RetryMiddleware:
    """Try a safe request that failed with its connection once more, as when PostgreSQL restarts.

    The pool checks connections before it lends one; this is for one that ends after that.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        start = monotonic()
        response = self.get_response(request)
        if response.status_code != 500 or request.method not in SAFE:
            return response
        if not _connection_was_lost() or monotonic() - start > SOON:
            return response
        return self.get_response(request)


def _connection_was_lost() -> bool:
    """Return whether the database ended this thread's connection, and let go of it."""
    if connection.in_atomic_block or not connection.errors_occurred:
        return False
    if connection.connection is not None and connection.is_usable():
        return False
    connection.close()
    return True
