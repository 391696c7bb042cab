"""What is indexed: rows of a table, and how the index has them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from articles.database import Indexed
from articles.search.analysis import ANALYSIS, Document


@dataclass(frozen=True)
class Source:
    """One table of texts; `rows` are those that are indexed.

    `documents` returns what the index should have of some rows, in their order; `write` writes
    that, within a transaction.
    """

    rows: Callable[[], QuerySet[Any]]
    indexed: Indexed
    documents: Callable[[Sequence[Any]], list[Document]]
    write: Callable[[Sequence[Any]], None]

    def waiting(self) -> QuerySet[Any]:
        """Return the rows that are not in the index, or were put there by an older analysis."""
        return self.rows().filter(Q(words=None) | ~Q(words__analysis=ANALYSIS))


def in_batches(rows: QuerySet[Any], size: int) -> Iterator[list[Any]]:
    """Yield the rows in lists of this size, the newest first, as they are when each is asked for.

    Rows that are no longer among them when their turn comes are left out.
    """
    last = None
    while True:
        batch = list((rows.filter(pk__lt=last) if last else rows).order_by("-pk")[:size])
        if not batch:
            return
        yield batch
        last = batch[-1].pk
