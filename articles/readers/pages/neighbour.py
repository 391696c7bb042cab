"""The story before or after one in its section."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.core import article_url, section_url
from articles.models import PublishedVersion
from articles.readers.cache.building import page_time
from articles.readers.pages.version_at import version_at


@require_safe
def neighbour(request: HttpRequest, slug: str, *, newer: bool) -> HttpResponse:
    """Return a redirect to the story published next in the section, or to the one before it.

    Where there is none, the redirect leads to the section. The neighbour is looked up when
    somebody asks: a page that named it would have to be rebuilt with each publication.
    """
    at = page_time(request)
    version = version_at(slug, at)
    if version is None or version.section is None:
        # That page knows what is at the URL instead.
        return _sent(reverse("articles:article", args=[slug]))
    around = PublishedVersion.objects.visible(at).filter(section=version.section_id)
    place = version.published_at, version.pk
    found = (
        around.oldest_first().newer_than(*place)
        if newer
        else around.newest_first().older_than(*place)
    )
    to = found.values_list("slug", flat=True).first()
    return _sent(article_url(to) if to else section_url(version.section.slug))


def _sent(path: str) -> HttpResponse:
    response = HttpResponseRedirect(path)
    response["Cache-Control"] = "no-cache"
    return response
