"""The filters of the list of stories."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import PAGE_VAR
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag

from articles.desk.stories.tabs import stories_of
from articles.models import PublicationStatus
from articles.people import permissions

#: At most this many tags are offered; any other can be typed.
TAGS = 20


class AccessFilter(admin.SimpleListFilter):
    """Stories of the user, or those that the user may change: for a reporter, their own drafts."""

    title = _("access")
    parameter_name = "mine"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the choices besides all."""
        return [("own", gettext("Mine")), ("edit", gettext("Editable by me"))]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """Return the chosen stories."""
        match self.value():
            case "own":
                return stories_of(request.user.pk, queryset)
            case "edit":
                return permissions.editable_by(request.user, queryset)
        return queryset


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


class AuthorFilter(admin.RelatedFieldListFilter):
    """Stories by author, under a name that is translated."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.title = gettext("authors")


class TagFilter(admin.SimpleListFilter):
    """Stories with a tag, one of the newest or one that is typed."""

    title = _("tag")
    parameter_name = "tag"
    template = "admin/articles/story/tag_filter.html"

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(request, *args, **kwargs)
        # What the form for another tag carries along.
        self.others = [
            (name, value)
            for name, values in request.GET.lists()
            for value in values
            if name not in {self.parameter_name, PAGE_VAR}
        ]

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the newest tags, and the chosen one."""
        names = list(Tag.objects.order_by("-pk").values_list("name", flat=True)[:TAGS])
        chosen = self.value()
        return [(name, name) for name in sorted({*names, *([chosen] if chosen else [])})]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Return the stories with the tag."""
        return queryset.filter(tags__name=self.value()) if self.value() else queryset


class ActionFilter(admin.DateFieldListFilter):
    """Stories by when something was last done with them, as their rows say."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.title = gettext("last action")
