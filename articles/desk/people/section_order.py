"""The order of the sections in the menu: buttons in their list, which drag and keys press too."""

from collections.abc import Iterable

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from articles.core import NewsroomError
from articles.desk.keys import read_key
from articles.models import Section
from articles.publishing import order_sections

STEPS = {"up": -1, "down": 1}


def order_cell(section: Section) -> SafeString:
    """Return the buttons that move the section, with its key, which says where it is."""
    return render_to_string("admin/articles/section/_order.html", {"section": section})


@require_POST
def order_page(request: HttpRequest, model_admin: "ModelAdmin[Section]") -> HttpResponse:
    """Put the sections in the order of the keys `order`, after the step of `move`.

    That is a key with “up” or “down”; `shown` is the order that the list showed. With `quiet`, the
    answer is not a page, but 204, or 409 with the reason. Raise PermissionDenied if the user may
    not change sections.
    """
    if not model_admin.has_change_permission(request):
        raise PermissionDenied
    keys = _moved(_keys(request.POST.getlist("order")), request.POST.get("move", ""))
    refusal = None
    try:
        order_sections(keys, shown=_keys(request.POST.get("shown", "").split(",")))
    except NewsroomError as error:
        refusal = str(error)
    if "quiet" in request.POST:
        return HttpResponse(refusal or "", status=409 if refusal else 204)
    if refusal:
        messages.error(request, refusal)
    else:
        messages.success(request, gettext("Readers see the sections in this order from now on."))
    return HttpResponseRedirect(reverse("admin:articles_section_changelist"))


def _keys(sent: Iterable[str]) -> list[int]:
    return [key for key in map(read_key, sent) if key is not None]


def _moved(keys: list[int], move: str) -> list[int]:
    key, _, step = move.partition(" ")
    moved = read_key(key)
    if moved not in keys or step not in STEPS:
        return keys
    at = keys.index(moved)
    keys.insert(max(0, at + STEPS[step]), keys.pop(at))
    return keys
