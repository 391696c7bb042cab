"""Wire copy as it arrived: read only, with the pages that take it in and over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.desk.people.acting import acting, name_of
from articles.desk.read_only import ReadOnlyAdmin
from articles.desk.wire.compare import compare_update, may_compare
from articles.desk.wire.import_copy import import_copy
from articles.models import WireCopy
from articles.wire import UnreadableCopy, decode

if TYPE_CHECKING:
    WireCopyModelAdmin = admin.ModelAdmin[WireCopy]
else:
    WireCopyModelAdmin = admin.ModelAdmin


class WireCopyAdmin(ReadOnlyAdmin, WireCopyModelAdmin):
    """Shows what came in and what became of it."""

    list_display = ("headline", "name", "outcome", "story", "receiver", "received_at")
    list_filter = ("outcome",)
    list_select_related = ("story", "received_by")
    search_fields = ("headline", "name", "sha256")
    show_full_result_count = False
    fields = (
        "headline", "outcome", "story", "name", "receiver", "received_at",
        "left_out", "copy", "sha256",
    )  # fmt: skip
    readonly_fields = fields

    @admin.display(description="the copy, as it came")
    def copy(self, item: WireCopy) -> str | SafeString:
        """Show the source as text."""
        try:
            text = decode(bytes(item.source))
        except UnreadableCopy as error:
            return str(error)
        return format_html('<div class="newsroom-copy" dir="auto">{}</div>', text)

    @admin.display(description="received by", ordering="received_by")
    def receiver(self, item: WireCopy) -> str:
        """Name who took it in, whose account is only for managing editors to see."""
        return name_of(item.received_by)

    @admin.display(description="left out")
    def left_out(self, item: WireCopy) -> str | SafeString:
        """Show the lines that are no part of the story, and why."""
        lines = item.report.get("left_out", [])
        rows = format_html_join("", "<li>“{}”: {}</li>", ((x["text"], x["reason"]) for x in lines))
        return format_html("<ul>{}</ul>", rows) if lines else "nothing"

    def get_queryset(self, request: HttpRequest) -> QuerySet[WireCopy]:
        """Give the items; their bytes are read for one item's page only."""
        return super().get_queryset(request).defer("source", "report")

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Show the item, and lead to the comparison that may take it over."""
        item = self.get_object(request, object_id)
        may = {"may_compare": bool(item and may_compare(acting(request), item))}
        return super().change_view(request, object_id, form_url, (extra_context or {}) | may)

    def get_urls(self) -> list[URLPattern]:
        """Add the pages that take copy in and over."""
        wrap, site = self.admin_site.admin_view, {"site": self.admin_site}
        return [
            path("import/", wrap(import_copy), site, name="articles_wireitem_import"),
            path("<int:pk>/compare/", wrap(compare_update), site, name="articles_wireitem_compare"),
            *super().get_urls(),
        ]
