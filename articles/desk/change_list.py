"""The admin's lists, as the desk shows them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ERROR_FLAG, PAGE_VAR, ChangeList
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db.models import DateTimeField, QuerySet, Value
from django.forms import ModelChoiceField
from django.http import HttpRequest, HttpResponse
from django.utils.text import capfirst
from django.utils.translation import gettext

from articles.desk.folded_search import FoldedSearch
from articles.desk.keys import MAX_DIGITS, read_key
from articles.desk.paginator import PaginatorAhead


class DeskChangeList(ChangeList):
    """A list that shows all rows if a filter asks for a number that cannot exist."""

    def get_filters(self, request: HttpRequest) -> Any:
        """Return what Django does. Raise IncorrectLookupParameters for such a number."""
        for values in self.filter_params.values():
            if any(value.isdecimal() and len(value) > MAX_DIGITS for value in values):
                raise IncorrectLookupParameters
        return super().get_filters(request)


class DeskList(FoldedSearch):
    """A list under its own title, whatever its filters, its search and its actions are asked.

    Neither all rows nor the rows found are counted to the end.
    """

    show_full_result_count = False
    # A cell without a value stays empty: a dash in each row says nothing.
    empty_value_display = ""

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        """Return the class of the list."""
        return DeskChangeList

    def get_paginator(
        self,
        request: HttpRequest,
        queryset: QuerySet[Any],
        per_page: int,
        *args: Any,
        **kwargs: Any,
    ) -> PaginatorAhead:
        """Return the pages of the list."""
        return PaginatorAhead(queryset, per_page, page=request.GET.get(PAGE_VAR, ""))

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Return the form field, without Django's icons: other rows have pages of their own."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(around := field.widget, RelatedFieldWidgetWrapper):
            field.widget = around.widget
        if isinstance(field, ModelChoiceField) and field.empty_label is not None:
            # Not a row of dashes, which a screen reader reads one by one.
            field.empty_label = gettext("Not chosen")
        return field

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Return the form, without a colon after the labels of what can only be read."""
        context["adminform"].form.label_suffix = ""
        return super().render_change_form(request, context, *args, **kwargs)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Show the list under its own title, and say so if the request made no sense."""
        if request.method == "POST":
            _leave_out_what_is_no_key(request)
        if ERROR_FLAG in request.GET:
            told = gettext("There is no such page or filter, so the whole list is shown.")
            messages.warning(request, told)
        title = {"title": capfirst(self.opts.verbose_name_plural)}
        return super().changelist_view(request, title | (extra_context or {}))


def as_of(rows: QuerySet[Any], now: datetime) -> QuerySet[Any]:
    """Return the rows, each with the timezone-aware datetime `now` as `as_of`.

    Their columns say how long ago something was; each reading of the clock is a query.
    """
    timed: QuerySet[Any] = rows.annotate(as_of=Value(now, output_field=DateTimeField()))
    return timed


def _leave_out_what_is_no_key(request: HttpRequest) -> None:
    """Leave out what was sent as the key of a chosen row but cannot be a key."""
    sent = request.POST.copy()
    keys = [key for key in sent.getlist(ACTION_CHECKBOX_NAME) if read_key(key) is not None]
    sent.setlist(ACTION_CHECKBOX_NAME, keys)
    request.POST = sent  # type: ignore[assignment]
