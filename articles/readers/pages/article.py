from datetime import datetime

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.models import PublishedVersion
from articles.readers.cache.declaration import cached
from articles.readers.cache.validator import page_time, page_validator
from articles.readers.pages.article_page import article_context, version_at
from articles.readers.pages.missing import gone, not_found


@cached()
@require_safe
def article(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the page of a story, the way to its present address, or why there is none."""
    at = page_time(request)
    version = version_at(slug, at)
    if version is None:
        return elsewhere(request, slug, at)
    context = article_context(version, at, page_validator(request))
    return render(request, "articles/article.html", {**context})


def elsewhere(request: HttpRequest, slug: str, at: datetime) -> HttpResponse:
    """Answer for an address that leads to nothing now, by what readers once saw there."""
    once = PublishedVersion.objects.began(at).filter(slug=slug).first()
    if once is not None:
        of_story = PublishedVersion.objects.filter(story=once.story_id)
        if present := of_story.visible(at).first():
            response = HttpResponsePermanentRedirect(present.get_absolute_url())
            # A story may take an old address up again; a kept redirect would then run in a circle.
            response["Cache-Control"] = "no-cache"
            return response
        if notice := of_story.withdrawals(at).first():
            return gone(request, notice)
    return not_found(
        request,
        "There is no story at this address. It may have been mistyped, or cut short on its way.",
    )
