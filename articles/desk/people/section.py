from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from articles.desk.change_list import DeskList
from articles.desk.kept_rows import KeptRows
from articles.models import Section
from articles.publishing import delete_section, save_section

if TYPE_CHECKING:
    SectionModelAdmin = admin.ModelAdmin[Section]
else:
    SectionModelAdmin = admin.ModelAdmin


class SectionAdmin(DeskList, KeptRows, SectionModelAdmin):
    """The parts of the paper, in their order."""

    list_display = ("name", "slug", "position")
    search_fields = ("name",)
    prepopulated_fields = {"slug": ("name",)}

    def save_model(self, request: HttpRequest, obj: Section, form: Any, change: bool) -> None:
        """Save the section; readers see it so from now on."""
        save_section(obj)

    def delete_model(self, request: HttpRequest, obj: Section) -> None:
        """Delete the section."""
        delete_section(obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Section]) -> None:
        """Delete each section."""
        for section in queryset:
            delete_section(section)
