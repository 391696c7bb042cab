"""A long list, page by page: what is on one, and where the next page begins."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, Protocol, TypeVar

from django.http import HttpRequest
from django.utils.translation import gettext_noop

from articles.core import read_cursor, write_cursor

PAGE = 20
INCOMPLETE = gettext_noop("This link to older news is incomplete. Start from the latest news.")

#: A time and a primary key.
Cursor = tuple[datetime, int]


class Listed(Protocol):
    """What a list has: `key` says where in it."""

    @property
    def key(self) -> Cursor:
        """The time by which it is listed, and its primary key."""


Row = TypeVar("Row", bound=Listed)


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """A page of a list; `older` is the cursor of the next one, "" if it is the last."""

    rows: list[Row]
    older: str
    before: str | None

    @property
    def is_first(self) -> bool:
        """Whether the list begins here."""
        return self.before is None


def page_of(
    request: HttpRequest, find: Callable[[Cursor | None, int], list[Row]]
) -> Page[Row] | None:
    """Return the page that the request asks for (`?before=`), None if that is no cursor.

    `find` returns what follows a cursor (None: the newest), at most as many as it is told.
    """
    before = request.GET.get("before")
    cursor = read_cursor(before) if before is not None else None
    if before is not None and cursor is None:
        return None
    found = find(cursor, PAGE + 1)
    rows = found[:PAGE]
    older = write_cursor(*rows[-1].key) if len(found) > PAGE else ""
    return Page(rows, older, before)
