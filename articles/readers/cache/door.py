"""The door of the site: readers' pages are answered from memory before Django sees the request."""

from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.db import DatabaseError, OperationalError
from django.utils.http import parse_etags

from articles.readers.cache.building import BUILDING, Building
from articles.readers.cache.cache_key import CacheKey, cache_key
from articles.readers.cache.changes import Present, changes
from articles.readers.cache.page import OK, Headers, Page, Whole, join
from articles.readers.cache.page_cache import page_cache
from articles.readers.cache.reads import noting_reads

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Any]

_NOT_MODIFIED = f"{HTTPStatus.NOT_MODIFIED} {HTTPStatus.NOT_MODIFIED.phrase}"
#: What a 304 does not say: it has no content (RFC 9110, 15.4.5).
_OF_CONTENT = ("content-type", "content-length")
#: RFC 9211: who answered, from what, and why.
_WITHOUT_DATABASE = ("Cache-Status", "newsroom; hit; detail=DATABASE_UNREACHABLE")


class Door:
    """A WSGI application before Django's: it answers with cached pages, and passes on all else.

    A page that is not cached, or no longer current, is built by Django.
    """

    def __init__(self, django: Application) -> None:
        self._django = django

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        key = cache_key(environ)
        if key is None:
            return self._pass_on(environ, start_response)
        more: Headers = []
        try:
            present = changes.present()
        except OperationalError:
            present, more = changes.without_database(), [_WITHOUT_DATABASE]
        page = page_cache.get(key)
        if present is None or (more and not _is_current(page)):
            return self._pass_on(environ, start_response)
        if page is None or not _is_current(page):
            page = self._build(environ, key, present)
        try:
            whole = join(page, present)
        except DatabaseError:
            return self._pass_on(environ, start_response)
        return _answer(environ, start_response, page, whole, [*more, _caching(present)])

    def _pass_on(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        response: Iterable[bytes] = self._django(environ, start_response)
        return response

    def _build(self, environ: Environ, key: CacheKey, present: Present) -> Page:
        """Return the page as Django builds it; it is cached if all readers may have it."""
        started: list[tuple[str, Headers]] = []
        with noting_reads() as keys:
            response = self._django(
                # The page is the same for HEAD.
                {**environ, "REQUEST_METHOD": "GET", BUILDING: Building(present)},
                lambda status, headers, exc_info=None: started.append((status, headers)),
            )
            try:
                content = b"".join(response)
            finally:
                response.close()
        page = Page.of(present.state.tick, keys, *started[0], content)
        if page.status == OK and _is_for_all(page):
            page_cache.put(key, page)
        return page


def _is_current(page: Page | None) -> bool:
    return page is not None and changes.is_current(page.tick, page.keys)


def _is_for_all(page: Page) -> bool:
    """Return whether it sets no cookie and does not depend on headers of the request."""
    return not {"set-cookie", "vary"} & {name.lower() for name, _ in page.headers}


def _caching(present: Present) -> tuple[str, str]:
    """Return the header that says how long caches outside may keep the page."""
    seconds: int = settings.NEWSROOM_SHARED_CACHE_SECONDS
    if until := present.state.until:
        seconds = min(seconds, int((until - present.at).total_seconds()))
    return "Cache-Control", f"public, max-age=0, s-maxage={seconds}"


def _answer(
    environ: Environ, start_response: StartResponse, page: Page, whole: Whole, more: Headers
) -> list[bytes]:
    """Answer with the page, or with 304 to those who have it already."""
    headers = list(page.headers)
    if page.status == OK or page.joints:
        headers.append(("Content-Length", str(whole.length)))
    if page.status == OK:
        headers += (("ETag", whole.etag), *more)
        if (theirs := environ.get("HTTP_IF_NONE_MATCH")) and _is_among(whole.etag, theirs):
            shown = [header for header in headers if header[0].lower() not in _OF_CONTENT]
            start_response(_NOT_MODIFIED, shown)
            return []
    start_response(page.status, headers)
    return [] if environ["REQUEST_METHOD"] == "HEAD" else whole.content


def _is_among(etag: str, theirs: str) -> bool:
    etags = parse_etags(theirs)
    return "*" in etags or etag in {one.removeprefix("W/") for one in etags}
