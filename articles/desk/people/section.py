from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin

from articles.models import Section

if TYPE_CHECKING:
    SectionModelAdmin = admin.ModelAdmin[Section]
else:
    SectionModelAdmin = admin.ModelAdmin


class SectionAdmin(SectionModelAdmin):
    """The parts of the paper, in their order."""

    list_display = ("name", "slug", "position")
    search_fields = ("name",)
    prepopulated_fields = {"slug": ("name",)}
