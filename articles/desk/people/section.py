from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.http import HttpRequest

from articles.desk.change_list import DeskList
from articles.desk.kept_rows import KeptRows
from articles.desk.people.opened import OpenedRows
from articles.models import Section, SlugKind
from articles.publishing import move_slug

if TYPE_CHECKING:
    SectionModelAdmin = admin.ModelAdmin[Section]
else:
    SectionModelAdmin = admin.ModelAdmin


class SectionAdmin(OpenedRows, DeskList, KeptRows, SectionModelAdmin):
    """The parts of the paper, in their order."""

    list_display = ("name", "slug", "position")
    search_fields = ("name",)
    prepopulated_fields = {"slug": ("name",)}

    def save_model(self, request: HttpRequest, obj: Section, form: Any, change: bool) -> None:
        """Save the section; after a change of its slug the former page leads to the present one."""
        super().save_model(request, obj, form, change)
        if change and "slug" in form.changed_data:
            move_slug(SlugKind.SECTION, form.initial["slug"], obj.slug, obj.name)
