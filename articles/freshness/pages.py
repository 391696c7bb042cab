"""Serve readers' pages from memory while they are current."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from hashlib import blake2b
from time import monotonic
from typing import TypeVar

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils import timezone
from django.utils.cache import get_conditional_response

from articles.freshness import stamp
from articles.freshness.memory import memory
from articles.freshness.stamp import Stamp

#: Seconds for which a database that could not be reached is not asked again.
PAUSE = 5

Answer = TypeVar("Answer")
View = TypeVar("View", bound=Callable[..., HttpResponseBase])


@dataclass(frozen=True, slots=True)
class Declared:
    """What the answer of a public view depends on, but for host, path and the database."""

    parameters: tuple[str, ...]
    headers: tuple[str, ...]

    def key(self, request: HttpRequest) -> tuple[object, ...]:
        """Give the key of the page that is asked for."""
        return (
            request.scheme,
            # As it was sent: an answer to a host that is not allowed is no 200, so is not kept.
            request.META.get("HTTP_HOST"),
            request.META.get("SERVER_NAME"),
            request.path,
            self._asked(request) if request.META.get("QUERY_STRING") else (),
            *(request.headers.get(name) for name in self.headers),
        )

    def _asked(self, request: HttpRequest) -> tuple[object, ...]:
        values = ((name, *request.GET.getlist(name)) for name in self.parameters)
        return tuple(value for value in values if len(value) > 1)


def kept(*parameters: str, headers: tuple[str, ...] = ()) -> Callable[[View], View]:
    """Declare a view whose pages are kept: they depend on these query parameters and headers.

    The view must read the time from `stamp.at`, and answer all readers alike.
    """

    def declare(view: View) -> View:
        view.kept = Declared(parameters, headers)  # type: ignore[attr-defined]
        return view

    return declare


@dataclass(frozen=True, slots=True)
class Page:
    """An answer as readers get it."""

    content: bytes
    headers: dict[str, str]


class KeptPagesMiddleware:
    """Answer from memory, or keep what is built; the first of all middleware."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        if settings.DEBUG:
            raise MiddlewareNotUsed("A changed template shows at once.")
        self.get_response = get_response
        self._ask_again = 0.0

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        view = kept_view(request.path_info) if request.method in ("GET", "HEAD") else None
        if view is None:
            return self.get_response(request)
        declared: Declared = view.func.kept  # type: ignore[attr-defined]
        at = timezone.now()
        key = declared.key(request)
        kept = memory.get(key)
        try:
            if kept and kept.stamp.holds(self._ask(stamp.generation), at):
                return _from_memory(request, kept.value, kept.stamp, at)
            now = self._ask(lambda: stamp.read(at))
        except OperationalError:
            if kept and settings.NEWSROOM_SERVE_WITHOUT_DATABASE and kept.stamp.holds_at(at):
                answer = _from_memory(request, kept.value, kept.stamp, at)
                # RFC 9211: who answered, from what, and why.
                answer["Cache-Status"] = "newsroom; hit; detail=DATABASE_UNREACHABLE"
                return answer
            raise
        request.stamp = now  # type: ignore[attr-defined]
        response = self.get_response(request)
        if not isinstance(response, HttpResponse) or response.status_code != 200 or now is None:
            # A shared cache must not keep "not here yet" beyond the moment when it is.
            response.setdefault("Cache-Control", "no-cache")
            return response
        response["ETag"] = f'"{blake2b(response.content, digest_size=16).hexdigest()}"'
        page = Page(response.content, dict(response.items()))
        if not response.cookies and _varies(response) <= _lower(declared.headers):
            size = len(page.content) + sum(map(len, (*page.headers, *page.headers.values())))
            memory.keep(key, now, page, size + len(request.get_full_path()))
        return _answer(request, response, now, at)

    def _ask(self, question: Callable[[], Answer]) -> Answer:
        """Ask the database; one that was not there a moment ago is not waited for again."""
        if monotonic() < self._ask_again:
            raise OperationalError("The database could not be reached a moment ago.")
        try:
            return question()
        except OperationalError:
            if settings.NEWSROOM_SERVE_WITHOUT_DATABASE:
                self._ask_again = monotonic() + PAUSE
            raise


@lru_cache(maxsize=4096)
def kept_view(path: str) -> ResolverMatch | None:
    """Give the view that answers at this path; None if its pages are none of those kept."""
    try:
        match = resolve(path)
    except Resolver404:
        return None
    return match if hasattr(match.func, "kept") else None


def _varies(response: HttpResponse) -> set[str]:
    return _lower(response.get("Vary", "").split(",")) - {""}


def _lower(names: Iterable[str]) -> set[str]:
    return {name.strip().lower() for name in names}


def _from_memory(request: HttpRequest, page: Page, stamp: Stamp, at: datetime) -> HttpResponseBase:
    content = b"" if request.method == "HEAD" else page.content
    return _answer(request, HttpResponse(content, headers=page.headers), stamp, at)


def _answer(
    request: HttpRequest, response: HttpResponse, stamp: Stamp, at: datetime
) -> HttpResponseBase:
    """Say how long caches outside may keep the page, and 304 to who has it already."""
    seconds: int = settings.NEWSROOM_SHARED_CACHE_SECONDS
    if stamp.until:
        seconds = min(seconds, int((stamp.until - at).total_seconds()))
    response["Cache-Control"] = f"public, max-age=0, s-maxage={seconds}"
    if "HTTP_IF_NONE_MATCH" not in request.META:
        return response
    return get_conditional_response(request, etag=response["ETag"], response=response) or response
