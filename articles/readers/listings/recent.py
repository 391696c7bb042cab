"""“Recent News”: all stories, newest first, page by page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_safe

from articles.readers.cache.declaration import cached
from articles.readers.cache.validator import page_time
from articles.readers.listings.cursor import read_cursor, write_cursor
from articles.readers.listings.teasers import newest, older
from articles.readers.pages.missing import not_found

PAGE = 20


@cached("before")
@require_safe
def recent(request: HttpRequest) -> HttpResponse:
    """Return the newest stories, or those that follow the one named by `?before=`."""
    at = page_time(request)
    before = request.GET.get("before")
    cursor = read_cursor(before) if before is not None else None
    if before is not None and cursor is None:
        return not_found(
            request,
            gettext_noop("This link to older news is incomplete. Start from the latest news."),
        )
    found = older(at, cursor, PAGE + 1) if cursor else newest(at, PAGE + 1)
    shown = found[:PAGE]
    context = {
        "stories": shown,
        "older": write_cursor(shown[-1].published_at, shown[-1].pk) if len(found) > PAGE else "",
        "first": before is None,
    }
    return render(request, "articles/recent.html", context)
