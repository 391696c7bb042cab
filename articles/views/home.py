from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.freshness import stamp
from articles.freshness.pages import kept
from articles.teasers import newest

ON_HOME = 13


@kept()
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Give the front page: the newest story large, then the next ones."""
    stories = newest(stamp.at(request), ON_HOME)
    return render(request, "articles/home.html", {"lead": stories[:1], "rest": stories[1:]})
