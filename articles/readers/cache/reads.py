"""What a page depends on, found from what it reads while it is built."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import connection

from articles.database import OF_STORIES, TABLES, story_key

_keys: ContextVar[set[str] | None] = ContextVar("keys", default=None)


class OneStory:
    """The story about which something is read, by primary key; None: it is not known yet."""

    def __init__(self, pk: int | None = None) -> None:
        self.pk = pk


@contextmanager
def noting_reads() -> Iterator[set[str]]:
    """Collect the keys of what this thread reads within the block: the tables of its queries."""
    keys: set[str] = set()
    token = _keys.set(keys)
    try:
        with connection.execute_wrapper(_note):
            yield keys
    finally:
        _keys.reset(token)


@contextmanager
def reading_about(story: int | None = None) -> Iterator[OneStory]:
    """Say that what is read within the block is about one story, so a page depends on it alone.

    It may read this story's versions, links, corrections and live entries, and the versions of the
    stories to which the links lead. If it is not known beforehand which story will be found, set
    `pk` of what the block is given; while that is None, a page depends on all stories.
    """
    found, outer = OneStory(story), _keys.get()
    inner: set[str] = set()
    token = _keys.set(inner)
    try:
        yield found
    finally:
        _keys.reset(token)
        if outer is not None:
            if found.pk is not None:
                inner = (inner - OF_STORIES) | {story_key(found.pk)}
            outer |= inner


def _note(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
    keys = _keys.get()
    if keys is not None:
        keys.update(table for table in TABLES if table in sql)
    return execute(sql, *rest)
