"""Rows that cannot be deleted because stories use them, without giving away headlines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext

from articles.people import permissions

if TYPE_CHECKING:
    AnyModelAdmin = admin.ModelAdmin[Any]
else:
    AnyModelAdmin = object


class KeptRows(AnyModelAdmin):
    """Names what keeps a row only to those who may read it: it may be scheduled or embargoed."""

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Return what Django returns, without the names of stories for those who view no drafts."""
        deleted, counts, lacking, kept_by = super().get_deleted_objects(objs, request)
        if kept_by and not permissions.can_read_drafts(request.user):
            kept_by = [gettext("Stories that you may not read")]
        return deleted, counts, lacking, kept_by
