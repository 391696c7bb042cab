from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin
from django.utils.safestring import SafeString

from articles.desk.pictures.thumbnail import thumbnail
from articles.desk.pictures.upload import PictureForm
from articles.models import Picture

if TYPE_CHECKING:
    PictureModelAdmin = admin.ModelAdmin[Picture]
else:
    PictureModelAdmin = admin.ModelAdmin


class PictureAdmin(PictureModelAdmin):
    """The pictures, with their words and rights."""

    form = PictureForm
    fields = ("image", "shown", "alt", "caption", "credit")
    readonly_fields = ("shown",)
    list_display = ("__str__", "shown", "credit", "added_at")
    search_fields = ("caption", "alt", "credit")

    @admin.display(description="picture")
    def shown(self, picture: Picture) -> str | SafeString:
        """Show the picture, small."""
        return thumbnail(picture)
