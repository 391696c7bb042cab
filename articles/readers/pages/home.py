from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.readers.cache.building import building_of, page_time
from articles.readers.cache.declaration import cached
from articles.readers.language import gettext
from articles.readers.listings.front import fill, placed, slots_of
from articles.readers.listings.section_blocks import section_blocks
from articles.readers.listings.teasers import newest
from articles.readers.masthead import HOME, masthead
from articles.readers.metadata import listing_metadata
from articles.readers.pages.shown_corrections import newest_corrections

#: Headlines in the list of the latest; corrections.
LATEST, CORRECTIONS = 8, 3


@cached()
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Return the front page as editors filled it, and with the newest stories elsewhere.

    One leads, the next ones are beside it, and the newest others in a list; then come the newest
    ones of each section that are not on top already, and corrections.
    """
    at = page_time(request)
    slots = slots_of(request, at)
    stories = newest(at, len(slots) + LATEST)
    top = fill(slots, placed(slots, at), stories)
    context = {
        "masthead": masthead(at, building_of(request), HOME),
        "metadata": listing_metadata(
            request,
            "",
            gettext("The latest stories from %(site)s.", site=settings.NEWSROOM_NAME),
        ),
        "top": top,
        "latest": top.below(stories)[:LATEST],
        "blocks": section_blocks(at, without=top.left_out()),
        "corrections": newest_corrections(at, CORRECTIONS),
    }
    return render(request, "articles/home.html", context)
