from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_safe

from articles.readers.cache.building import building_of, page_time
from articles.readers.cache.declaration import cached
from articles.readers.language import gettext
from articles.readers.listings.paging import Cursor, page_of
from articles.readers.masthead import masthead
from articles.readers.metadata import listing_metadata
from articles.readers.pages.missing import not_found
from articles.readers.pages.shown_corrections import ListedCorrection, newest_corrections

INCOMPLETE = gettext_noop(
    "This link to older corrections is incomplete. Start from the latest ones."
)


@cached("before")
@require_safe
def corrections(request: HttpRequest) -> HttpResponse:
    """Return the newest corrections, or those that follow the one named by `?before=`."""
    at = page_time(request)

    def find(than: Cursor | None, count: int) -> list[ListedCorrection]:
        return newest_corrections(at, count, than)

    page = page_of(request, find)
    if page is None:
        return not_found(request, INCOMPLETE)
    context = {
        "masthead": masthead(at, building_of(request)),
        "metadata": listing_metadata(
            request,
            gettext("Corrections"),
            gettext(
                "Corrections and other notes on stories from %(site)s, newest first.",
                site=settings.NEWSROOM_NAME,
            ),
            before=page.before,
        ),
        "page": page,
    }
    return render(request, "articles/corrections.html", context)
