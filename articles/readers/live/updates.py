from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_safe

from articles.models import PublishedVersion
from articles.readers.cache.building import page_time
from articles.readers.cache.declaration import cached
from articles.readers.language import inside, language
from articles.readers.live.stream import stream_of
from articles.readers.moved import moved
from articles.readers.pages.article_context import language_of_page
from articles.readers.pages.missing import not_found
from articles.readers.pages.version_at import version_at


@cached()
@require_safe
def live_updates(request: HttpRequest, slug: str) -> HttpResponse:
    """Return the stream of a live blog alone, which its page asks for while somebody reads it."""
    at = page_time(request)
    version = version_at(slug, at)
    stream = stream_of(version, at) if version else None
    if version is None or stream is None:
        return _instead(request, slug)
    spoken = language_of_page(version)
    context = {"live": stream, "language": spoken, "chrome": inside(language(), spoken)}
    response = render(request, "articles/_live.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response


def _instead(request: HttpRequest, slug: str) -> HttpResponse:
    """Return a redirect where the slug of a live blog has changed while somebody read it."""
    at = page_time(request)
    once = PublishedVersion.objects.began(at).filter(slug=slug).first()
    if once:
        present = PublishedVersion.objects.visible(at).filter(story=once.story_id).first()
        if present and present.slug != slug:
            return moved(request, reverse("articles:live_updates", args=[present.slug]))
    return not_found(request, gettext_noop("There are no live updates at this address."))
