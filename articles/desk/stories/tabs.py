"""The tabs above the list of stories, with counts that are cheap however many stories there are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext

from articles.models import (
    Byline,
    PublicationStatus,
    PublishedVersion,
    Story,
    StoryQuerySet,
    WorkflowState,
    in_force,
)

#: Stories are counted up to this number, and no further.
MOST = 99
#: The filters that a tab sets, and by which the current one is recognised.
FILTERS = ("mine", "state__exact", "status")


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: what it filters by, as a query string, and how many stories it has, as in “99+”."""

    label: str
    query: str
    count: str
    is_current: bool


def stories_of(person: int | None, stories: StoryQuerySet) -> StoryQuerySet:
    """Return the stories that this account started, or whose byline has its owner's name."""
    byline = Byline.objects.filter(story=OuterRef("pk"), author__user=person)
    return stories.filter(Q(created_by=person) | Exists(byline))


def tabs(request: HttpRequest, now: datetime) -> list[Tab]:
    """Return the tabs at the timezone-aware datetime `now`."""
    versions = PublishedVersion.objects
    other = versions.filter(in_force(now), story=OuterRef("story"))
    coming = versions.scheduled_stories(now).filter(~Exists(other)).values("story").distinct()
    live, scheduled, withdrawn = (
        PublicationStatus.LIVE,
        PublicationStatus.SCHEDULED,
        PublicationStatus.WITHDRAWN,
    )
    review = Story.objects.filter(state=WorkflowState.IN_REVIEW)
    found: list[tuple[object, str, str, QuerySet[Any, Any] | None]] = [
        (gettext("All"), "", "", None),
        (gettext("Mine"), "mine", "own", stories_of(request.user.pk, Story.objects.all())),
        (WorkflowState.IN_REVIEW.label, "state__exact", WorkflowState.IN_REVIEW.value, review),
        (live.label, "status", live.value, versions.visible(now)),
        (scheduled.label, "status", scheduled.value, coming),
        (withdrawn.label, "status", withdrawn.value, versions.withdrawals(now)),
    ]
    asked = {name: request.GET[name] for name in FILTERS if request.GET.get(name)}
    return [
        Tab(
            capfirst(str(label)),
            f"{name}={value}" if name else "",
            "" if rows is None else _count(rows),
            asked == ({name: value} if name else {}),
        )
        for label, name, value, rows in found
    ]


def _count(rows: QuerySet[Any, Any]) -> str:
    """Return how many there are, counted up to a bound and so without reading a whole table."""
    count = rows.order_by()[: MOST + 1].count()
    return f"{MOST}+" if count > MOST else str(count)
