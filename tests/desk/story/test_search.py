"""Stories are found by part of their headline, by those who may see them."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from newsroom.accounts.models import User
from tests.factories import NOON, make_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def user() -> User:
    user = User.objects.create_user("reporter", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_story"))
    return user


def search(client: Client, user: User, **query: str) -> list[dict[str, object]]:
    client.force_login(user)
    response = client.get(reverse("admin:articles_story_search"), query)
    assert response.status_code == 200
    found: list[dict[str, object]] = response.json()
    return found


def test_a_story_is_found_by_parts_of_its_words(client: Client, user: User) -> None:
    story = make_story(headline="Congo’s “Military” Tribunal")
    make_story(headline="Congo votes")

    for words in ("congo's trib", "TRIBUNAL military", '"military"'):
        assert search(client, user, q=words) == [
            {"id": story.pk, "headline": story.headline, "publication_status": "unpublished"}
        ]


def test_ten_are_returned_the_last_changed_first(client: Client, user: User) -> None:
    for age in range(12):
        make_story(headline=f"Story of {age:02}", changed_at=NOON - timedelta(minutes=age))

    headlines = [story["headline"] for story in search(client, user, q="story")]

    assert headlines == [f"Story of {age:02}" for age in range(10)]


def test_a_story_can_be_left_out(client: Client, user: User) -> None:
    own, other = make_story(headline="Own story"), make_story(headline="Other story")

    assert [
        story["id"] for story in search(client, user, **{"q": "story", "not": str(own.pk)})
    ] == [other.pk]


@pytest.mark.parametrize("words", ["", "  ", "%", "_", "no such words", "word " * 300])
def test_nothing_is_found_for_nothing(client: Client, user: User, words: str) -> None:
    make_story(headline="A story")

    assert search(client, user, q=words, **{"not": "x"}) == []


def test_whoever_may_not_see_stories_finds_none(client: Client) -> None:
    url = reverse("admin:articles_story_search")
    assert client.get(url).status_code == 302

    client.force_login(User.objects.create_user("clerk", is_staff=True))
    assert client.get(url).status_code == 403
