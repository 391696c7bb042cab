"""The page that searches stories, private notes and wire copy."""

from __future__ import annotations

from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from articles.core import clock
from articles.desk.people.acting import acting
from articles.desk.search.results import parts
from articles.models import Story
from articles.people import permissions
from articles.search import has_all_for_desk, parse


@never_cache
@require_safe
def search_page(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """Show what has the words of `?q=`, as far as the user may read it.

    Raise PermissionDenied if the user may read none of that.
    """
    by = acting(request)
    if not (permissions.can_read_drafts(by) or permissions.can_see_wire_copy(by)):
        raise PermissionDenied
    typed = request.GET.get("q", "").strip()
    query = parse(typed)
    found = parts(query, typed, by) if query else []
    context = {
        **site.each_context(request),
        "title": gettext("Search everything"),
        "opts": Story._meta,
        "now": clock.now(),
        "typed": typed,
        "parts": [part for part in found if part.count],
        "is_building": bool(query) and not has_all_for_desk(),
    }
    return TemplateResponse(request, "admin/search/page.html", context)
