"""Requests with what no row can hold are bad requests, not errors of the site."""

from collections.abc import Callable

from django.db import DataError
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext


class UnstorableMiddleware:
    """Answer 400 where the database refuses a number or a character, as PostgreSQL does NUL.

    Forms refuse most of it themselves and say where it is; this is for what they let through.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Return the answer to a request with such a value; None for all other errors."""
        # SQLite's driver refuses large numbers before the database sees them.
        if not isinstance(exception, DataError | OverflowError):
            return None
        text = gettext("This contains a number or a character that cannot be stored.")
        return HttpResponseBadRequest(text, content_type="text/plain; charset=utf-8")
