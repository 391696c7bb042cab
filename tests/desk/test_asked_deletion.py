"""Nobody deletes what the question did not show."""

import re
from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from taggit.models import Tag

from articles.models import Author, Place, Section, Story
from tests.factories import make_picture, make_story, make_user
from tests.helpers import draft, managing_editor, send_form

pytestmark = pytest.mark.django_db


def tag() -> Tag:
    make_story().tags.set(["Land"])
    return Tag.objects.get()


ROWS: dict[str, Callable[[], Model]] = {
    "articles_section": lambda: Section.objects.create(name="Land", slug="land"),
    "articles_author": lambda: Author.objects.create(name="Land"),
    "articles_place": lambda: Place.objects.create(name="Land"),
    "articles_picture": lambda: make_picture(alt="Land"),
    "accounts_user": lambda: make_user("land"),
    "auth_group": lambda: Group.objects.create(name="Land"),
    "taggit_tag": tag,
    "articles_story": draft,
}


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(managing_editor())
    return client


def is_there(row: Model) -> bool:
    return type(row)._default_manager.filter(pk=row.pk).exists()


@pytest.mark.parametrize("kind", ROWS)
@pytest.mark.parametrize("carried", [{}, {"shown": ""}, {"shown": "x"}, {"shown": "1-1-1"}])
def test_a_question_that_does_not_say_what_it_showed_is_asked_again(
    desk: Client, kind: str, carried: dict[str, str]
) -> None:
    row = ROWS[kind]()
    url = reverse(f"admin:{kind}_delete", args=[row.pk])
    again = desk.post(url, {"post": "yes", **carried}, follow=True)
    assert "othing was deleted" in again.text or "Nothing has been done" in again.text
    assert is_there(row)

    send_form(desk, url, {"post": "yes"})

    assert not is_there(row)


@pytest.mark.parametrize("kind", sorted(ROWS.keys() - {"articles_story"}))
def test_many_are_deleted_as_they_were_shown(desk: Client, kind: str) -> None:
    row = ROWS[kind]()
    url = reverse(f"admin:{kind}_changelist")
    chosen = {"action": "delete_selected", "_selected_action": [row.pk]}
    for carried in ({}, {"shown": "x"}):
        again = desk.post(url, chosen | {"post": "yes"} | carried)
        assert "so nothing was deleted" in again.text
        assert is_there(row)
    (shown,) = re.findall(r'name="shown" value="([^"]+)"', again.text)

    desk.post(url, chosen | {"post": "yes", "shown": shown})

    assert not is_there(row)


def test_a_tag_that_more_stories_have_meanwhile_is_shown_with_them_first(desk: Client) -> None:
    row = tag()
    url = reverse("admin:taggit_tag_delete", args=[row.pk])
    (shown,) = re.findall(r'name="shown" value="([^"]+)"', desk.get(url).text)
    more: Story = make_story(headline="Unseen")
    more.tags.set(["Land"])

    again = desk.post(url, {"post": "yes", "shown": shown}, follow=True)

    assert is_there(row)
    assert "Unseen" in again.text
