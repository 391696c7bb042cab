"""A page that is being built to be cached: what its view is told, and what it leaves behind."""

from datetime import datetime
from secrets import token_hex

from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

from articles.core import clock
from articles.readers.cache.changes import Present

#: Where the WSGI environment, and so `request.META`, has it.
BUILDING = "newsroom.building"
#: Nobody can write it into a story: it differs from process to process.
_SECRET = token_hex(16)
MARK = f"<part {_SECRET} "


class Building:
    """What is known of the present while a page is being built."""

    def __init__(self, present: Present) -> None:
        self.present = present

    def part(self, name: str, variant: str = "") -> SafeString:
        """Return the placeholder in the page for a part of its own, until the page is served."""
        return mark_safe(f"{MARK}{name} {variant}>")


def building_of(request: HttpRequest) -> Building | None:
    """Return what the requested page is built with; None if it is not to be cached."""
    found: Building | None = request.META.get(BUILDING)
    return found


def page_time(request: HttpRequest) -> datetime:
    """Return the one timezone-aware datetime as of which the page is built.

    That is now, or the time for which staff ask.
    """
    if building := building_of(request):
        return building.present.at
    return as_seen_time(request) or clock.now()


def as_seen_time(request: HttpRequest) -> datetime | None:
    """Return the timezone-aware datetime for which staff ask for the page; None for readers."""
    at: datetime | None = getattr(request, "as_seen_at", None)
    return at
