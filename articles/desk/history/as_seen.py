"""Readers' pages as of any time, for staff: the readers' own views, asked as of then."""

import re
from copy import copy
from datetime import UTC, datetime
from html import unescape
from urllib.parse import unquote

from django.contrib.admin import AdminSite
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import Resolver404, ResolverMatch, resolve, reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from articles.desk.history.as_seen_form import AsSeenForm
from articles.desk.people.acting import require_draft_access
from articles.models import Story

#: The addresses of readers' pages, and of no others.
READERS = "articles.urls"
LINK = re.compile(r'(?<=href=")/[^"?#]*')


@require_safe
def as_seen_form(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """Ask for a time and a page, of the published story with the number `?story=` too.

    Raises Http404 where there is no such story, PermissionDenied to who may not read drafts.
    """
    require_draft_access(request)
    number = request.GET.get("story", "")
    published = Story.objects.filter(published_versions__isnull=False).distinct()
    story = get_object_or_404(published, pk=number) if number.isdecimal() else None
    form = AsSeenForm(story, request.GET if "at" in request.GET else None)
    if form.is_valid():
        return HttpResponseRedirect(as_seen_url(form.cleaned_data["at"], form.address()))
    context = {
        **site.each_context(request),
        "title": "As readers saw it",
        "opts": Story._meta,
        "story": story,
        "form": form,
    }
    return TemplateResponse(request, "admin/articles/story/as_seen.html", context)


@never_cache
@require_safe
def as_seen(request: HttpRequest, at: str, page: str = "") -> HttpResponse:
    """Show the readers' page as of the time `at` (ISO 8601), marked, with links that stay there.

    Raises Http404 where there is no such page or time, PermissionDenied to who may not read drafts.
    """
    require_draft_access(request)
    then = _read_time(at)
    asked = copy(request)
    asked.path = asked.path_info = f"/{page}"
    asked.as_seen_at = then  # type: ignore[attr-defined]
    asked.as_seen_ahead = then > timezone.now()  # type: ignore[attr-defined]
    match = _resolve(asked.path)
    if match is None:
        raise Http404("Readers have no such page.")
    response: HttpResponse = match.func(asked, *match.args, **match.kwargs)
    if "Location" in response:
        response = HttpResponseRedirect(as_seen_url(then, response["Location"]))
    elif response["Content-Type"].startswith("text/html"):
        html = response.content.decode()
        response.content = LINK.sub(lambda link: _link(link[0], then), html).encode()
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def as_seen_url(at: datetime, address: str) -> str:
    """Give where the readers' page of this address is shown as of the aware time `at`."""
    start = reverse("admin:articles_story_as_seen_at", args=[_write_time(at)])
    return f"{start}{address.removeprefix('/')}"


def _link(address: str, at: datetime) -> str:
    return as_seen_url(at, address) if _resolve(unquote(unescape(address))) else address


def _resolve(path: str) -> ResolverMatch | None:
    try:
        return resolve(path, READERS)
    except Resolver404:
        return None


def _write_time(at: datetime) -> str:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _read_time(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
        # Beyond the first and last day there is no such time in each zone.
        timezone.localtime(at)
    except (ValueError, OverflowError):
        raise Http404("This is no time with its zone, such as 2025-09-01T12:30Z.") from None
    return at
