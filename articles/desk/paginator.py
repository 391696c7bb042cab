"""Pages of a list whose rows are counted a few pages ahead and no further."""

from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils.functional import cached_property

from articles.desk.keys import read_key

if TYPE_CHECKING:
    AnyPaginator = Paginator[Any]
else:
    AnyPaginator = Paginator

#: Rows are counted this many pages ahead of the one that is shown: a table can have millions.
AHEAD = 10
#: No page after this one is shown, whatever a request asks for.
LAST = 10**6


class PaginatorAhead(AnyPaginator):
    """Counts up to some pages after the one that is shown; then `counts_all` is False."""

    def __init__(self, rows: QuerySet[Any], per_page: int, *, page: str) -> None:
        super().__init__(rows, per_page)
        self.rows = rows
        self.most = (min(read_key(page) or 1, LAST) + AHEAD) * per_page

    @cached_property
    def _counted(self) -> int:
        return self.rows.order_by()[: self.most + 1].count()

    @property
    def count(self) -> int:
        """How many rows there are, at most as many as are counted."""
        return min(self._counted, self.most)

    @property
    def counts_all(self) -> bool:
        """Whether there are no more rows than were counted."""
        return self._counted <= self.most
