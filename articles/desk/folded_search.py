"""The search of the admin's lists, in which neither capitals nor accents matter."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from articles.text import search_pattern, search_terms

if TYPE_CHECKING:
    AnyModelAdmin = admin.ModelAdmin[Any]
else:
    AnyModelAdmin = object


class FoldedSearch(AnyModelAdmin):
    """A list in which each word is looked for in all `search_fields`, in any script."""

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Return the rows with all these words, and that none is among them twice."""
        fields = self.get_search_fields(request)
        for term in search_terms(search_term):
            # Not icontains: SQLite then ignores case in English only, and no database ignores
            # accents.
            pattern = search_pattern(term)
            has = [Q((f"{field}__regex", pattern)) for field in fields]
            queryset = queryset.filter(reduce(or_, has))
        return queryset, False
