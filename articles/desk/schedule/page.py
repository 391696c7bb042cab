"""What is published when: all scheduled versions and withdrawals, as a list or a calendar."""

from datetime import date, datetime
from itertools import groupby
from urllib.parse import urlencode

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from articles.desk.people.acting import require_draft_access
from articles.desk.schedule.calendar import MONTH, WEEK, page
from articles.desk.schedule.entries import Entry
from articles.models import PublishedVersion, Story
from articles.people import permissions

LIST = "list"
VIEWS = {LIST: _("List"), WEEK: _("Week"), MONTH: _("Month")}


def schedule_page(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """Show what is scheduled, in the active time zone: `view` and `day` say how and of when.

    Raise PermissionDenied if the user may not view drafts.
    """
    require_draft_access(request)
    now = timezone.now()
    view = request.GET.get("view", LIST)
    view = view if view in VIEWS else LIST
    day = _day(request.GET.get("day", ""), now)
    entries = _entries(request, now)
    calendar = page(view, day, now, entries) if view != LIST else None
    context = {
        **site.each_context(request),
        "title": pgettext("noun", "Schedule"),
        "opts": Story._meta,
        "views": VIEWS,
        "view": view,
        "day": day,
        "today": timezone.localtime(now).date(),
        "now": now,
        "zone": timezone.get_current_timezone_name(),
        "count": len(entries),
        "calendar": calendar,
        "days": _by_day(entries) if view == LIST else [],
        "query": urlencode({"view": view, "day": day.isoformat()}),
        "may_reschedule": any(entry.may_reschedule for entry in entries),
    }
    return TemplateResponse(request, "admin/articles/schedule/schedule.html", context)


def way_back(request: HttpRequest) -> str:
    """Return the URL of the schedule as it was when an action was chosen there; else empty."""
    if request.GET.get("view") not in VIEWS:
        return ""
    query = {name: request.GET.get(name, "") for name in ("view", "day")}
    return f"{reverse('admin:articles_schedule')}?{urlencode(query)}"


def _entries(request: HttpRequest, now: datetime) -> list[Entry]:
    versions = (
        PublishedVersion.objects.scheduled(now)
        .select_related("section", "made_by", "story")
        .defer("content", "body_html", "story__body")
        .order_by("visible_from", "pk")
    )
    return [
        Entry(
            version,
            timezone.localtime(version.visible_from),
            permissions.can_publish(request.user, version.story),
        )
        for version in versions
    ]


def _by_day(entries: list[Entry]) -> list[tuple[date, list[Entry]]]:
    return [(day, list(found)) for day, found in groupby(entries, lambda entry: entry.at.date())]


def _day(text: str, now: datetime) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return timezone.localtime(now).date()
    # A calendar has weeks before and after.
    return min(max(day, date(1900, 1, 1)), date(9000, 1, 1))
