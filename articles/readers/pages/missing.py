"""Pages for URLs at which there is no story, with a way on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString

from articles.models import PublishedVersion
from articles.readers.cache.building import building_of, page_time
from articles.readers.masthead import masthead
from articles.readers.pages.recent_news import recent_offered


def not_found(request: HttpRequest, reason: str) -> HttpResponse:
    """Return the 404 page; `reason`, marked for translation, says what is wrong and what to do."""
    context = {"reason": reason, **_around(request)}
    return render(request, "404.html", context, status=404)


def gone(request: HttpRequest, notice: PublishedVersion) -> HttpResponse:
    """Return the 410 page of a withdrawn story, with the newsroom's public note."""
    context = {"notice": notice, **_around(request)}
    return render(request, "410.html", context, status=410)


def _around(request: HttpRequest) -> dict[str, SafeString]:
    at, building = page_time(request), building_of(request)
    return {"masthead": masthead(at, building), "recent": recent_offered(at, building)}
