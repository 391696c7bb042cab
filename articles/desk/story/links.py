"""Related links after the body, in the story's form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.models import RelatedLink, Story
from articles.people import permissions

if TYPE_CHECKING:
    LinkInline = admin.StackedInline[RelatedLink, Story]
else:
    LinkInline = admin.StackedInline


class RelatedLinks(LinkInline):
    """The present links, read-only, and an empty row for one more."""

    model = RelatedLink
    fk_name = "story"
    verbose_name = _("related link")
    verbose_name_plural = _("Related stories after the text")
    fields = ("target", "url", "headline", "state")
    readonly_fields = ("state",)
    raw_id_fields = ("target",)
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    classes = ["collapse"]
    extra = 1
    show_change_link = True

    def get_queryset(self, request: HttpRequest) -> QuerySet[RelatedLink]:
        """Return the links after the body; those in the body are edited there."""
        links = super().get_queryset(request).filter(key="", removed_at__isnull=True)
        return links.select_related("target")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if obj is None:
            return permissions.can_write(request.user)
        return permissions.can_edit(request.user, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return permissions.can_read_drafts(request.user)
