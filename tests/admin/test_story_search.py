from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse

from articles.models import Story
from articles.text import normalise

pytestmark = pytest.mark.django_db

NOON = datetime(2025, 9, 1, 12, tzinfo=UTC)


@pytest.fixture
def user() -> User:
    user = User.objects.create_user("reporter", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_story"))
    return user


def make(user: User, headline: str, age: int = 0) -> Story:
    changed = NOON - timedelta(minutes=age)
    return Story.objects.create(
        headline=headline,
        headline_key=normalise(headline),
        slug=f"story-{Story.objects.count()}",
        created_at=changed,
        created_by=user,
        changed_at=changed,
        changed_by=user,
    )


def search(client: Client, user: User, **query: str) -> list[dict[str, object]]:
    client.force_login(user)
    response = client.get(reverse("admin:articles_story_search"), query)
    assert response.status_code == 200
    found: list[dict[str, object]] = response.json()
    return found


def test_a_story_is_found_by_parts_of_its_words(client: Client, user: User) -> None:
    story = make(user, "Congo’s “Military” Tribunal")
    make(user, "Congo votes")

    for words in ("congo's trib", "TRIBUNAL military", '"military"'):
        assert search(client, user, q=words) == [
            {"id": story.pk, "headline": story.headline, "standing": "not yet published"}
        ]


def test_ten_are_given_the_latest_changed_first(client: Client, user: User) -> None:
    for age in range(12):
        make(user, f"Story of {age:02}", age)

    headlines = [story["headline"] for story in search(client, user, q="story")]

    assert headlines == [f"Story of {age:02}" for age in range(10)]


def test_a_story_can_be_left_out(client: Client, user: User) -> None:
    own, other = make(user, "Own story"), make(user, "Other story")

    assert [
        story["id"] for story in search(client, user, **{"q": "story", "not": str(own.pk)})
    ] == [other.pk]


@pytest.mark.parametrize("words", ["", "  ", "%", "_", "no such words", "word " * 2000])
def test_nothing_is_found_for_nothing(client: Client, user: User, words: str) -> None:
    make(user, "A story")

    assert search(client, user, q=words, **{"not": "x"}) == []


def test_who_may_not_see_stories_finds_none(client: Client) -> None:
    address = reverse("admin:articles_story_search")
    assert client.get(address).status_code == 302

    client.force_login(User.objects.create_user("clerk", is_staff=True))
    assert client.get(address).status_code == 403
