"""The page of a section: its stories, newest first, page by page."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_safe

from articles.models import FormerSlug, Section, SlugKind
from articles.readers.cache.building import building_of, page_time
from articles.readers.cache.declaration import cached
from articles.readers.language import gettext
from articles.readers.listings.paging import INCOMPLETE, Cursor, page_of
from articles.readers.listings.teasers import Teaser, newest_in, older_in
from articles.readers.masthead import in_section, masthead
from articles.readers.metadata import feeds_of, listing_metadata
from articles.readers.pages.missing import not_found


@cached("before")
@require_safe
def section(request: HttpRequest, slug: str) -> HttpResponse:
    """Return the section's newest stories, or those that follow the one named by `?before=`."""
    at = page_time(request)
    found = Section.objects.filter(slug=slug).first()
    if found is None:
        return _instead(request, slug)

    def find(than: Cursor | None, count: int) -> list[Teaser]:
        return older_in(found.pk, at, than, count) if than else newest_in(found.pk, at, count)

    page = page_of(request, find)
    if page is None:
        return not_found(request, INCOMPLETE)
    names = {"site": settings.NEWSROOM_NAME, "section": found.name}
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
        "section_url": reverse("articles:section", args=[found.slug]),
        "page": page,
    }
    return render(request, "articles/section.html", context)


def _instead(request: HttpRequest, slug: str) -> HttpResponse:
    """Return a redirect to the section that had this slug, or 404."""
    former = FormerSlug.objects.filter(kind=SlugKind.SECTION, slug=slug).first()
    if former:
        return HttpResponsePermanentRedirect(reverse("articles:section", args=[former.present]))
    return not_found(
        request,
        gettext_noop("There is no section at this address. It may be mistyped or renamed."),
    )
