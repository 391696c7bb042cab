"""All notices of a person, and the latest ones for the menu in the bar."""

from __future__ import annotations

from django.contrib.admin import AdminSite
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from articles.core import clock
from articles.desk.notices.rows import notice_rows
from articles.desk.people.acting import acting
from articles.models import Notice
from articles.people import permissions
from articles.stories import notices

ON_A_PAGE = 50
#: In the menu of the bar.
LATEST = 8


@never_cache
def notices_page(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """Show the person's notices, the latest first; on POST, mark all of them as read.

    With `part`, return the latest ones alone. Raise PermissionDenied if nobody is logged in.
    """
    by = acting(request)
    is_part = "part" in request.GET or "part" in request.POST
    if request.method == "POST":
        notices.mark_all_read(by=by)
        if not is_part:
            return HttpResponseRedirect(reverse("admin:articles_notices"))
    found = Notice.objects.filter(to=by).with_words()
    if is_part:
        latest = list(found[:LATEST])
        context = {"rows": _rows(latest, request), "now": clock.now()}
        return TemplateResponse(request, "admin/notices/menu.html", context)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("p"))
    context = {
        **site.each_context(request),
        "title": gettext("Notices"),
        "now": clock.now(),
        "rows": _rows(list(page), request),
        "page": page,
    }
    return TemplateResponse(request, "admin/notices/page.html", context)


@never_cache
@require_safe
def open_notice(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark the notice as read and lead to what it is about, if the person may still view that.

    Raise Http404 if the person has no such notice.
    """
    by = acting(request)
    notice = get_object_or_404(Notice.objects.filter(to=by).select_related("note"), pk=pk)
    notices.mark_read(notice, by=by)
    if not permissions.can_read_drafts(by):
        return HttpResponseRedirect(reverse("admin:articles_notices"))
    form = reverse("admin:articles_story_change", args=[notice.story_id])
    note = notice.note
    return HttpResponseRedirect(f"{form}#note-{note.answers_to_id or note.pk}" if note else form)


def _rows(found: list[Notice], request: HttpRequest) -> list[dict[str, object]]:
    rows = notice_rows(found, acting(request))
    return [
        {"row": row, "is_unread": notice.read_at is None}
        for row, notice in zip(rows, found, strict=True)
    ]
