"""What goes out when: all editions and withdrawals to come, as a list and as a calendar."""

from datetime import date, datetime
from itertools import groupby
from urllib.parse import urlencode

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from articles import permissions
from articles.admin.people import refuse_strangers
from articles.admin.schedule_calendar import MONTH, WEEK, Entry, page
from articles.enums import EditionKind
from articles.models import Edition, Story

LIST = "list"
VIEWS = {LIST: "List", WEEK: "Week", MONTH: "Month"}


def schedule_page(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """Show what is to come, in the newsroom's zone: `view` and `day` say how and of when.

    Raises PermissionDenied to who may not read drafts.
    """
    refuse_strangers(request)
    now = timezone.now()
    view = request.GET.get("view", LIST)
    view = view if view in VIEWS else LIST
    day = _day(request.GET.get("day", ""), now)
    entries = _entries(request, now)
    calendar = page(view, day, now, entries) if view != LIST else None
    context = {
        **site.each_context(request),
        "title": "Schedule",
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
        "asked": urlencode({"view": view, "day": day.isoformat()}),
        "may_move": any(entry.may_move for entry in entries),
    }
    return TemplateResponse(request, "admin/articles/edition/schedule.html", context)


def scheduled(story: Story, now: datetime) -> list[Entry]:
    """Give what is to come of the story, the next one first."""
    editions = story.editions.to_come(now).order_by("visible_from")
    return [
        Entry(edition, timezone.localtime(edition.visible_from), may_move=False)
        for edition in editions.defer("content", "body_html")
    ]


def outdated(story: Story, waiting: list[Entry]) -> Edition | None:
    """Give the last edition to come, if the working copy has changed since it was made."""
    editions = [entry.edition for entry in waiting if entry.edition.kind == EditionKind.STORY]
    last = editions[-1] if editions else None
    return last if last and story.changed_at > last.made_at else None


def way_back(request: HttpRequest) -> str:
    """Give the address of the schedule as it was when an act was chosen there; else empty."""
    if request.GET.get("view") not in VIEWS:
        return ""
    asked = {name: request.GET.get(name, "") for name in ("view", "day")}
    return f"{reverse('admin:articles_schedule')}?{urlencode(asked)}"


def _entries(request: HttpRequest, now: datetime) -> list[Entry]:
    editions = (
        Edition.objects.to_come(now)
        .select_related("section", "made_by", "story")
        .defer("content", "body_html", "story__body")
        .order_by("visible_from", "pk")
    )
    return [
        Entry(
            edition,
            timezone.localtime(edition.visible_from),
            permissions.can_publish(request.user, edition.story),
        )
        for edition in editions
    ]


def _by_day(entries: list[Entry]) -> list[tuple[date, list[Entry]]]:
    return [(day, list(found)) for day, found in groupby(entries, lambda entry: entry.at.date())]


def _day(asked: str, now: datetime) -> date:
    try:
        day = date.fromisoformat(asked)
    except ValueError:
        return timezone.localtime(now).date()
    # A calendar has weeks before and after.
    return min(max(day, date(1900, 1, 1)), date(9000, 1, 1))
