from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.admin import GroupAdmin as DjangoGroupAdmin

from articles.desk.change_list import DeskList
from articles.desk.people.opened import OpenedRows

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin
    from django.contrib.auth.models import Group

    GroupModelAdmin = ModelAdmin[Group]
else:
    GroupModelAdmin = DjangoGroupAdmin


class GroupAdmin(OpenedRows, DeskList, GroupModelAdmin):
    """Groups and their permissions, which only superusers change."""

    # Not Django's two boxes, which a screen reader cannot name.
    filter_horizontal = ()
