from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from articles.desk.asked_deletion import AskedDeletion
from articles.desk.deleted_rows import DeletedRows
from articles.desk.kept_rows import KeptRows
from articles.desk.people.acting import acting
from articles.desk.pictures.cropping import cropping_page
from articles.desk.pictures.library import Library
from articles.desk.pictures.opened_form import OpenedPictureForm
from articles.desk.pictures.take_down import take_down_page
from articles.desk.pictures.used_in import page_context
from articles.desk.pictures.words import picture_words
from articles.desk.uploads import takes
from articles.models import PICTURE_RIGHTS, PICTURE_WORDS, Picture
from articles.people import permissions
from articles.pictures import (
    MAX_FORM_BYTES,
    add_picture,
    check_reword,
    delete_picture,
    reword,
)

if TYPE_CHECKING:
    PictureModelAdmin = admin.ModelAdmin[Picture]
else:
    PictureModelAdmin = admin.ModelAdmin


class PictureAdmin(AskedDeletion, DeletedRows, Library, KeptRows, PictureModelAdmin):
    """The pictures, with their words and rights, and where they are used."""

    form = OpenedPictureForm
    readonly_fields = ("shown",)

    def get_fieldsets(self, request: HttpRequest, obj: Picture | None = None) -> Any:
        """Return the file for a new picture only: it is chosen once, and has no URL.

        Those who may change it get the field that holds what the form showed, too.
        """
        opened = ("opened",) if obj and self.has_change_permission(request, obj) else ()
        return [
            (None, {"fields": ("shown" if obj else "image", *PICTURE_WORDS)}),
            (_("Rights"), {"fields": (*PICTURE_RIGHTS, *opened)}),
        ]

    def has_change_permission(self, request: HttpRequest, obj: Picture | None = None) -> bool:
        """Return whether the user may change what is said about the picture, or about any."""
        if obj is None:
            return permissions.can_change_pictures(request.user)
        return check_reword(obj, by=acting(request)) is None

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
        """Show the form, and where the picture is used; who may take it down sees how."""
        picture = self.get_object(request, object_id)
        context = page_context(picture, acting(request)) if picture else {}
        context["may_crop"] = (
            picture is not None
            and not picture.taken_down_at
            and permissions.can_change_pictures(request.user)
        )
        return super().change_view(request, object_id, form_url, context | (extra_context or {}))

    def save_form(self, request: HttpRequest, form: Any, change: bool) -> Picture:
        """Save a new picture at once, so that its files go if its row cannot be saved."""
        if change:
            changed: Picture = super().save_form(request, form, change)
            return changed
        return add_picture(form, by=acting(request))

    def save_model(self, request: HttpRequest, obj: Picture, form: Any, change: bool) -> None:
        """Save what was changed of the words of a picture that there was already."""
        if change and form.changed_data:
            words = {name: form.cleaned_data[name] for name in form.changed_data}
            reword(obj, words, by=acting(request))

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
        wrap = self.admin_site.admin_view
        pages = {"take-down": take_down_page, "cropping": cropping_page}
        own = [
            path(
                f"<int:pk>/{name}/",
                wrap(partial(page, site=self.admin_site)),
                name=f"articles_picture_{name.replace('-', '_')}",
            )
            for name, page in pages.items()
        ]
        words = path("<int:pk>/words/", wrap(picture_words), name="articles_picture_words")
        return [*own, words, *super().get_urls()]
