"""The search page. It is not cached: anybody can make up what to search for."""

from datetime import datetime
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_safe

from articles.models import SectionPeriod
from articles.readers.cache.building import page_time
from articles.readers.masthead import SEARCH, masthead
from articles.readers.pages.missing import not_found
from articles.readers.search.asked import Asked, read_place, write_place
from articles.readers.search.result import results
from articles.search import Place, VersionSearch, has_all_versions, meant, parse

PAGE = 20


class SectionCount(NamedTuple):
    """A section, and how many of the stories found are in it."""

    name: str
    slug: str
    found: int
    url: str


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Return what readers see now that has the words asked for, or what follows `?after=`."""
    at = page_time(request)
    asked = Asked.of(request.GET)
    after = request.GET.get("after")
    place = read_place(after) if after is not None else None
    if after is not None and place is None:
        return not_found(
            request, gettext_noop("This link to more results is incomplete. Search again.")
        )
    context = {
        "masthead": masthead(at, here=SEARCH),
        "asked": asked,
        "page": reverse("articles:search"),
        "is_building": not has_all_versions(),
        **(_found(asked, at, place) if asked else {"results": None}),
    }
    response = render(request, "articles/search.html", context)
    response["Cache-Control"] = "private, no-cache"
    response["X-Robots-Tag"] = "noindex"
    return response


def _found(asked: Asked, at: datetime, after: Place | None) -> dict[str, Any]:
    query = parse(asked.q, unfinished=bool(asked.typing))
    sections = {section.slug: section for section in SectionPeriod.objects.at(at)}
    chosen = sections.get(asked.section)
    filters = asked.filters(chosen.section_id if chosen else None, at)
    search = VersionSearch(query, at, filters, newest_first=asked.newest_first)
    places = search.page(PAGE + 1, after)
    shown = places[:PAGE]
    counted = [
        SectionCount(
            it.name, it.slug, search.by_section.get(it.section_id, 0), asked.query(section=it.slug)
        )
        for it in sections.values()
    ]
    return {
        "results": results(shown, query, at),
        "total": search.total,
        "sections": [it for it in counted if it.found or it.slug == asked.section],
        "in_all": sum(search.by_section.values()),
        "section": chosen,
        "first": after is None,
        "more": asked.query(after=write_place(shown[-1])) if len(places) > PAGE else "",
        "meant": "" if places or after else _meant(asked, at),
    }


def _meant(asked: Asked, at: datetime) -> dict[str, str] | str:
    corrected = meant(asked.q, parse(asked.q), at)
    return {"text": corrected, "url": asked.query(q=corrected, typing="")} if corrected else ""
