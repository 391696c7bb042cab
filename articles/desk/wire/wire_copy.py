"""Wire copy as it arrived: read only, with the pages that import it and accept updates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.core import clock, time_ago, translate
from articles.desk.change_list import as_of
from articles.desk.people.acting import acting
from articles.desk.read_only import ReadOnlyAdmin
from articles.desk.wire.compare import compare_update, may_compare
from articles.desk.wire.import_copy import import_copy
from articles.desk.wire.withdrawal import withdrawal
from articles.models import Story, WireCopy
from articles.people import name_of, permissions
from articles.search import find_stories, parse
from articles.wire import UnreadableCopy, decode

if TYPE_CHECKING:
    WireCopyModelAdmin = admin.ModelAdmin[WireCopy]
else:
    WireCopyModelAdmin = admin.ModelAdmin


class WireCopyAdmin(ReadOnlyAdmin, WireCopyModelAdmin):
    """Shows what arrived and what became of it."""

    list_display = ("headline", "name", "outcome", "story", "receiver", "arrival")
    list_filter = ("outcome",)
    list_select_related = ("story", "received_by")
    search_fields = ("headline", "name", "sha256")
    show_full_result_count = False
    fields = (
        "headline", "outcome", "story", "name", "receiver", "received_at",
        "left_out", "copy", "sha256",
    )  # fmt: skip
    readonly_fields = fields

    @admin.display(description=_("copy as it arrived"))
    def copy(self, wire_copy: WireCopy) -> str | SafeString:
        """Return the source as text."""
        try:
            text = decode(bytes(wire_copy.source))
        except UnreadableCopy as error:
            return translate(error.message)
        return format_html('<div class="newsroom-copy" dir="auto">{}</div>', text)

    @admin.display(description=_("received by"), ordering="received_by")
    def receiver(self, wire_copy: WireCopy) -> str:
        """Return who imported it, without a link: only managing editors see accounts."""
        return name_of(wire_copy.received_by)

    @admin.display(description=_("received"), ordering="received_at")
    def arrival(self, wire_copy: Any) -> SafeString:
        """Return how long ago it arrived."""
        return time_ago(wire_copy.received_at, wire_copy.as_of)

    @admin.display(description=_("left out"))
    def left_out(self, wire_copy: WireCopy) -> str | SafeString:
        """Return a list of the lines that are not part of the story, and why."""
        lines = wire_copy.report.get("left_out", [])
        if not lines:
            return gettext("nothing")
        told = ((line["text"], gettext(line["why"])) for line in lines)
        return format_html("<ul>{}</ul>", format_html_join("", "<li><q>{}</q>: {}</li>", told))

    def get_queryset(self, request: HttpRequest) -> QuerySet[WireCopy]:
        """Return the rows; their large columns are read only for the page of one row."""
        return as_of(super().get_queryset(request).defer("source", "report"), clock.now())

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Return the rows with all these words, or whose story the search of stories finds.

        The latter only for those who may read drafts.
        """
        found, doubles = super().get_search_results(request, queryset, search_term)
        query = parse(search_term, unfinished=True)
        if query and permissions.can_read_drafts(request.user):
            stories = find_stories(Story.objects.all(), query)
            found |= queryset.filter(story__in=stories.order_by().values("pk"))
        return found, doubles

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Show the copy, and link to the comparison if the user may accept it as an update."""
        found = self.get_object(request, object_id)
        may = {"may_compare": found is not None and may_compare(acting(request), found)}
        return super().change_view(request, object_id, form_url, (extra_context or {}) | may)

    def get_urls(self) -> list[URLPattern]:
        """Add the pages that import copy and accept updates."""
        wrap, site = self.admin_site.admin_view, {"site": self.admin_site}
        return [
            path("import/", wrap(import_copy), site, name="articles_wirecopy_import"),
            path(
                "<int:pk>/withdrawal/",
                wrap(withdrawal),
                site,
                name="articles_wirecopy_withdrawal",
            ),
            path("<int:pk>/compare/", wrap(compare_update), site, name="articles_wirecopy_compare"),
            *super().get_urls(),
        ]
