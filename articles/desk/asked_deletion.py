"""Nobody deletes what the question did not show: the row, and what goes with it."""

from __future__ import annotations

from functools import partial
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext

if TYPE_CHECKING:
    AnyModelAdmin = admin.ModelAdmin[Any]
else:
    AnyModelAdmin = object

_MANY = "delete_selected"


class AskedDeletion(AnyModelAdmin):
    """Sends with each question what it showed, and asks again if that has changed."""

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """Ask as Django does; delete only what the question showed."""
        with transaction.atomic():
            row = self.get_object(request, unquote(object_id))
            may_delete = row is not None and self.has_delete_permission(request, row)
            asked = {"shown": self.shown_of_rows([row], request)} if may_delete else {}
            if asked and request.method == "POST" and request.POST.get("shown") != asked["shown"]:
                messages.error(request, _changed())
                return HttpResponseRedirect(request.get_full_path())
            return super().delete_view(request, object_id, {**asked, **(extra_context or {})})

    def get_actions(self, request: HttpRequest) -> Any:
        """Return the actions of the list; the one that deletes asks in the same way."""
        actions: Any = super().get_actions(request)
        if many := actions.get(_MANY):
            asks, *rest = many
            actions[_MANY] = (partial(_delete_as_shown, asks=asks), *rest)
        return actions

    def shown_of_rows(self, rows: Any, request: HttpRequest) -> str:
        """Return a digest of what a question about these rows shows, which stay locked.

        Must run inside a transaction.
        """
        keys = [row.pk for row in rows]
        list(
            self.model._base_manager.select_for_update(no_key=True)
            .filter(pk__in=keys)
            .order_by("pk")
        )
        deleted, counts, *_ = self.get_deleted_objects(rows, request)
        told = f"{sorted(keys)} {deleted} {sorted(counts.items())}"
        return blake2b(told.encode(), digest_size=12).hexdigest()


@transaction.atomic
def _delete_as_shown(
    model_admin: AskedDeletion, request: HttpRequest, rows: Any, *, asks: Any
) -> HttpResponse | None:
    """Let Django's action ask, then delete; ask again if the rows have changed meanwhile."""
    shown = model_admin.shown_of_rows(rows, request)
    if "post" in request.POST and request.POST.get("shown") != shown:
        messages.error(request, _changed())
        sent = request.POST.copy()
        del sent["post"]
        request.POST = sent  # type: ignore[assignment]
    answer: HttpResponse | None = asks(model_admin, request, rows)
    if isinstance(answer, TemplateResponse) and answer.context_data is not None:
        answer.context_data["shown"] = shown
    return answer


def _changed() -> str:
    return gettext(
        "Something has changed since you opened this page, so nothing was deleted. Look again, then"
        " confirm."
    )
