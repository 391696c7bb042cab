"""Pages for URLs at which there is no story, with a way on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString

from articles.models import PublishedVersion
from articles.readers.cache.validator import page_time, page_validator
from articles.readers.pages.recent_news import RECENT_OFFERED, recent_news


def not_found(request: HttpRequest, reason: str) -> HttpResponse:
    """Return the 404 page; `reason`, marked for translation, says what is wrong and what to do."""
    context = {"reason": reason, "recent": _offered(request)}
    return render(request, "404.html", context, status=404)


def gone(request: HttpRequest, notice: PublishedVersion) -> HttpResponse:
    """Return the 410 page of a withdrawn story, with the newsroom's public note."""
    context = {"notice": notice, "recent": _offered(request)}
    return render(request, "410.html", context, status=410)


def _offered(request: HttpRequest) -> list[SafeString]:
    return recent_news(page_time(request), page_validator(request), RECENT_OFFERED)
