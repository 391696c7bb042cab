"""Readers' pages as of any time, for staff: the readers' own views, called as of then."""

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
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from articles.core import clock
from articles.desk.history.as_seen_form import AsSeenForm
from articles.desk.keys import read_key
from articles.desk.people.acting import require_draft_access
from articles.models import Story

#: The URLs of readers' pages, and of no others.
READERS = "articles.urls"
LINK = re.compile(r'(?<=href=")/[^"?#]*')


@require_safe
def as_seen_form(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """Ask for a time and a page; the published story with the primary key `?story=` is one.

    Raise Http404 if there is no such story, PermissionDenied if the user may not view drafts.
    """
    require_draft_access(request)
    number = request.GET.get("story", "")
    key = read_key(number)
    published = Story.objects.filter(published_versions__isnull=False).distinct()
    story = get_object_or_404(published, pk=key) if number.isdecimal() else None
    form = AsSeenForm(story, request.GET if "at" in request.GET else None)
    if form.is_valid():
        return HttpResponseRedirect(as_seen_url(form.cleaned_data["at"], form.page_url()))
    context = {
        **site.each_context(request),
        "title": gettext("As readers saw it"),
        "opts": Story._meta,
        "story": story,
        "form": form,
    }
    return TemplateResponse(request, "admin/articles/story/as_seen.html", context)


@never_cache
@require_safe
def as_seen(request: HttpRequest, at: str, page: str = "") -> HttpResponse:
    """Show the readers' page as of the time `at` (ISO 8601), with a bar that says so.

    Its links lead to other pages as of the same time. Raise Http404 if there is no such page or
    time, PermissionDenied if the user may not view drafts.
    """
    require_draft_access(request)
    then = _read_time(at)
    return show_as_of(request, f"/{page}", then, ahead=then > clock.now())


def show_as_of(
    request: HttpRequest, path: str, then: datetime, *, ahead: bool, **asked_for: object
) -> HttpResponse:
    """Return the readers' page with this path as of `then`; `ahead` says that it is in the future.

    What is `asked_for` becomes attributes of the request. Raise Http404 if there is no such page.
    """
    asked = copy(request)
    asked.method = "GET"
    asked.path = asked.path_info = path
    for name, value in {"as_seen_at": then, "as_seen_ahead": ahead, **asked_for}.items():
        setattr(asked, name, value)
    match = _resolve(path)
    if match is None:
        raise Http404(gettext("Readers have no such page."))
    response: HttpResponse = match.func(asked, *match.args, **match.kwargs)
    if "Location" in response:
        response = HttpResponseRedirect(as_seen_url(then, response["Location"]))
    elif response["Content-Type"].startswith("text/html"):
        html = response.content.decode()
        response.content = LINK.sub(lambda link: _link(link[0], then), html).encode()
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def as_seen_url(at: datetime, url: str) -> str:
    """Return the URL of a readers' page (its path) as of the timezone-aware datetime `at`."""
    start = reverse("admin:articles_story_as_seen_at", args=[_write_time(at)])
    return f"{start}{url.removeprefix('/')}"


def _link(url: str, at: datetime) -> str:
    return as_seen_url(at, url) if _resolve(unquote(unescape(url))) else url


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
        # On the very first and the very last day, some time zones have no such time.
        timezone.localtime(at)
        # PostgreSQL knows fewer zones than ISO 8601.
        return at.astimezone(UTC)
    except (ValueError, OverflowError):
        raise Http404(gettext("Enter a time with its zone, such as 2025-09-01T12:30Z.")) from None
