"""The admin's lists, as the desk shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.http import HttpRequest, HttpResponse
from django.utils.text import capfirst

from articles.desk.keys import MAX_DIGITS

if TYPE_CHECKING:
    AnyModelAdmin = admin.ModelAdmin[Any]
else:
    AnyModelAdmin = object


class DeskChangeList(ChangeList):
    """A list that shows all rows where a filter asks for a number that cannot be."""

    def get_filters(self, request: HttpRequest) -> Any:
        """Return what Django does. Raise IncorrectLookupParameters for such a number."""
        for values in self.filter_params.values():
            if any(value.isdecimal() and len(value) > MAX_DIGITS for value in values):
                raise IncorrectLookupParameters
        return super().get_filters(request)


class DeskList(AnyModelAdmin):
    """A list under its own name, whatever its filters are asked."""

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[DeskChangeList]:
        """Return the class of the list."""
        return DeskChangeList

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Show the list under its own name."""
        title = {"title": capfirst(self.opts.verbose_name_plural)}
        return super().changelist_view(request, title | (extra_context or {}))
