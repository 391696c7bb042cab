"""A view whose pages are cached declares it, and what its pages depend on."""

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from django.http.response import HttpResponseBase
from django.urls import Resolver404, ResolverMatch, resolve

#: Characters of a path: those of stories are not longer.
LONGEST_KEPT = 200

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def cached(*parameters: str) -> Callable[[View], View]:
    """Return a decorator for a view whose pages are cached.

    They may depend on the database, scheme, host and path, and on these query parameters. The
    view must read the time from `page_time` and give all readers the same page.
    """

    def declare(view: View) -> View:
        view.cached = parameters  # type: ignore[attr-defined]
        return view

    return declare


def cached_view(path: str) -> ResolverMatch | None:
    """Return the match of this path with its view; None if the view's pages are not cached."""
    return _kept(path) if len(path) <= LONGEST_KEPT else _resolved(path)


def _resolved(path: str) -> ResolverMatch | None:
    try:
        match = resolve(path)
    except Resolver404:
        return None
    # All patterns that did not match, which only error pages for developers list.
    match.tried = None
    return match if hasattr(match.func, "cached") else None


# Finding the view takes longer than finding the page. At most 4 MiB.
_kept = lru_cache(maxsize=1024)(_resolved)
