"""Tags are suggested by what somebody types."""

import pytest
from django.test import Client
from django.urls import reverse
from taggit.models import Tag

from newsroom.accounts.models import User

pytestmark = pytest.mark.django_db

NAMES = ("Central Asia", "Économie", "Microéconomie", "Ёлка", "Asia", "100%")


def search(client: Client, query: str) -> list[str]:
    found: list[str] = client.get(reverse("admin:articles_story_tags"), {"q": query}).json()
    return found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ECON", ["Économie", "Microéconomie"]),
        ("елк", ["Ёлка"]),
        ("asia", ["Asia", "Central Asia"]),
        ("asia cen", ["Central Asia"]),
        ("%", ["100%"]),
        ("nothing", []),
        ("", []),
        ("(" * 300, []),
    ],
)
def test_accents_and_capitals_do_not_matter(
    admin_client: Client, query: str, found: list[str]
) -> None:
    for name in NAMES:
        Tag.objects.create(name=name)
    assert search(admin_client, query) == found


def test_there_are_few_of_them_those_it_begins_first(admin_client: Client) -> None:
    for number in range(30):
        Tag.objects.create(name=f"Old harvest {number}")
    Tag.objects.create(name="Zharvest")
    Tag.objects.create(name="Harvest")
    found = search(admin_client, "harv")
    assert len(found) == 8
    assert found[0] == "Harvest"


@pytest.mark.once
def test_only_those_who_may_read_drafts_get_them(client: Client) -> None:
    client.force_login(User.objects.create_user("moderator", is_staff=True))
    assert client.get(reverse("admin:articles_story_tags"), {"q": "a"}).status_code == 403
