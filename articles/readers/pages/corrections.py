from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.readers.cache.declaration import cached
from articles.readers.cache.validator import page_time
from articles.readers.listings.cursor import read_cursor, write_cursor
from articles.readers.pages.missing import not_found
from articles.readers.pages.notes import published_notes

PAGE = 20


@cached("before")
@require_safe
def corrections(request: HttpRequest) -> HttpResponse:
    """Give the newest notes on stories, or those that follow the one named by `?before=`."""
    before = request.GET.get("before")
    key = read_cursor(before) if before is not None else None
    if before is not None and key is None:
        return not_found(
            request, "This address of older corrections is not complete. Start from the newest."
        )
    found = published_notes(page_time(request), PAGE + 1, than=key)
    shown = found[:PAGE]
    context = {
        "notes": shown,
        "older": write_cursor(shown[-1].at, shown[-1].pk) if len(found) > PAGE else "",
        "first": before is None,
    }
    return render(request, "articles/corrections.html", context)
