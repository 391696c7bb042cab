"""A view whose pages are cached declares it, and what its pages depend on."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import Resolver404, ResolverMatch, resolve

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


@dataclass(frozen=True, slots=True)
class Declaration:
    """What the pages of a public view depend on, besides host, path and the database."""

    parameters: tuple[str, ...]
    headers: tuple[str, ...]

    def key(self, request: HttpRequest) -> tuple[object, ...]:
        """Return the cache key of the page that is requested."""
        return (
            request.scheme,
            # As it was sent: a host that is not allowed gets no 200, so nothing is cached for it.
            request.META.get("HTTP_HOST"),
            request.META.get("SERVER_NAME"),
            request.path,
            self._parameters(request) if request.META.get("QUERY_STRING") else (),
            *(request.headers.get(name) for name in self.headers),
        )

    def _parameters(self, request: HttpRequest) -> tuple[object, ...]:
        values = ((name, *request.GET.getlist(name)) for name in self.parameters)
        return tuple(value for value in values if len(value) > 1)


def cached(*parameters: str, headers: tuple[str, ...] = ()) -> Callable[[View], View]:
    """Return a decorator for a view whose pages are cached.

    They may depend on these query parameters and headers. The view must read the time from
    `page_time` and give all readers the same page.
    """

    def declare(view: View) -> View:
        view.cached = Declaration(parameters, headers)  # type: ignore[attr-defined]
        return view

    return declare


@lru_cache(maxsize=4096)
def cached_view(path: str) -> ResolverMatch | None:
    """Return the match of this path with its view; None if the view's pages are not cached."""
    try:
        match = resolve(path)
    except Resolver404:
        return None
    return match if hasattr(match.func, "cached") else None
