"""How moderation goes: who decided how much, how long links waited, and what waits where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.db.models import Avg, Count, DurationField, ExpressionWrapper, F, Min, Q
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from articles.core import clock
from articles.desk.people.acting import acting
from articles.models import LinkState, RelatedLink, Section
from articles.people import name_of, permissions
from newsroom.accounts.models import User

#: How many days back can be chosen; the first is the default.
PERIODS = (30, 7, 90)
WAIT = ExpressionWrapper(F("decided_at") - F("suggested_at"), output_field=DurationField())
#: Who approves what they place themselves does so at once, which says nothing about waiting.
_BY_OTHERS = Q(suggested_by__isnull=True) | ~Q(suggested_by=F("decided_by"))


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a person or a section; `oldest` is timezone-aware."""

    name: str
    approved: int
    rejected: int
    wait: timedelta | None
    waiting: int = 0
    oldest: datetime | None = None


@require_safe
def report(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """Show the decisions of the last `?days=`, by person and by section, and what waits now.

    Raise PermissionDenied if the user does not decide on links.
    """
    if not permissions.can_moderate(acting(request)):
        raise PermissionDenied
    asked, now = request.GET.get("days", ""), clock.now()
    days = next((days for days in PERIODS if str(days) == asked), PERIODS[0])
    decided = RelatedLink.objects.filter(decided_at__gt=now - timedelta(days=days))
    context = {
        **site.each_context(request),
        "title": gettext("Decisions on links"),
        "opts": RelatedLink._meta,
        "days": days,
        "periods": sorted(PERIODS),
        "now": now,
        "people": _by_person(decided),
        "sections": _by_section(decided, now),
    }
    return TemplateResponse(request, "admin/articles/relatedlink/report.html", context)


def _numbers() -> dict[str, Any]:
    return {
        "approved": Count("pk", filter=Q(state=LinkState.APPROVED)),
        "rejected": Count("pk", filter=Q(state=LinkState.REJECTED)),
        "wait": Avg(WAIT, filter=_BY_OTHERS & Q(suggested_at__lte=F("decided_at"))),
    }


def _by_person(decided: Any) -> list[Line]:
    found = decided.order_by().values("decided_by").annotate(**_numbers())
    people = User.objects.in_bulk([row["decided_by"] for row in found])
    lines = [
        Line(name_of(people[row["decided_by"]]), row["approved"], row["rejected"], row["wait"])
        for row in found
    ]
    return sorted(lines, key=lambda line: (-line.approved - line.rejected, line.name))


def _by_section(decided: Any, now: datetime) -> list[Line]:
    by = "story__section"
    done = {row[by]: row for row in decided.order_by().values(by).annotate(**_numbers())}
    waits = RelatedLink.objects.to_decide(now).order_by().values(by)
    waiting = {
        row[by]: row for row in waits.annotate(number=Count("pk"), oldest=Min("suggested_at"))
    }
    names: dict[int | None, str] = dict(Section.objects.values_list("pk", "name"))
    names[None] = gettext("No section")
    nothing = {"approved": 0, "rejected": 0, "wait": None, "number": 0, "oldest": None}
    rows = {key: nothing | done.get(key, {}) | waiting.get(key, {}) for key in names}
    return [
        Line(
            name,
            rows[key]["approved"],
            rows[key]["rejected"],
            rows[key]["wait"],
            rows[key]["number"],
            rows[key]["oldest"],
        )
        for key, name in names.items()
        if key in done or key in waiting
    ]
