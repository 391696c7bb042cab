"""Requests that no page can answer are refused before anything looks at them or keeps them."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.defaults import page_not_found

from newsroom.security import is_admin

#: Characters of a path, of a query string and of a host: more than any page of the site has.
MOST_PATH, MOST_QUERY, MOST_HOST = 2048, 8192, 255


class LimitsMiddleware:
    """Answer 414 to overlong URLs, 400 to overlong hosts, 404 to NUL."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        asked, path, query = request.META, request.path_info, request.META.get("QUERY_STRING", "")
        if len(path) > MOST_PATH or len(query) > MOST_QUERY:
            return _refused(414, "URI too long")
        if len(asked.get("HTTP_HOST", "")) > MOST_HOST:
            return _refused(400, "Host too long")
        # No text of PostgreSQL can hold it. Readers' pages read their own parameters.
        if "\0" in path or (is_admin(request) and ("%00" in query or _in_cookies(request))):
            return page_not_found(request, ValueError("NUL"))
        return self.get_response(request)


def _refused(status: int, text: str) -> HttpResponse:
    return HttpResponse(text, status=status, content_type="text/plain; charset=utf-8")


def _in_cookies(request: HttpRequest) -> bool:
    """Return whether a cookie has NUL, which quoted cookies can."""
    return any("\0" in value for value in request.COOKIES.values())
