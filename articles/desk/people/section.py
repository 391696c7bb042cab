from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.desk.change_list import DeskList
from articles.desk.kept_rows import KeptRows
from articles.desk.people.opened import OpenedRows
from articles.desk.people.section_order import order_cell, order_page
from articles.models import Section
from articles.publishing import delete_section, save_section, section_keys

if TYPE_CHECKING:
    SectionModelAdmin = admin.ModelAdmin[Section]
else:
    SectionModelAdmin = admin.ModelAdmin


class SectionAdmin(OpenedRows, DeskList, KeptRows, SectionModelAdmin):
    """The parts of the paper, in their order."""

    list_display = ("name", "slug")
    #: All of them: each says where it is in the order.
    list_per_page = 500
    search_fields = ("name",)
    prepopulated_fields = {"slug": ("name",)}

    def get_urls(self) -> list[URLPattern]:
        """Return the URL of their order before Django's, which treat any word as a key."""
        wrap = self.admin_site.admin_view(order_page)
        name = "articles_section_order"
        return [path("order/", wrap, {"model_admin": self}, name=name), *super().get_urls()]

    def get_list_display(self, request: HttpRequest) -> Any:
        """Return the columns, with buttons that move the sections if all are listed in order."""
        return (*self.list_display, "order") if self._may_order(request) else self.list_display

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Show the list, in which those who may put the sections in order."""
        may = self._may_order(request)
        shown = ",".join(map(str, section_keys())) if may else ""
        context = {"may_order": may, "shown": shown, **(extra_context or {})}
        return super().changelist_view(request, context)

    @admin.display(description=_("order"))
    def order(self, section: Section) -> SafeString:
        """Return the buttons that move the section up and down."""
        return order_cell(section)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Return what a new section has: the last place."""
        last = Section.objects.aggregate(last=Max("position"))["last"] or 0
        return {"position": last + 1, **super().get_changeform_initial_data(request)}

    def _may_order(self, request: HttpRequest) -> bool:
        return not request.GET and self.has_change_permission(request)

    def save_model(self, request: HttpRequest, obj: Section, form: Any, change: bool) -> None:
        """Save the section; from now on, readers see it like this."""
        save_section(obj)

    def delete_model(self, request: HttpRequest, obj: Section) -> None:
        """Delete the section."""
        delete_section(obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Section]) -> None:
        """Delete each section."""
        for section in queryset:
            delete_section(section)
