"""Pages that links lead to, and their checks."""

import pytest
import time_machine
from django.utils import timezone

from articles.links import check_due_pages
from articles.links.checking.pages import GONE_AGAIN
from articles.models import LinkedPage, RelatedLink
from tests.factories import HOUR, NOON, make_link, make_story
from tests.links.checking.web import Web, says

pytestmark = pytest.mark.django_db


Clock = time_machine.TimeMachineFixture


def link_to(web: Web, path: str = "/page", host: str = "page.test") -> RelatedLink:
    url = web.url(host, path)
    return make_link(make_story(), url=url, state="approved", decided_at=NOON - HOUR)


def check(web: Web) -> LinkedPage:
    """Check what is due, and return the one page there is."""
    check_due_pages(web.network())
    return LinkedPage.objects.get()


def says_nothing(request: object) -> None:
    """End the connection."""


def again() -> list[RelatedLink]:
    return list(RelatedLink.objects.to_decide(timezone.now()))


def died(web: Web, clock: Clock) -> RelatedLink:
    """Return a link to a page that is gone by now."""
    link = link_to(web)
    web.public.answers["/page"] = says(410)
    for at in (NOON, NOON + GONE_AGAIN):
        clock.move_to(at)
        check(web)
    return link
