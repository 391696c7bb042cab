"""The newsroom's own places, by which the parser recognises datelines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin

from articles.desk.change_list import DeskList
from articles.desk.people.opened import OpenedRows
from articles.models import Place

if TYPE_CHECKING:
    PlaceModelAdmin = admin.ModelAdmin[Place]
else:
    PlaceModelAdmin = admin.ModelAdmin


class PlaceAdmin(OpenedRows, DeskList, PlaceModelAdmin):
    """Lists and edits the newsroom's own places."""

    search_fields = ("name",)
