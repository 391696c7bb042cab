from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.readers.cache.building import building_of, page_time
from articles.readers.cache.declaration import cached
from articles.readers.language import gettext
from articles.readers.listings.section_blocks import section_blocks
from articles.readers.listings.teasers import newest
from articles.readers.masthead import HOME, masthead
from articles.readers.metadata import listing_metadata
from articles.readers.pages.shown_corrections import newest_corrections

#: Stories beside the one that leads; headlines in the list of the latest; corrections.
SECOND, LATEST, CORRECTIONS = 4, 8, 3
ON_TOP = 1 + SECOND


@cached()
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Return the front page, filled with the newest stories.

    One leads, the next ones stand beside it, and those after them in a list; then come the newest
    ones of each section that do not lead already, and corrections.
    """
    at = page_time(request)
    stories = newest(at, ON_TOP + LATEST)
    context = {
        "masthead": masthead(at, building_of(request), HOME),
        "metadata": listing_metadata(
            request,
            "",
            gettext("The latest stories from %(site)s.", site=settings.NEWSROOM_NAME),
        ),
        "lead": stories[:1],
        "second": stories[1:ON_TOP],
        "latest": stories[ON_TOP:],
        "blocks": section_blocks(at, without=(story.pk for story in stories[:ON_TOP])),
        "corrections": newest_corrections(at, CORRECTIONS),
    }
    return render(request, "articles/home.html", context)
