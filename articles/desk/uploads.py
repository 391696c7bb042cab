"""What a page of the desk takes in, where that is not what a form has at most."""

from collections.abc import Callable
from typing import Any, TypeVar

View = TypeVar("View", bound=Callable[..., Any])


def takes(most: Callable[[], int]) -> Callable[[View], View]:
    """Let a view take in as many bytes as `most` returns, files included.

    `newsroom.uploads` holds it to that, before anything is read. Django's admin keeps the word when
    it wraps the view.
    """

    def declare(view: View) -> View:
        view.most_bytes = most  # type: ignore[attr-defined]
        return view

    return declare
