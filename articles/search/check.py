"""Compare the index with the stories."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from articles.database import is_in_step
from articles.search.analysis import Document
from articles.search.rebuild import BATCH, SOURCES
from articles.search.source import in_batches


class Difference(NamedTuple):
    """Something in which the index is wrong; `pk` is 0 where the index itself is damaged."""

    table: str
    pk: int
    fault: str


def differences() -> Iterator[Difference]:
    """Yield where the index differs from the stories and all else that is indexed."""
    for source in SOURCES:
        if not is_in_step(source.indexed):
            yield Difference(source.indexed.table, 0, "the index differs from its table")
    for source in SOURCES:
        for rows in in_batches(source.rows().select_related("words"), BATCH):
            for row, document in zip(rows, source.documents(rows), strict=True):
                yield from _difference(row, document)


def _difference(row: Any, document: Document) -> Iterator[Difference]:
    stored = getattr(row, "words", None)
    if stored is None:
        yield Difference(row._meta.db_table, row.pk, "not in the index")
    elif (stored.words, stored.tokens) != (document.words, document.tokens):
        yield Difference(row._meta.db_table, row.pk, "in the index with other words")
