"""The audit log of all stories, including drafts that were deleted; read-only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.core import Subject, clock, registered_actions, time_ago
from articles.desk.change_list import as_of
from articles.desk.read_only import ReadOnlyAdmin
from articles.models import AuditEntry, Story
from articles.people import name_of, permissions

if TYPE_CHECKING:
    AuditEntryModelAdmin = admin.ModelAdmin[AuditEntry]
else:
    AuditEntryModelAdmin = admin.ModelAdmin


class ActionFilter(admin.SimpleListFilter):
    """Entries by what was done."""

    title = _("action")
    parameter_name = "action"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return all registered actions."""
        return [(action.code, str(action.label)) for action in registered_actions()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Return the entries of the chosen action."""
        return queryset.filter(action=self.value()) if self.value() else queryset


class SubjectFilter(admin.SimpleListFilter):
    """Entries by what the action concerned."""

    title = _("subject")
    parameter_name = "subject"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the subjects with their names."""
        return [(subject.value, str(subject.label)) for subject in Subject]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Return the entries of actions on the chosen subject."""
        if not self.value():
            return queryset
        codes = [action.code for action in registered_actions() if action.subject == self.value()]
        return queryset.filter(action__in=codes)


class AuditEntryAdmin(ReadOnlyAdmin, AuditEntryModelAdmin):
    """Shows who did what to which story; the page of a story has more details."""

    list_display = ("when", "about", "label", "who", "reason")
    list_display_links = None
    list_filter = (SubjectFilter, ActionFilter)
    list_select_related = ("by",)
    search_fields = ("headline", "by__username", "by__display_name")
    # The order in which they came, without an index of its own.
    ordering = ("-pk",)
    show_full_result_count = False
    fields = ("when", "headline", "label", "who", "from_state", "to_state", "reason")
    readonly_fields = ("when", "label", "who")

    @admin.display(description=_("when"))
    def when(self, entry: Any) -> SafeString:
        """Return how long ago it was."""
        return time_ago(entry.at, entry.as_of)

    @admin.display(description=_("story"))
    def about(self, entry: Any) -> str | SafeString:
        """Return the story's headline at the time, with a link to it if it still exists."""
        if not entry.exists:
            return str(entry.headline)
        url = reverse("admin:articles_story_change", args=[entry.story_id])
        return format_html('<a href="{}">{}</a>', url, entry.headline)

    @admin.display(description=_("action"), ordering="action")
    def label(self, entry: AuditEntry) -> str:
        """Return what was done."""
        return entry.label

    @admin.display(description=_("by"))
    def who(self, entry: AuditEntry) -> str:
        """Return who did it."""
        return name_of(entry.by)

    def get_queryset(self, request: HttpRequest) -> QuerySet[AuditEntry]:
        """Return the entries, each with whether its story still `exists`."""
        there = Exists(Story.objects.filter(pk=OuterRef("story_id")))
        entries: QuerySet[AuditEntry] = super().get_queryset(request).annotate(exists=there)
        return as_of(entries, clock.now())

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return permissions.can_read_drafts(request.user)
