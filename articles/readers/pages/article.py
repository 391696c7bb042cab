from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_safe

from articles.models import PublishedVersion
from articles.readers.cache.building import building_of, page_time
from articles.readers.cache.declaration import cached
from articles.readers.metadata import article_metadata
from articles.readers.moved import moved
from articles.readers.pages.article_context import article_context
from articles.readers.pages.missing import gone, not_found
from articles.readers.pages.version_at import version_at
from articles.text import both_forms, slug_form


@cached("entry")
@require_safe
def article(request: HttpRequest, slug: str) -> HttpResponse:
    """Return the page of a story, or what is at this URL if readers see no story there.

    The stream of a live blog begins with the entry named by `?entry=`.
    """
    at = page_time(request)
    version = version_at(slug, at)
    if version is None:
        return _instead(request, slug, at)
    entry = request.GET.get("entry", "")
    context = article_context(version, at, building_of(request), entry=entry)
    metadata = article_metadata(request, context)
    return render(request, "articles/article.html", {**context, "metadata": metadata})


def _instead(request: HttpRequest, slug: str, at: datetime) -> HttpResponse:
    """Return a redirect to the present URL of the story that once was here, or 410, or 404."""
    began = PublishedVersion.objects.began(at)
    once = began.filter(slug=slug).first()
    if once is None and (forms := both_forms(slug_form(slug))) != (slug,):
        # Typed with capitals, or sent decomposed, as some systems do.
        once = began.filter(slug__in=forms).first()
    if once is not None:
        of_story = PublishedVersion.objects.filter(story=once.story_id)
        if present := of_story.visible(at).first():
            return moved(request, present.get_absolute_url())
        if notice := of_story.withdrawals(at).first():
            return gone(request, notice)
    return not_found(
        request,
        gettext_noop("There is no story at this address. It may be mistyped or incomplete."),
    )
