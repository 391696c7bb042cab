"""The newsroom's own places, by which the parser recognises datelines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from articles.desk.change_list import DeskList
from articles.desk.people.opened import OpenedRows
from articles.desk.wire.place_pages import place_pages
from articles.models import Place

if TYPE_CHECKING:
    PlaceModelAdmin = admin.ModelAdmin[Place]
else:
    PlaceModelAdmin = admin.ModelAdmin


class PlaceAdmin(OpenedRows, DeskList, PlaceModelAdmin):
    """Lists and edits the newsroom's own places."""

    search_fields = ("name",)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Show the list, with a link to the pages of places for those who may rename them."""
        may = {"may_rename": self.has_change_permission(request)}
        return super().changelist_view(request, {**(extra_context or {}), **may})

    def get_urls(self) -> list[URLPattern]:
        """Return the URL of the pages of places before Django's."""
        page = self.admin_site.admin_view(place_pages)
        url = path("pages/", page, {"model_admin": self}, name="articles_place_pages")
        return [url, *super().get_urls()]
