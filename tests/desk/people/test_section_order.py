"""The order of the sections in the menu of the site, as managing editors put it."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from selectolax.lexbor import LexborHTMLParser

from articles.models import Section
from articles.people import roles
from articles.publishing import order_sections
from tests.factories import NOON, make_section, make_version
from tests.helpers import person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(person(roles.MANAGING_EDITOR))
    return client


def order(client: Client) -> list[str]:
    """Return the names of the sections as the site's menu has them."""
    menu = LexborHTMLParser(client.get("/recent/").text).css(".menu a")
    return [link.text() for link in menu][1:-1]


@pytest.fixture
def sections() -> list[Section]:
    """Three sections with a story each."""
    made = [make_section(name, position=number) for number, name in enumerate("ABC", 1)]
    for section in made:
        make_version(section=section, visible_from=NOON)
    return made


def test_sections_are_moved_up_and_down_in_their_list(
    desk: Client, sections: list[Section]
) -> None:
    page = LexborHTMLParser(desk.get("/admin/articles/section/").text)
    shown = [str(field.attributes["value"]) for field in page.css("[name=order]")]
    down = page.css('[name=move][value$=" down"]')[0]
    assert down.attributes["aria-label"] == "Move A down"
    sent = {"order": shown, "move": down.attributes["value"], "shown": ",".join(shown)}
    said = desk.post(str(down.attributes["formaction"]), sent, follow=True).text
    assert "Readers see the sections in this order from now on." in said
    assert order(desk) == ["B", "A", "C"]
    # As drag and keys send it; the first goes no further up.
    keys = [section.pk for section in reversed(sections)]
    move = f"{keys[0]} up"
    shown = [str(section.pk) for section in Section.objects.all()]
    moves: dict[str, Any] = {"order": keys, "move": move, "quiet": 1, "shown": ",".join(shown)}
    answer = desk.post("/admin/articles/section/order/", moves)
    assert answer.status_code == 204
    assert order(desk) == ["C", "B", "A"]


def test_an_order_of_other_sections_than_there_are_is_refused(
    desk: Client, sections: list[Section]
) -> None:
    keys = [section.pk for section in reversed(sections)]
    shown = ",".join(str(section.pk) for section in sections)
    for sent in (keys[1:], [*keys, keys[0]], [*keys[1:], 0], ["x"], []):
        asked = {"order": sent, "quiet": 1, "shown": shown}
        answer = desk.post("/admin/articles/section/order/", asked)
        assert answer.status_code == 409
        assert "added or deleted meanwhile" in answer.text
    assert order(desk) == ["A", "B", "C"]
    asked = {"order": keys[1:], "shown": shown}
    said = desk.post("/admin/articles/section/order/", asked, follow=True).text
    assert "added or deleted meanwhile" in said


@pytest.mark.parametrize("shown", [None, "", "x", "of before"])
def test_an_order_that_somebody_else_chose_meanwhile_is_not_undone_unseen(
    desk: Client, sections: list[Section], shown: str | None
) -> None:
    a, b, c = (section.pk for section in sections)
    sent: dict[str, object] = {"order": [b, a, c], "quiet": 1}
    if shown is not None:
        sent["shown"] = f"{a},{b},{c}" if shown == "of before" else shown
    order_sections([c, a, b])
    answer = desk.post("/admin/articles/section/order/", sent)
    assert answer.status_code == 409
    assert "Somebody else has changed the sections." in answer.text
    assert order(desk) == ["C", "A", "B"]


def test_only_who_may_change_sections_puts_them_in_order(
    client: Client, sections: list[Section]
) -> None:
    client.force_login(person(roles.EDITOR))
    keys = [section.pk for section in sections]
    assert client.post("/admin/articles/section/order/", {"order": keys}).status_code == 403
    client.force_login(person(roles.MANAGING_EDITOR))
    assert client.get("/admin/articles/section/order/").status_code == 405
    # Where not all are listed in their order, nothing moves.
    assert 'name="move"' not in client.get("/admin/articles/section/?q=A").text


def test_a_new_section_is_the_last(desk: Client, sections: list[Section]) -> None:
    page = LexborHTMLParser(desk.get("/admin/articles/section/add/").text)
    assert [field.attributes["value"] for field in page.css("[name=position]")] == ["4"]


@pytest.mark.parametrize("number", [1, 3, 30])
def test_the_list_takes_the_same_queries_for_any_number(
    desk: Client, number: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for at in range(number):
        make_section(f"Section {at}")
    with django_assert_max_num_queries(12):
        desk.get("/admin/articles/section/")
