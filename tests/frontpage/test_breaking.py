"""Breaking news: shown from a time until a time, below the masthead of each page."""

import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser
from time_machine import Traveller

from articles.core import BadTime, NotAllowed, NotPossible
from articles.frontpage import end_breaking, show_breaking
from articles.models import BreakingNews
from articles.people import REPORTER
from tests.factories import HOUR, NOON, make_story, make_version
from tests.helpers import managing_editor, person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def bar(url: str = "/") -> str:
    found = LexborHTMLParser(Client().get(url).text).css_first(".breaking")
    return " ".join(found.text(separator=" ").split()) if found else ""


def leads_to() -> str | None:
    found = LexborHTMLParser(Client().get("/").text).css_first(".breaking a")
    return found.attributes["href"] if found else None


def test_it_is_shown_from_a_time_until_a_time_on_all_pages(clock: Traveller) -> None:
    url = make_version().get_absolute_url()
    by = managing_editor()
    show_breaking("The bridge is closed", by=by, at=NOON + HOUR, until=NOON + 3 * HOUR)
    seen = []
    for hours in range(4):
        clock.move_to(NOON + hours * HOUR, tick=False)
        pages = {bar(page) for page in ("/", url, "/recent/", "/news/none/")}
        seen.append(pages)
    assert seen == [
        {""},
        {"Breaking The bridge is closed"},
        {"Breaking The bridge is closed"},
        {""},
    ]


def test_new_one_ends_what_is_shown_and_ends_where_the_scheduled_one_begins(
    clock: Traveller,
) -> None:
    by = managing_editor()
    show_breaking("One", by=by)
    show_breaking("Three", by=by, at=NOON + 2 * HOUR, until=NOON + 3 * HOUR)
    clock.move_to(NOON + HOUR, tick=False)
    two = show_breaking("Two <b>", by=by, until=NOON + 9 * HOUR)
    assert two.valid_until == NOON + 2 * HOUR
    assert bar() == "Breaking Two <b>"
    clock.move_to(NOON + 2 * HOUR, tick=False)
    assert bar() == "Breaking Three"


def test_it_is_shown_only_while_readers_may_see_its_story(clock: Traveller) -> None:
    story = make_story(slug="harvest")
    make_version(story, visible_from=NOON + HOUR, visible_until=NOON + 2 * HOUR)
    show_breaking("The harvest begins", by=managing_editor(), story=story)
    seen = []
    for hours in range(3):
        clock.move_to(NOON + hours * HOUR, tick=False)
        seen.append((bar(), leads_to()))
    assert seen == [("", None), ("Breaking The harvest begins", "/news/harvest/"), ("", None)]


def test_it_leads_to_another_page() -> None:
    show_breaking("Live on air", by=managing_editor(), url="https://else.test/live")
    assert leads_to() == "https://else.test/live"


def test_it_is_ended_and_cancelled(clock: Traveller) -> None:
    by = managing_editor()
    one = show_breaking("One", by=by)
    later = show_breaking("Later", by=by, at=NOON + 2 * HOUR)
    clock.move_to(NOON + HOUR, tick=False)
    end_breaking(one, by=by)
    end_breaking(later, by=by)
    assert bar() == ""
    assert not BreakingNews.objects.present_or_scheduled(NOON + HOUR).exists()
    with pytest.raises(NotPossible):
        end_breaking(one, by=by)


def test_what_cannot_be() -> None:
    by = managing_editor()
    with pytest.raises(NotAllowed):
        show_breaking("One", by=person(REPORTER))
    with pytest.raises(NotPossible):
        show_breaking("", by=by)
    for at, until in ((NOON - HOUR, None), (None, NOON)):
        with pytest.raises(BadTime):
            show_breaking("One", by=by, at=at, until=until)
