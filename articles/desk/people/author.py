from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin

from articles.models import Author

if TYPE_CHECKING:
    AuthorModelAdmin = admin.ModelAdmin[Author]
else:
    AuthorModelAdmin = admin.ModelAdmin


class AuthorAdmin(AuthorModelAdmin):
    """The names in bylines."""

    list_display = ("name", "user")
    list_select_related = ("user",)
    search_fields = ("name",)
