"""Sitemaps: an index, one for each month, and Google's of the latest news."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Max
from django.db.models.functions import Coalesce, TruncMonth
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.core import article_url
from articles.models import PublishedVersion
from articles.readers import cached, page_time
from articles.syndication.entries import entries_of, xml_text

XML = "application/xml; charset=utf-8"
#: The most URLs that one file may have.
MOST, MOST_NEWS = 50_000, 1_000
#: For how long Google takes a story for news.
NEWS = timedelta(hours=48)


@cached()
@require_safe
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """Return the list of all sitemaps: that of the latest news, then one for each month."""
    months = (
        PublishedVersion.objects.visible(page_time(request))
        .annotate(month=TruncMonth("published_at", tzinfo=UTC))
        .values("month")
        # The column is in the index by which stories are listed; what readers got with it is newer
        # than any time that the text names.
        .annotate(changed=Max("visible_from"))
        .order_by("-month")
        .values_list("month", "changed")
    )
    maps = [
        (_absolute(request, "sitemap", f"{month:%Y}", f"{month:%m}"), changed)
        for month, changed in months
    ]
    return _xml(request, "sitemap_index", news=_absolute(request, "sitemap_news"), maps=maps)


@cached()
@require_safe
def sitemap(request: HttpRequest, year: str, month: str) -> HttpResponse:
    """Return the stories that were first published in this month, in UTC. Raise Http404."""
    try:
        start = datetime(int(year), int(month), 1, tzinfo=UTC)
        end = (start + timedelta(days=31)).replace(day=1)
    except (ValueError, OverflowError):
        raise Http404 from None
    stories = (
        PublishedVersion.objects.visible(page_time(request))
        .filter(published_at__gte=start, published_at__lt=end)
        .newest_first()
        .values_list("slug", Coalesce("modified_at", "published_at"))[:MOST]
    )
    pages = [(request.build_absolute_uri(article_url(slug)), changed) for slug, changed in stories]
    if not pages:
        raise Http404
    return _xml(request, "sitemap", pages=pages)


@cached()
@require_safe
def sitemap_news(request: HttpRequest) -> HttpResponse:
    """Return Google's news sitemap: the stories that were published in the last 48 hours."""
    at = page_time(request)
    latest = PublishedVersion.objects.visible(at).filter(published_at__gt=at - NEWS)
    entries = entries_of(latest.newest_first(), MOST_NEWS, at)
    stories = [
        {
            "url": request.build_absolute_uri(entry.url),
            "language": google_language(entry.language or settings.LANGUAGE_CODE),
            "published": entry.published_at,
            "headline": xml_text(entry.headline),
        }
        for entry in entries
    ]
    return _xml(request, "sitemap_news", name=xml_text(settings.NEWSROOM_NAME), stories=stories)


def google_language(code: str) -> str:
    """Return a code of BCP 47 as Google News has it: without region or script, but for Chinese."""
    primary, *rest = code.lower().split("-")
    if primary != "zh":
        return primary
    return "zh-tw" if {"hant", "tw", "hk", "mo"}.intersection(rest) else "zh-cn"


def _absolute(request: HttpRequest, name: str, *arguments: str) -> str:
    return request.build_absolute_uri(reverse(f"articles:{name}", args=arguments))


def _xml(request: HttpRequest, template: str, **context: Any) -> HttpResponse:
    return render(request, f"syndication/{template}.xml", context, content_type=XML)
