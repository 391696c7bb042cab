"""How much a page of the desk takes in, where that differs from the limit of a form."""

from collections.abc import Callable
from typing import Any, TypeVar

View = TypeVar("View", bound=Callable[..., Any])


def takes(most: Callable[[], int]) -> Callable[[View], View]:
    """Let a view take in as many bytes as `most` returns, files included.

    `newsroom.uploads` enforces that before anything is read. Django's admin keeps the attribute
    when it wraps the view.
    """

    def declare(view: View) -> View:
        view.most_bytes = most  # type: ignore[attr-defined]
        return view

    return declare
