import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from articles.people import roles
from tests.factories import NOON, make_picture
from tests.helpers import person

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(client: Client) -> Client:
    client.force_login(person(roles.REPORTER))
    return client


def search(client: Client, words: str = "") -> list[dict[str, object]]:
    response = client.get(reverse("admin:articles_picture_search"), {"q": words})
    assert response.status_code == 200
    found: list[dict[str, object]] = response.json()
    return found


def test_a_picture_is_found_by_parts_of_its_words_wherever_they_stand(client: Client) -> None:
    picture = make_picture(caption="Xi’s arrival", alt="Flags (two) in Астана", credit="A/Reuters")
    make_picture(caption="Arrival of the harvest")

    for words in ("ARRIV two", "reuters", "Xi's", "астан", "(two)", "  flags  in "):
        assert search(client, words) == [
            {
                "id": picture.pk,
                "url": picture.url(800),
                "thumb": picture.url(320),
                "name": "Xi’s arrival",
                "alt": "Flags (two) in Астана",
                "caption": "Xi’s arrival",
                "credit": "A/Reuters",
                "warning": "",
                "has_ended": False,
                "limits": "",
            }
        ]


def test_one_is_found_by_its_number(client: Client) -> None:
    picture, _ = make_picture(caption="One"), make_picture(caption="Two")
    url = reverse("admin:articles_picture_search")
    found = client.get(url, {"picture": picture.pk}).json()
    assert [one["id"] for one in found] == [picture.pk]
    assert client.get(url, {"picture": "x"}).json() == []


def test_without_words_the_twelve_newest_are_given(client: Client) -> None:
    pictures = [make_picture(caption=f"Picture {number}") for number in range(14)]

    assert [found["id"] for found in search(client)] == [
        picture.pk for picture in reversed(pictures[2:])
    ]


@pytest.mark.parametrize("words", ["%", "_", ".*", "[", "\\", "no such words", "word " * 300])
def test_nothing_is_found_for_words_that_no_picture_has(client: Client, words: str) -> None:
    make_picture(caption="A picture")

    assert search(client, words) == []


def test_it_says_that_a_licence_has_ended_and_what_the_picture_is_not_for(client: Client) -> None:
    for until in ("2025-08-31", "2025-09-01", "2025-10-01", "2025-10-02"):
        make_picture(alt="Flags", licence_until=until, usage_limits="Online only")

    with time_machine.travel(NOON, tick=False):
        found = search(client, "flags")

    assert [(one["warning"], one["has_ended"]) for one in reversed(found)] == [
        ("Licence ended on 31 August 2025", True),
        ("Licence ends on 1 September 2025", False),
        ("Licence ends on 1 October 2025", False),
        ("", False),
    ]
    assert {one["limits"] for one in found} == {"Online only"}


def test_a_picture_without_words_has_the_name_of_its_file(client: Client) -> None:
    make_picture()

    assert [found["name"] for found in search(client, "FLAGS.jpg")] == ["flags.jpg"]


def test_as_many_queries_however_many_pictures_there_are(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    # The first request notes that the session is in use.
    search(client)
    made = 0
    for many in (1, 3, 30):
        while made < many:
            make_picture(caption=f"Flags {made}")
            made += 1
        # Session, user, permissions, pictures.
        with django_assert_num_queries(4):
            assert len(search(client, "flags")) == min(many, 12)


def test_who_may_not_see_pictures_finds_none(client: Client) -> None:
    make_picture()
    for stranger in (person(roles.MODERATOR), person("")):
        client.force_login(stranger)
        assert client.get(reverse("admin:articles_picture_search")).status_code == 403
    client.logout()
    assert client.get(reverse("admin:articles_picture_search")).status_code == 302
