from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.desk.pictures.thumbnail import thumbnail
from articles.models import Picture
from articles.pictures import PictureForm

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

    @admin.display(description=_("picture"))
    def shown(self, picture: Picture) -> str | SafeString:
        """Show the picture, small."""
        return thumbnail(picture)
