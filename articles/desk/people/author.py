from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from articles.desk.change_list import DeskList
from articles.desk.kept_rows import KeptRows
from articles.desk.people.opened import OpenedRows
from articles.desk.pictures.chooser import PictureChooser, PictureField
from articles.models import Author
from articles.people import permissions
from articles.publishing import delete_author, save_author

if TYPE_CHECKING:
    AuthorModelAdmin = admin.ModelAdmin[Author]
else:
    AuthorModelAdmin = admin.ModelAdmin


class AuthorAdmin(OpenedRows, DeskList, KeptRows, AuthorModelAdmin):
    """The names in bylines, and what readers learn about each on their page."""

    list_display = ("name", "role", "user")
    list_select_related = ("user",)
    search_fields = ("name",)
    fields = ("name", "role", "bio", "portrait", "email", "links", "user")

    def get_form(self, request: HttpRequest, obj: Any = None, *args: Any, **kwargs: Any) -> Any:
        """Return the form, whose portraits are those that were not taken down."""
        form = super().get_form(request, obj, *args, **kwargs)
        if isinstance(field := form.base_fields.get("portrait"), PictureField):
            field.offer(obj.portrait_id if obj else None)
        return form

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Return the form field; the portrait is chosen from thumbnails."""
        if db_field.name == "portrait":
            may_upload = permissions.can_add_pictures(request.user)
            return db_field.formfield(
                form_class=PictureField, widget=PictureChooser(may_upload=may_upload)
            )
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def save_model(self, request: HttpRequest, obj: Author, form: Any, change: bool) -> None:
        """Save the author; from now on, readers see them like this."""
        save_author(obj)

    def delete_model(self, request: HttpRequest, obj: Author) -> None:
        """Delete the author."""
        delete_author(obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Author]) -> None:
        """Delete each author."""
        for author in queryset:
            delete_author(author)
