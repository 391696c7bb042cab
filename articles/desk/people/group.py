from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.auth.admin import GroupAdmin as DjangoGroupAdmin
from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.http import HttpRequest

from articles.desk.change_list import DeskList
from articles.desk.people.opened import OpenedRows
from articles.people import delete_group, save_group, set_group_permissions

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin

    GroupModelAdmin = ModelAdmin[Group]
else:
    GroupModelAdmin = DjangoGroupAdmin


class GroupAdmin(OpenedRows, DeskList, GroupModelAdmin):
    """Groups and their permissions, which only superusers change."""

    # Not Django's two boxes, which a screen reader cannot name.
    filter_horizontal = ()

    def save_model(self, request: HttpRequest, obj: Group, form: Any, change: bool) -> None:
        """Save the name of the group."""
        save_group(obj)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Save what those in the group may do."""
        set_group_permissions(form.instance, form.cleaned_data["permissions"])

    def delete_model(self, request: HttpRequest, obj: Group) -> None:
        """Delete the group."""
        delete_group(obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Group]) -> None:
        """Delete each of the groups."""
        for group in queryset:
            delete_group(group)
