from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.http import HttpRequest

from articles.desk.change_list import DeskList
from articles.desk.kept_rows import KeptRows
from articles.desk.people.opened import OpenedRows
from articles.models import Author, SlugKind
from articles.publishing import move_slug
from articles.text import name_slug

if TYPE_CHECKING:
    AuthorModelAdmin = admin.ModelAdmin[Author]
else:
    AuthorModelAdmin = admin.ModelAdmin


class AuthorAdmin(OpenedRows, DeskList, KeptRows, AuthorModelAdmin):
    """The names in bylines, and what readers get to know of each on their page."""

    list_display = ("name", "role", "user")
    list_select_related = ("user",)
    search_fields = ("name",)
    fields = ("name", "role", "bio", "portrait", "email", "links", "user")
    # Not autocomplete_fields, which a screen reader cannot name.
    raw_id_fields = ("portrait",)

    def save_model(self, request: HttpRequest, obj: Author, form: Any, change: bool) -> None:
        """Save the author; after a rename the former page leads to the present one."""
        super().save_model(request, obj, form, change)
        if change and "name" in form.changed_data:
            move_slug(SlugKind.AUTHOR, name_slug(form.initial["name"]), obj.slug, obj.name)
