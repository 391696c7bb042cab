"""The archive: what was published in a year, a month or a day."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_safe

from articles.readers.cache.building import building_of, page_time
from articles.readers.cache.declaration import cached
from articles.readers.language import gettext
from articles.readers.listings.paging import INCOMPLETE, Cursor, page_of
from articles.readers.listings.period import Period, parts_with_stories, stories_in
from articles.readers.listings.teasers import Teaser, columns
from articles.readers.masthead import masthead
from articles.readers.metadata import listing_metadata
from articles.readers.moved import moved
from articles.readers.pages.missing import not_found

NOTHING = gettext_noop("Nothing was published then.")


@cached("before")
@require_safe
def archive(request: HttpRequest, **numbers: int) -> HttpResponse:
    """Return the stories of a year, month or day, newest first, with the shorter periods in it."""
    at, period = page_time(request), Period(tuple(numbers.values()))
    if request.path != period.url:
        # A zero before a number.
        return moved(request, period.url)

    def find(than: Cursor | None, count: int) -> list[Teaser]:
        stories = stories_in(period, at)
        return [
            Teaser(*row)
            for row in columns(stories.older_than(*than) if than else stories, at)[:count]
        ]

    try:
        page = page_of(request, find)
        parts = list(parts_with_stories(period, at)) if len(numbers) < 3 else []
    except (ValueError, OverflowError):
        return not_found(request, NOTHING)
    if page is None:
        return not_found(request, INCOMPLETE)
    if page.is_first and not page.rows:
        return not_found(request, NOTHING)
    title = period.name or gettext("Archive")
    context = {
        "masthead": masthead(at, building_of(request)),
        "metadata": listing_metadata(
            request,
            title,
            gettext("All stories from %(site)s by date.", site=settings.NEWSROOM_NAME),
            before=page.before,
        ),
        "title": title,
        "period": period,
        "parts": parts,
        "page": page,
    }
    return render(request, "articles/archive.html", context)
