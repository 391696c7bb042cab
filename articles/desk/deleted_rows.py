"""Forms of rows that somebody else has deleted while they were open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext

from articles.core import Gone

if TYPE_CHECKING:
    AnyModelAdmin = admin.ModelAdmin[Any]
else:
    AnyModelAdmin = object


class DeletedRows(AnyModelAdmin):
    """Keeps what was typed: Django would lead to the first page without it."""

    def get_object(self, request: HttpRequest, object_id: str, from_field: Any = None) -> Any:
        """Return the row; None if there is none. Raise `Gone` if a form was sent for it then."""
        found = super().get_object(request, object_id, from_field)
        if found is None and request.method == "POST":
            # Answered by MeanwhileMiddleware, with what was sent.
            raise Gone(
                gettext("Somebody else has deleted this in the meantime, so nothing was saved.")
            )
        return found
