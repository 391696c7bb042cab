"""“Recent News”: all stories, newest first, page by page from a key that does not move."""

import re
from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.freshness import stamp
from articles.freshness.pages import kept
from articles.teasers import Teaser, newest, older
from articles.views.missing import not_found

PAGE = 20
CURSOR = re.compile(r"([0-9TZ:.+-]{16,40}),([0-9]{1,18})")


@kept("before")
@require_safe
def recent(request: HttpRequest) -> HttpResponse:
    """Give the newest stories, or those that follow the one named by `?before=`."""
    at = stamp.at(request)
    before = request.GET.get("before")
    key = read_cursor(before) if before is not None else None
    if before is not None and key is None:
        return not_found(
            request, "This address of older news is not complete. Start from the newest."
        )
    found = older(at, key, PAGE + 1) if key else newest(at, PAGE + 1)
    shown = found[:PAGE]
    context = {
        "stories": shown,
        "older": cursor(shown[-1]) if len(found) > PAGE else "",
        "first": before is None,
    }
    return render(request, "articles/recent.html", context)


def cursor(story: Teaser) -> str:
    """Give the key after which older stories begin: time in UTC (ISO 8601) and number."""
    time = story.published_at.astimezone(UTC).replace(tzinfo=None)
    return f"{time.isoformat()}Z,{story.pk}"


def read_cursor(text: str) -> tuple[datetime, int] | None:
    """Give the aware time and the number of a cursor, or None if it is none."""
    match = CURSOR.fullmatch(text)
    if match is None:
        return None
    try:
        time = datetime.fromisoformat(match[1])
        return (time.astimezone(UTC), int(match[2])) if time.tzinfo else None
    except (ValueError, OverflowError):
        return None
