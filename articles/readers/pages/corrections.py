from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_safe

from articles.readers.cache.declaration import cached
from articles.readers.cache.validator import page_time
from articles.readers.listings.cursor import read_cursor, write_cursor
from articles.readers.pages.missing import not_found
from articles.readers.pages.shown_corrections import newest_corrections

PAGE = 20


@cached("before")
@require_safe
def corrections(request: HttpRequest) -> HttpResponse:
    """Return the newest corrections, or those that follow the one named by `?before=`."""
    before = request.GET.get("before")
    cursor = read_cursor(before) if before is not None else None
    if before is not None and cursor is None:
        return not_found(
            request,
            gettext_noop(
                "This link to older corrections is incomplete. Start from the latest ones."
            ),
        )
    found = newest_corrections(page_time(request), PAGE + 1, older_than=cursor)
    shown = found[:PAGE]
    context = {
        "corrections": shown,
        "older": write_cursor(shown[-1].correction.at, shown[-1].pk) if len(found) > PAGE else "",
        "first": before is None,
    }
    return render(request, "articles/corrections.html", context)
