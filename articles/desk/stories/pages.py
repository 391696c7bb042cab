"""The list of stories, the latest action first, page by page from wherever the user is.

What is done to stories while somebody reads moves them to the top: a page begins after the last
story of the page before, so that none is shown twice there, and none that stayed is left out.
"""

from __future__ import annotations

from typing import Any

from django.contrib.admin.options import IncorrectLookupParameters
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from articles.core import read_cursor, write_cursor
from articles.desk.change_list import DeskChangeList

#: The parameter that names the story after which a page begins.
BEFORE = "before"
ORDER = ("-last_action__at", "-pk")


class StoryChangeList(DeskChangeList):
    """Pages by cursor; nothing is counted."""

    older = ""
    newest = ""

    def get_queryset(self, request: HttpRequest, exclude_parameters: Any = None) -> QuerySet[Any]:
        """Return the stories from the page's cursor on.

        Raise IncorrectLookupParameters if it is not a cursor.
        """
        before = self.params.pop(BEFORE, None)
        self.filter_params.pop(BEFORE, None)
        stories: QuerySet[Any] = super().get_queryset(request, exclude_parameters)
        if before is None:
            return stories
        if (cursor := read_cursor(before)) is None:
            raise IncorrectLookupParameters
        self.newest = self.get_query_string()
        at, pk = cursor
        # Not an OR alone, from which a database cannot tell where in the index to begin.
        return stories.filter(last_action__at__lte=at).filter(
            Q(last_action__at__lt=at) | Q(pk__lt=pk)
        )

    def get_ordering(self, request: HttpRequest, queryset: QuerySet[Any]) -> list[Any]:
        """Return the one order of the list, which is that of its index."""
        return list(ORDER)

    def get_results(self, request: HttpRequest) -> None:
        """Read one page, and one story more to know whether there are any."""
        found = list(self.queryset[: self.list_per_page + 1])
        self.result_list = found[: self.list_per_page]
        if len(found) > self.list_per_page:
            self.older = self.get_query_string(
                {BEFORE: write_cursor(*self.result_list[-1].last_action.key)}
            )
        self.result_count = len(self.result_list)
        self.show_full_result_count = self.show_admin_actions = False
        self.full_result_count = self.paginator = None
        self.can_show_all = self.multi_page = False
