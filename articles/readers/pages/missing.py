"""Answers for addresses at which there is no story, with a way on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString

from articles.models import PublishedVersion
from articles.readers.cache.validator import page_time, page_validator
from articles.readers.pages.article_page import RECENT_OFFERED, recent_news


def not_found(request: HttpRequest, reason: str) -> HttpResponse:
    """Give the 404 page; `why` says what is wrong and what to do."""
    context = {"reason": reason, "recent": offered(request)}
    return render(request, "404.html", context, status=404)


def gone(request: HttpRequest, notice: PublishedVersion) -> HttpResponse:
    """Give the 410 page of a withdrawn story, with the newsroom's public note."""
    context = {
        "notice": notice,
        "recent": offered(request),
    }
    return render(request, "410.html", context, status=410)


def offered(request: HttpRequest) -> list[SafeString]:
    """Give the newest stories, as items of HTML."""
    return recent_news(page_time(request), page_validator(request), RECENT_OFFERED)
