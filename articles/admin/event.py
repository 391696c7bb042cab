"""All acts on stories, those on drafts that were deleted too: the log, read only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles import permissions, zone
from articles.admin.decided_elsewhere import DecidedElsewhere
from articles.admin.people import name_of
from articles.models import Event, Story

if TYPE_CHECKING:
    EventModelAdmin = admin.ModelAdmin[Event]
else:
    EventModelAdmin = admin.ModelAdmin


@admin.register(Event)
class EventAdmin(DecidedElsewhere, EventModelAdmin):
    """Shows who did what to which story; more of it tells the story's own time line."""

    list_display = ("when", "about", "act", "who", "why")
    list_display_links = None
    list_filter = ("act",)
    list_select_related = ("by",)
    search_fields = ("headline", "by__username", "by__last_name")
    # The order in which they came, without an index of its own.
    ordering = ("-pk",)
    show_full_result_count = False
    fields = ("when", "headline", "act", "who", "from_state", "to_state", "why")
    readonly_fields = ("when", "who")

    @admin.display(description="when")
    def when(self, event: Event) -> str:
        """Say when it was, in the newsroom's zone."""
        return zone.shown(event.at)

    @admin.display(description="story")
    def about(self, event: Any) -> str | SafeString:
        """Name the story as it was called then, and lead to it if it is still there."""
        if not event.is_there:
            return str(event.headline)
        address = reverse("admin:articles_story_change", args=[event.story_id])
        return format_html('<a href="{}">{}</a>', address, event.headline)

    @admin.display(description="by")
    def who(self, event: Event) -> str:
        """Name who did it."""
        return name_of(event.by)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Event]:
        """Give the acts, each with whether its story `is_there`."""
        there = Exists(Story.objects.filter(pk=OuterRef("story_id")))
        acts: QuerySet[Event] = super().get_queryset(request).annotate(is_there=there)
        return acts

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return permissions.can_read_drafts(request.user)
