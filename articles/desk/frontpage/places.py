"""Whose front is edited, by whom, and the other fronts of the same page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext

from articles.core import section_url
from articles.desk.history.as_seen import as_seen_url
from articles.desk.keys import read_key
from articles.desk.people.acting import acting
from articles.models import BreakingNews, Front, Section
from articles.people import permissions
from newsroom.accounts.models import User

#: At most this many fronts that readers got are listed.
MOST_PAST = 10


@dataclass(frozen=True, slots=True)
class Line:
    """A front in a list, with its page as readers saw it, or will."""

    front: Front
    seen: str
    edit: str


def editor(request: HttpRequest) -> User:
    """Return who acts. Raise PermissionDenied if they may not edit front pages."""
    by = acting(request)
    if not permissions.can_edit_fronts(by):
        raise PermissionDenied
    return by


def section_asked(request: HttpRequest) -> Section | None:
    """Return the section `?section=`, None without one. Raise Http404 if it does not exist."""
    asked = request.GET.get("section", "")
    if not asked:
        return None
    key = read_key(asked)
    if key is None:
        raise Http404(gettext("There is no such section."))
    return get_object_or_404(Section, pk=key)


def front_url(section: Section | None, front: Front | None = None) -> str:
    """Return the URL for editing the front of the section; None: of the home page.

    It begins with the `front`, if one is named.
    """
    start = reverse("admin:articles_front_changelist")
    asked = {"section": section} if section else {}
    query = {name: row.pk for name, row in (asked | ({"front": front} if front else {})).items()}
    return f"{start}?{urlencode(query)}" if query else start


def front_title(section: Section | None) -> str:
    """Return what the front of the section is called; None: that of the home page."""
    if section is None:
        return gettext("Front page")
    return gettext("Front page: %(section)s") % {"section": section}


def page_of(section: Section | None) -> str:
    """Return the path of the readers' page that begins with the front."""
    return section_url(section.slug) if section else reverse("articles:home")


def fronts_context(section: Section | None, now: datetime) -> dict[str, Any]:
    """Return what the page says of the fronts of the section, and where the others are edited."""
    fronts = Front.objects.of(section.pk if section else None).select_related("made_by")
    past = fronts.with_length().filter(valid_until__lte=now).order_by("-valid_from")[:MOST_PAST]
    page = page_of(section)

    def line(front: Front) -> Line:
        return Line(front, as_seen_url(front.valid_from, page), front_url(section, front))

    return {
        "title": front_title(section),
        "section": section,
        "live": fronts.at(now).first(),
        "scheduled": [line(front) for front in fronts.scheduled(now)],
        "past": [line(front) for front in past],
        "page_url": page,
        "here": front_url(section),
        "fronts": [
            (gettext("Home"), front_url(None), section is None),
            *((str(one), front_url(one), one == section) for one in Section.objects.all()),
        ],
        "breaking": BreakingNews.objects.at(now).first(),
    }
