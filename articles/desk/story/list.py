"""The list of stories: filters by whose turn it is and by what readers see."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.models import PublicationStatus
from articles.people import permissions


class MineFilter(admin.SimpleListFilter):
    """Stories that the user may change: a reporter's are the own drafts."""

    title = _("whose turn")
    parameter_name = "mine"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the one choice beside all."""
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
