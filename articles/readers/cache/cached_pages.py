"""Serve readers' pages from the page cache while they are current."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from time import monotonic
from typing import TypeVar

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response

from articles.readers.cache.declaration import Declaration, cached_view
from articles.readers.cache.page_cache import page_cache
from articles.readers.cache.validator import Validator, current_cache_version, read_validator

#: Seconds for which a database that could not be reached is not asked again.
PAUSE = 5

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Page:
    """A response as readers get it."""

    content: bytes
    headers: dict[str, str]


class CachedPagesMiddleware:
    """Answer from the page cache, or cache what is built; the first of all middleware."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        if settings.DEBUG:
            raise MiddlewareNotUsed("In development a changed template shows at once.")
        self.get_response = get_response
        self._ask_again = 0.0

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        view = cached_view(request.path_info) if request.method in ("GET", "HEAD") else None
        if view is None:
            return self.get_response(request)
        declaration: Declaration = view.func.cached  # type: ignore[attr-defined]
        at = timezone.now()
        key = declaration.key(request)
        entry = page_cache.get(key)
        try:
            if entry and entry.validator.holds(self._ask(current_cache_version), at):
                return _from_cache(request, entry.value, entry.validator, at)
            validator = self._ask(lambda: read_validator(at))
        except OperationalError:
            if entry and settings.NEWSROOM_SERVE_WITHOUT_DATABASE and entry.validator.holds_at(at):
                answer = _from_cache(request, entry.value, entry.validator, at)
                # RFC 9211: who answered, from what, and why.
                answer["Cache-Status"] = "newsroom; hit; detail=DATABASE_UNREACHABLE"
                return answer
            raise
        request.validator = validator  # type: ignore[attr-defined]
        response = self.get_response(request)
        if not isinstance(response, HttpResponse) or response.status_code != 200 or not validator:
            # A shared cache must not keep "not found" beyond the moment when there is a page.
            response.setdefault("Cache-Control", "no-cache")
            return response
        response["ETag"] = f'"{blake2b(response.content, digest_size=16).hexdigest()}"'
        page = Page(response.content, dict(response.items()))
        if not response.cookies and _varies(response) <= _lower(declaration.headers):
            size = len(page.content) + sum(map(len, (*page.headers, *page.headers.values())))
            page_cache.put(key, validator, page, size + len(request.get_full_path()))
        return _answer(request, response, validator, at)

    def _ask(self, question: Callable[[], Answer]) -> Answer:
        """Return the database's answer.

        Raise `OperationalError` if it cannot be reached; at once if it could not a moment ago.
        """
        if monotonic() < self._ask_again:
            raise OperationalError("The database could not be reached a moment ago.")
        try:
            return question()
        except OperationalError:
            if settings.NEWSROOM_SERVE_WITHOUT_DATABASE:
                self._ask_again = monotonic() + PAUSE
            raise


def _varies(response: HttpResponse) -> set[str]:
    return _lower(response.get("Vary", "").split(",")) - {""}


def _lower(names: Iterable[str]) -> set[str]:
    return {name.strip().lower() for name in names}


def _from_cache(
    request: HttpRequest, page: Page, validator: Validator, at: datetime
) -> HttpResponseBase:
    content = b"" if request.method == "HEAD" else page.content
    return _answer(request, HttpResponse(content, headers=page.headers), validator, at)


def _answer(
    request: HttpRequest, response: HttpResponse, validator: Validator, at: datetime
) -> HttpResponseBase:
    """Say how long caches outside may keep the page; answer 304 to those who have it already."""
    seconds: int = settings.NEWSROOM_SHARED_CACHE_SECONDS
    if validator.until:
        seconds = min(seconds, int((validator.until - at).total_seconds()))
    response["Cache-Control"] = f"public, max-age=0, s-maxage={seconds}"
    if "HTTP_IF_NONE_MATCH" not in request.META:
        return response
    return get_conditional_response(request, etag=response["ETag"], response=response) or response
