from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.readers import cached


@cached()
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Return robots.txt: all may read all that readers see, but need not search it.

    The desk is not named.
    """
    maps = (reverse("articles:sitemap_index"), reverse("articles:sitemap_news"))
    lines = ["User-agent: *", f"Disallow: {reverse('articles:search')}", ""]
    lines += (f"Sitemap: {request.build_absolute_uri(path)}" for path in maps)
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")
