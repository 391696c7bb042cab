"""The page of a section: its front, then its stories, newest first, page by page."""

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_safe

from articles.readers.cache.building import building_of, page_time
from articles.readers.cache.declaration import cached
from articles.readers.language import gettext
from articles.readers.listings.find_section import find_section
from articles.readers.listings.front import Top, fill, placed, slots_of
from articles.readers.listings.paging import INCOMPLETE, Cursor, page_of
from articles.readers.listings.teasers import Teaser, newest_in, older_in
from articles.readers.masthead import in_section, masthead
from articles.readers.metadata import feeds_of, listing_metadata
from articles.readers.moved import moved
from articles.readers.pages.missing import not_found
from articles.text import isolated

NOT_THERE = gettext_noop("There is no section at this address. It may be mistyped or renamed.")


@cached("before")
@require_safe
def section(request: HttpRequest, slug: str) -> HttpResponse:
    """Return the section's newest stories, or those that follow the one named by `?before=`.

    The first page begins with those that editors put on top. A former slug leads to the
    present one.
    """
    at = page_time(request)
    found = find_section(slug, at)
    if found is None:
        return not_found(request, NOT_THERE)
    if found.slug != slug:
        return moved(request, found.url)

    def find(than: Cursor | None, count: int) -> list[Teaser]:
        return older_in(found.pk, at, than, count) if than else newest_in(found.pk, at, count)

    page = page_of(request, find)
    if page is None:
        return not_found(request, INCOMPLETE)
    top = _top(request, found.pk, at, page.rows) if page.is_first else Top()
    names = {"site": settings.NEWSROOM_NAME, "section": isolated(found.name)}
    context = {
        "masthead": masthead(at, building_of(request), in_section(found.pk)),
        "metadata": listing_metadata(
            request,
            found.name,
            gettext("All stories from %(site)s on %(section)s, newest first.", **names),
            before=page.before,
            feeds=feeds_of(request, "section", found.slug, found.name),
        ),
        "section": found,
        "section_url": found.url,
        "page": page,
        "top": top,
        "rest": top.below(page.rows),
    }
    return render(request, "articles/section.html", context)


def _top(request: HttpRequest, section: int, at: datetime, newest: list[Teaser]) -> Top:
    slots = slots_of(request, at, section)
    return fill(slots, placed(slots, at), newest)
