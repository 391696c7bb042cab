"""What is published when: all scheduled versions and withdrawals, as a list or a calendar."""

from datetime import date, datetime, time, timedelta
from itertools import groupby
from urllib.parse import urlencode

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from articles.core import clock
from articles.desk.people.acting import acting, require_draft_access
from articles.desk.schedule.calendar import MONTH, WEEK, page, week_of
from articles.desk.schedule.entries import Entry
from articles.desk.schedule.ready import ready_stories
from articles.models import PublishedVersion, Story
from articles.people import permissions
from articles.publishing import shown_of_all

LIST = "list"
#: At most this much of what went out is shown in a week.
MOST_PAST = 500
VIEWS = {LIST: _("List"), WEEK: _("Week"), MONTH: _("Month")}
#: Under which a session remembers the view.
REMEMBERED = "schedule_view"


def schedule_page(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """Show what is scheduled, in the active time zone: `view` and `day` say how and of when.

    Raise PermissionDenied if the user may not view drafts.
    """
    require_draft_access(request)
    now = clock.now()
    view = _view(request)
    day = _day(request.GET.get("day", ""), now)
    entries = _entries(request, now)
    past = _past(week_of(day), now) if view == WEEK else []
    calendar = page(view, day, now, [*past, *entries]) if view != LIST else None
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
        "past_is_cut": len(past) == MOST_PAST,
        "most_past": MOST_PAST,
        "ready": ready_stories(acting(request), now),
        "may_reschedule": any(entry.may_reschedule for entry in entries),
    }
    return TemplateResponse(request, "admin/articles/schedule/schedule.html", context)


def way_back(request: HttpRequest) -> str:
    """Return the URL of the schedule as it was when an action was chosen there; else empty."""
    if request.GET.get("view") not in VIEWS:
        return ""
    query = {name: request.GET.get(name, "") for name in ("view", "day")}
    return f"{reverse('admin:articles_schedule')}?{urlencode(query)}"


def _view(request: HttpRequest) -> str:
    """Return the view that the request names, else the one that this person chose last."""
    remembered: str = request.session.get(REMEMBERED, LIST)
    asked = request.GET.get("view", "")
    if asked not in VIEWS:
        return remembered if remembered in VIEWS else LIST
    if asked != remembered:
        request.session[REMEMBERED] = asked
    return asked


def _entries(request: HttpRequest, now: datetime) -> list[Entry]:
    found = (
        PublishedVersion.objects.scheduled(now)
        .select_related("section", "made_by", "story")
        .defer("content", "body_html", "story__body")
        .order_by("visible_from", "pk")
    )
    versions = list(found)
    shown = shown_of_all({version.story for version in versions}, now)
    return [
        Entry(
            version,
            timezone.localtime(version.visible_from),
            permissions.can_publish(request.user, version.story),
            shown=shown[version.story_id],
        )
        for version in versions
    ]


def _past(dates: list[date], now: datetime) -> list[Entry]:
    """Return what went out on these days, the last of it if it is a lot."""
    zone = timezone.get_current_timezone()
    start, end = (
        datetime.combine(day, time(), zone) for day in (dates[0], dates[-1] + timedelta(days=1))
    )
    found = (
        PublishedVersion.objects.in_period(start, min(end, now))
        .select_related("section", "made_by")
        .defer("content", "body_html")
        .order_by("-visible_from", "-pk")[:MOST_PAST]
    )
    return [
        Entry(version, timezone.localtime(version.visible_from), may_reschedule=False, is_past=True)
        for version in reversed(found)
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
