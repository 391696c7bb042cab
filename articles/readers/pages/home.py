from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.readers.cache.declaration import cached
from articles.readers.cache.validator import page_time
from articles.readers.listings.teasers import newest

ON_HOME = 13


@cached()
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Return the front page: the newest story large, then the ones before it."""
    stories = newest(page_time(request), ON_HOME)
    return render(request, "articles/home.html", {"lead": stories[:1], "rest": stories[1:]})
