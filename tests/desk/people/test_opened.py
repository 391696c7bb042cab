"""What one person has renamed is not renamed back by a form that somebody else had open."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from django.contrib.auth.models import Permission
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from taggit.models import Tag

from articles.models import Author, Place, Section
from articles.people import roles
from tests.factories import make_story
from tests.helpers import person

pytestmark = pytest.mark.django_db


def tag() -> Tag:
    make_story().tags.set(["Land"])
    return Tag.objects.get()


ROWS: dict[str, tuple[Callable[[], Model], dict[str, str]]] = {
    "articles_section": (
        lambda: Section.objects.create(name="Land", slug="land"),
        {"slug": "land", "position": "0"},
    ),
    "articles_author": (
        lambda: Author.objects.create(name="Land"),
        {"role": "", "bio": "", "email": "", "links": "", "portrait": "", "user": ""},
    ),
    "articles_place": (lambda: Place.objects.create(name="Land"), {}),
    "taggit_tag": (tag, {"synonym": ""}),
}


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(person(roles.MANAGING_EDITOR))
    return client


def opened(page: str) -> str:
    (token,) = re.findall(r'name="opened" value="([^"]+)"', page)
    return unescape(token)


def name_in(page: str) -> str:
    (field,) = re.findall(r'<input type="text" name="name"[^>]*>', page)
    return unescape(re.findall(r'value="([^"]*)"', field)[0])


@pytest.mark.parametrize("kind", ROWS)
def test_a_stale_form_does_not_rename_back(desk: Client, kind: str) -> None:
    make, fields = ROWS[kind]
    row = make()
    url = reverse(f"admin:{kind}_change", args=[row.pk])
    shown = {**fields, "name": "Land", "opened": opened(desk.get(url).text)}
    assert desk.post(url, {**shown, "name": "Country"}).status_code == 302

    page = desk.post(url, shown)
    assert page.status_code == 200
    assert "“Name” was “Land” and is “Country” now." in page.text
    assert name_in(page.text) == "Country"
    row.refresh_from_db()
    assert str(row) == "Country"


def test_what_was_typed_stays_and_is_saved_by_whoever_has_read_what_changed(desk: Client) -> None:
    section = Section.objects.create(name="Land", slug="land")
    url = reverse("admin:articles_section_change", args=[section.pk])
    mine = {"name": "Farming", "slug": "land", "position": "0"}
    mine["opened"] = opened(desk.get(url).text)
    Section.objects.update(name="Country", position=5)

    page = desk.post(url, mine).text
    assert "so nothing was saved" in page
    assert name_in(page) == "Farming"
    assert 'name="position" value="5"' in page
    again = {**mine, "position": "5", "opened": opened(page)}
    assert desk.post(url, again).status_code == 302
    section.refresh_from_db()
    assert (section.name, section.position) == ("Farming", 5)


def test_what_was_deleted_meanwhile_does_not_come_back(desk: Client) -> None:
    place = Place.objects.create(name="Land")
    url = reverse("admin:articles_place_change", args=[place.pk])
    sent = {"name": "Country", "opened": opened(desk.get(url).text)}
    Place.objects.all().delete()
    desk.post(url, sent)
    assert not Place.objects.exists()


def test_saving_without_a_change_by_others_asks_nothing(desk: Client) -> None:
    section = Section.objects.create(name="Land", slug="land")
    url = reverse("admin:articles_section_change", args=[section.pk])
    for name in ("Country", "Farming"):
        sent = {"name": name, "slug": "land", "position": "0", "opened": opened(desk.get(url).text)}
        assert desk.post(url, sent).status_code == 302
    assert desk.get(reverse("admin:articles_section_add")).status_code == 200


def test_whoever_may_only_look_sees_no_token(client: Client) -> None:
    viewer = person("", "viewer")
    section = Section.objects.create(name="Land", slug="land")
    viewer.user_permissions.set(Permission.objects.filter(codename="view_section"))
    client.force_login(viewer)
    page = client.get(reverse("admin:articles_section_change", args=[section.pk]))
    assert page.status_code == 200
    assert 'name="opened"' not in page.text
