from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.core import clock, time_ago
from articles.desk.change_list import DeskList, as_of
from articles.desk.kept_rows import KeptRows
from articles.desk.people.acting import acting
from articles.desk.pictures.cropping import cropping_page
from articles.desk.pictures.take_down import take_down_page
from articles.desk.pictures.thumbnail import thumbnail
from articles.desk.uploads import takes
from articles.models import Picture
from articles.people import permissions
from articles.pictures import MAX_FORM_BYTES, PictureForm, add_picture, delete_picture

if TYPE_CHECKING:
    PictureModelAdmin = admin.ModelAdmin[Picture]
else:
    PictureModelAdmin = admin.ModelAdmin


class PictureAdmin(DeskList, KeptRows, PictureModelAdmin):
    """The pictures, with their words and rights."""

    form = PictureForm
    readonly_fields = ("shown",)
    list_display = ("shown", "__str__", "credit", "added")
    list_display_links = ("__str__",)
    search_fields = ("caption", "alt", "credit")

    @admin.display(description=_("picture"))
    def shown(self, picture: Picture) -> str | SafeString:
        """Show the picture, small."""
        return thumbnail(picture)

    @admin.display(description=_("added"), ordering="added_at")
    def added(self, picture: Any) -> SafeString:
        """Return how long ago it was added."""
        return time_ago(picture.added_at, picture.as_of)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Picture]:
        """Return all pictures, with the time now as `as_of`."""
        return as_of(super().get_queryset(request), clock.now())

    def get_fields(self, request: HttpRequest, obj: Picture | None = None) -> Any:
        """Return the file for a new picture only: it is chosen once, and has no URL."""
        return ("shown" if obj else "image", "alt", "caption", "credit")

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Any = None,
    ) -> HttpResponse:
        """Read a new picture outside of a transaction, in which SQLite lets nobody else write."""
        if object_id is None:
            return self._changeform_view(request, object_id, form_url, extra_context)  # type: ignore[attr-defined, no-any-return]
        return super().changeform_view(request, object_id, form_url, extra_context)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Show the form, with the way to take the picture down for those who may."""
        picture = self.get_object(request, object_id)
        may = permissions.can_delete_pictures(request.user)
        is_there = picture is not None and not picture.taken_down_at
        context = {
            "may_take_down": may and is_there,
            "may_crop": is_there and permissions.can_change_pictures(request.user),
        }
        return super().change_view(request, object_id, form_url, context | (extra_context or {}))

    def save_form(self, request: HttpRequest, form: Any, change: bool) -> Picture:
        """Save a new picture at once, so that its files go if its row cannot be saved."""
        if change:
            changed: Picture = super().save_form(request, form, change)
            return changed
        return add_picture(form, by=acting(request))

    def save_model(self, request: HttpRequest, obj: Picture, form: Any, change: bool) -> None:
        """Save the words of a picture that there was already."""
        if change:
            super().save_model(request, obj, form, change)

    def delete_model(self, request: HttpRequest, obj: Picture) -> None:
        """Delete the picture with its files."""
        delete_picture(obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Picture]) -> None:
        """Delete each picture with its files."""
        for picture in queryset:
            delete_picture(picture)

    @takes(lambda: MAX_FORM_BYTES)
    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Show the form for a new picture, which takes its file."""
        return super().add_view(request, form_url, extra_context)

    def get_urls(self) -> list[URLPattern]:
        """Return Django's URLs with those of pages of our own."""
        pages = {"take-down": take_down_page, "cropping": cropping_page}
        own = [
            path(
                f"<int:pk>/{name}/",
                self.admin_site.admin_view(partial(page, site=self.admin_site)),
                name=f"articles_picture_{name.replace('-', '_')}",
            )
            for name, page in pages.items()
        ]
        return [*own, *super().get_urls()]
