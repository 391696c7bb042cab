"""“Recent News”: all stories, newest first, page by page."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.readers.cache.building import building_of, page_time
from articles.readers.cache.declaration import cached
from articles.readers.language import gettext
from articles.readers.listings.paging import INCOMPLETE, Cursor, page_of
from articles.readers.listings.teasers import Teaser, newest, older
from articles.readers.masthead import RECENT, masthead
from articles.readers.metadata import listing_metadata
from articles.readers.pages.missing import not_found


@cached("before")
@require_safe
def recent(request: HttpRequest) -> HttpResponse:
    """Return the newest stories, or those that follow the one named by `?before=`."""
    at = page_time(request)

    def find(than: Cursor | None, count: int) -> list[Teaser]:
        return older(at, than, count) if than else newest(at, count)

    page = page_of(request, find)
    if page is None:
        return not_found(request, INCOMPLETE)
    context = {
        "masthead": masthead(at, building_of(request), RECENT),
        "metadata": listing_metadata(
            request,
            gettext("Recent News"),
            gettext("All stories from %(site)s, newest first.", site=settings.NEWSROOM_NAME),
            before=page.before,
        ),
        "page": page,
    }
    return render(request, "articles/recent.html", context)
