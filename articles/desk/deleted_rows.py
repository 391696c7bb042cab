"""Forms of rows that somebody else has deleted while they were open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from articles.core import Gone

if TYPE_CHECKING:
    AnyModelAdmin = admin.ModelAdmin[Any]
else:
    AnyModelAdmin = object


class DeletedRows(AnyModelAdmin):
    """Keeps what was typed: Django would lead to the first page without it."""

    def _get_obj_does_not_exist_redirect(
        self, request: HttpRequest, opts: Any, object_id: str
    ) -> HttpResponse:
        if request.method == "POST":
            # Answered by MeanwhileMiddleware, with what was sent.
            raise Gone(
                gettext("Somebody else has deleted this in the meantime, so nothing was saved.")
            )
        response: HttpResponse = super()._get_obj_does_not_exist_redirect(  # type: ignore[misc]
            request, opts, object_id
        )
        return response
