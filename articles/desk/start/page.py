"""The start page: what waits for this person, and what happens around them."""

from __future__ import annotations

import hashlib
from typing import Any

from django.contrib.admin import AdminSite
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone, translation
from django.views.decorators.http import condition

from articles.core import clock
from articles.desk.notices.rows import notice_part
from articles.desk.people.acting import acting
from articles.desk.start.background import background_parts
from articles.desk.start.licences import licence_parts
from articles.desk.start.links import link_parts
from articles.desk.start.publication import publication_parts
from articles.desk.start.stories import story_parts
from articles.desk.start.wire import wire_parts
from articles.models import AuditEntry, CacheVersion, Notice, RelatedLink, WireCopy
from articles.people import permissions
from newsroom.accounts.models import User

#: Parts beside the others: news, where nobody waits.
ASIDE = ("scheduled", "published", "corrections", "wire")
#: Parts that are left out while they are empty: they are not places to go to.
ONLY_FILLED = ("failed-tasks", "sent-back", "questions", "corrections", "notices", "licences")


def start_page(request: HttpRequest, site: AdminSite) -> TemplateResponse:
    """Show the start page. Raise PermissionDenied if nobody is logged in."""
    context = {**site.each_context(request), "title": "", **_parts(request)}
    return TemplateResponse(request, "admin/index.html", context)


def _version(request: HttpRequest) -> str:
    """Return a value that changes whenever the page may: with each write, and each minute."""
    seen = (
        *User.objects.filter(pk=acting(request).pk).values_list(
            Subquery(CacheVersion.objects.values("number")[:1]),
            _last(AuditEntry),
            _last(WireCopy),
            _last(RelatedLink),
            Subquery(_newest(Notice).filter(to=OuterRef("pk"), read_at=None).values("pk")[:1]),
        ),
        clock.now().replace(second=0, microsecond=0),
        request.user.pk,
        translation.get_language(),
        timezone.get_current_timezone_name(),
    )
    return f'"{hashlib.sha256(repr(seen).encode()).hexdigest()[:32]}"'


def _last(model: Any) -> Subquery:
    return Subquery(_newest(model).values("pk")[:1])


def _newest(model: Any) -> QuerySet[Any]:
    newest: QuerySet[Any] = model.objects.order_by("-pk")
    return newest


@condition(etag_func=_version)
def start_parts(request: HttpRequest) -> HttpResponse:
    """Return the parts alone, or that nothing has changed (304), which costs one query."""
    return TemplateResponse(request, "admin/start/parts.html", _parts(request))


def _parts(request: HttpRequest) -> dict[str, Any]:
    by, now = acting(request), clock.now()
    notices = notice_part(by)
    found = {
        part.name: part
        for part in (
            notices,
            *story_parts(by),
            *wire_parts(by, now),
            *link_parts(by, now),
            *licence_parts(by, now),
            *publication_parts(by, now),
            *background_parts(by),
        )
        if part.rows or part.name not in ONLY_FILLED
    }
    links = found.get("links")
    order = _order(by)
    shown = sorted(found.values(), key=lambda part: order.index(part.name))
    return {
        "now": now,
        # For the bar, which would otherwise count them.
        "links_waiting": links.count if links else "",
        "unread_notices": notices.count,
        "waiting": [part for part in shown if part.name not in ASIDE],
        "aside": [part for part in shown if part.name in ASIDE],
    }


def _order(by: User) -> list[str]:
    """Return the names of all parts, those first that are this person's job."""
    decides = ["questions", "review"] if permissions.can_edit_all(by) else []
    others = [name for name in ("questions", "review") if name not in decides]
    first = ["failed-tasks", "sent-back", "notices"]
    return [*first, *decides, "drafts", *others, "licences", "links", *ASIDE]
