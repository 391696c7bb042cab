"""The list of stories: filters by where each one stands."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from articles import permissions
from articles.enums import Standing


class MineFilter(admin.SimpleListFilter):
    """Stories that the person who asks may change: of a reporter, the own drafts."""

    title = "whose turn"
    parameter_name = "mine"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Give the one choice beside all."""
        return [("edit", "yours to edit")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """Give the stories that may be changed."""
        return permissions.editable_by(request.user, queryset) if self.value() else queryset


class StandingFilter(admin.SimpleListFilter):
    """Stories by what readers see of them now."""

    title = "standing with readers"
    parameter_name = "standing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Give the standings with their names."""
        return [(standing.value, standing.label) for standing in Standing]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Give the stories of the chosen standing; they must carry `standing`."""
        return queryset.filter(standing=self.value()) if self.value() else queryset
