"""The bar: where somebody can go, and what waits there."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles.people import EDITOR, MANAGING_EDITOR, MODERATOR, REPORTER
from articles.templatetags.frame import initials
from tests.factories import make_link, make_story
from tests.helpers import person

pytestmark = pytest.mark.django_db


def bar_of(role: str, url: str = "") -> str:
    client = Client()
    client.force_login(person(role))
    text: str = client.get(url or reverse("admin:index")).text
    return text[text.index("<header") : text.index("</header>")]


PLACES: list[tuple[str, set[str]]] = [
    (REPORTER, {"Stories", "Schedule", "Links", "Pictures", "Wire copy", "Import copy"}),
    (EDITOR, {"Stories", "Schedule", "Links", "Pictures", "Wire copy", "Import copy"}),
    (MODERATOR, {"Links"}),
    (MANAGING_EDITOR, {"Stories", "Links", "Sections", "Authors", "Places", "Accounts", "Log-ins"}),
    ("", set()),
]
ALL = set().union(*(names for _, names in PLACES))


@pytest.mark.parametrize(("role", "names"), PLACES)
def test_it_leads_where_the_person_may_go(role: str, names: set[str]) -> None:
    bar = bar_of(role)
    found = {name for name in ALL if f">{name}</a>" in bar.replace(' <span class="count"', "</a>")}
    assert names <= found
    if role in {MODERATOR, ""}:
        assert found == names


def test_it_marks_where_one_is() -> None:
    here = 'aria-current="page">'
    assert f"{here}Schedule" in bar_of(EDITOR, reverse("admin:articles_schedule"))
    story = reverse("admin:articles_story_change", args=[make_story().pk])
    assert f"{here}Stories" in bar_of(EDITOR, story)


@pytest.mark.parametrize(("waiting", "shown"), [(0, ""), (3, "3"), (100, "99+")])
def test_it_counts_the_links_that_wait_up_to_a_bound(waiting: int, shown: str) -> None:
    story = make_story()
    for number in range(waiting):
        make_link(story, url=f"https://else.test/{number}")
    make_link(story, url="https://else.test/decided", state="approved")
    bar = bar_of(MODERATOR)
    assert (f'<span class="count">{shown}<' in bar) is bool(shown)
    # Whoever does not decide is not told.
    assert 'class="count"' not in bar_of(REPORTER)


def test_only_writers_are_offered_a_new_story() -> None:
    url = reverse("admin:articles_story_add")
    assert url in bar_of(REPORTER)
    assert url not in bar_of(MODERATOR)


@pytest.mark.parametrize(
    ("name", "letters"), [("Ada Stone", "AS"), ("ada", "A"), ("Ana de la Cruz", "AC"), ("", "")]
)
def test_initials_stand_for_a_person(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_somebody_who_is_not_logged_in_is_led_nowhere() -> None:
    text: Any = Client().get(reverse("admin:login")).text
    assert "bar-nav" not in text
