"""The list of stories: its columns, its search, and its filters."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.core import format_time
from articles.desk.change_list import DeskList
from articles.desk.people.acting import name_of
from articles.models import PublicationStatus, Story
from articles.people import permissions
from articles.publishing import with_publication_status
from articles.text import normalise


class EditableFilter(admin.SimpleListFilter):
    """Stories that the user may change: for a reporter, their own drafts."""

    title = _("access")
    parameter_name = "mine"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the one choice besides all."""
        return [("edit", gettext("Editable by me"))]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """Return the stories that may be changed."""
        return permissions.editable_by(request.user, queryset) if self.value() else queryset


class StatusFilter(admin.SimpleListFilter):
    """Stories by what readers see of them now."""

    title = _("publication status")
    parameter_name = "status"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the statuses with their names."""
        return [(status.value, str(status.label)) for status in PublicationStatus]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Return the stories with the chosen status; they must carry `publication_status`."""
        return queryset.filter(publication_status=self.value()) if self.value() else queryset


class StoryList(DeskList):
    """Options and columns of the list."""

    list_display = ("headline", "state", "publication_status", "section", "last_save")
    list_filter = (
        EditableFilter,
        StatusFilter,
        "state",
        ("section", admin.RelatedOnlyFieldListFilter),
    )
    list_select_related = ("section", "changed_by", "embargo")
    list_per_page = 100
    search_fields = ("headline_key", "summary", "slug")
    show_full_result_count = False
    actions = None

    @admin.display(description=_("publication status"))
    def publication_status(self, story: Any) -> str:
        """Return what readers see of the story, and until when it is under embargo."""
        label = PublicationStatus(story.publication_status).label
        until = story.embargoed_until(timezone.now())
        if until is None:
            return str(label)
        return gettext("%(status)s, under embargo until %(time)s") % {
            "status": label,
            "time": format_time(until),
        }

    @admin.display(description=_("last save"), ordering="changed_at")
    def last_save(self, story: Story) -> str:
        """Return when the story was saved last, and by whom."""
        return gettext("%(time)s by %(person)s") % {
            "time": format_time(story.changed_at),
            "person": name_of(story.changed_by),
        }

    def get_queryset(self, request: HttpRequest) -> QuerySet[Story]:
        """Return all stories with their publication status now."""
        return with_publication_status(Story.objects.all(), timezone.now())

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Story], search_term: str
    ) -> tuple[QuerySet[Story], bool]:
        """Search as headlines are compared: quotes, dashes and capitals do not matter."""
        return super().get_search_results(request, queryset, normalise(search_term))
