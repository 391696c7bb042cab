"""The page of a tag, an author or a place: what was published under it, newest first."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_safe

from articles.body import PictureData
from articles.models import AuthorPeriod, Shape, TermKind
from articles.pictures import cut_picture, looks_of
from articles.readers.cache.building import building_of, page_time
from articles.readers.cache.declaration import cached
from articles.readers.language import gettext
from articles.readers.listings.find_term import find_term
from articles.readers.listings.paging import INCOMPLETE, Cursor, page_of
from articles.readers.listings.teasers import Teaser, columns
from articles.readers.masthead import masthead
from articles.readers.metadata import term_metadata
from articles.readers.moved import moved
from articles.readers.pages.missing import not_found

WHAT = {
    TermKind.TAG: gettext_noop("Topic"),
    TermKind.AUTHOR: gettext_noop("Author"),
    TermKind.PLACE: gettext_noop("Place"),
}


@cached("before")
@require_safe
def term(request: HttpRequest, kind: str, slug: str) -> HttpResponse:
    """Return the newest stories under the term, or those that follow the one of `?before=`.

    A former slug leads to the present one. A term without a story that readers see has no page.
    """
    at, of_kind = page_time(request), TermKind(kind)
    found = find_term(of_kind, slug, at)
    if found is None:
        return not_found(request, gettext_noop("Nothing is published at this address."))
    if found.slug != slug:
        return moved(request, found.url)

    def find(than: Cursor | None, count: int) -> list[Teaser]:
        return [Teaser(*row) for row in columns(found.stories(at, than), at)[:count]]

    page = page_of(request, find)
    if page is None:
        return not_found(request, INCOMPLETE)
    context = {
        "masthead": masthead(at, building_of(request)),
        "metadata": term_metadata(request, found, before=page.before),
        "kind": gettext(WHAT[of_kind]),
        "name": found.name,
        "author": found.author,
        "portrait": _portrait(found.author),
        "page": page,
        "here": found.url,
    }
    return render(request, "articles/term.html", context)


def _portrait(author: AuthorPeriod | None) -> PictureData | None:
    """Return the portrait of an author, square where there is a crop of it."""
    if not author or not author.portrait:
        return None
    frozen, key = cast(PictureData, author.portrait), author.portrait.get("picture", 0)
    return cut_picture(frozen, looks_of([key]).get(key), Shape.SQUARE)
