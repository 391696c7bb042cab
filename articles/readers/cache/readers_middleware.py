"""Requests for readers' pages pass only through the middleware that those pages need.

`convert_exception_to_response` is not public: Django has no public way to run a second chain of
middleware. tests/readers/cache/test_readers_middleware.py watches it.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.handlers.exception import convert_exception_to_response
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.module_loading import import_string

from articles.readers.cache.declaration import cached_view

Handler = Callable[[HttpRequest], HttpResponseBase]


class ReadersMiddleware:
    """Serve readers' pages with the middleware of NEWSROOM_READERS_MIDDLEWARE only.

    Such a page can neither start a session nor set a cookie, and does not pay for what the desk
    needs. Its views are those declared with `cached`; they only read.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response
        handler: Any = convert_exception_to_response(_view)
        for path in reversed(settings.NEWSROOM_READERS_MIDDLEWARE):
            handler = convert_exception_to_response(import_string(path)(handler))
        self._readers: Handler = handler

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method in ("GET", "HEAD") and (view := cached_view(request.path_info)):
            request.resolver_match = view
            response = self._readers(request)
            # A shared cache must not keep "not found" beyond the moment when there is a page. The
            # door says how long it may keep a page.
            response.setdefault("Cache-Control", "no-cache")
            return response
        return self.get_response(request)


def _view(request: HttpRequest) -> HttpResponseBase:
    match: Any = request.resolver_match
    response: HttpResponseBase = match.func(request, *match.args, **match.kwargs)
    return response
