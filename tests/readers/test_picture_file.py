"""Readers get the pictures of what they see, people at the desk all, and nobody else any."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from time_machine import Traveller

from articles import publishing
from articles.frontpage import Placed
from articles.models import Picture, PublishedVersion
from newsroom.accounts.models import User
from tests.factories import HOUR, NOON, make_author, make_picture, make_story, make_version
from tests.frontpage.fronts import front_of
from tests.helpers import changed, managing_editor, ready, reporter

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
WORDS = {"alt": "A field", "caption": "At dawn", "credit": "Ana"}
MISSING = f"/media/renditions/ab/{'0' * 30}.jpg"


def status(client: Client, picture: Picture) -> int:
    """Return the one status with which all files of the picture answer."""
    found = set()
    for one in picture.renditions:
        response = client.get(f"/media/{one['name']}")
        response.getvalue()
        found.add(response.status_code)
    return found.pop() if len(found) == 1 else 0


def test_a_picture_is_there_while_readers_see_its_story(client: Client, clock: Traveller) -> None:
    picture, by = make_picture(**WORDS), managing_editor()
    story = ready(lead_picture=picture)
    assert status(client, picture) == 404

    publishing.schedule(story, by=by, at=NOON + HOUR)
    assert status(client, picture) == 404
    clock.move_to(NOON + HOUR - timedelta(seconds=1), tick=False)
    assert status(client, picture) == 404
    clock.move_to(NOON + HOUR, tick=False)
    assert status(client, picture) == 200

    publishing.withdraw(story, by=by, note="Gone.")
    assert status(client, picture) == 404


def test_a_front_s_own_picture_is_there_while_the_front_shows_it(
    client: Client, clock: Traveller
) -> None:
    picture, story = make_picture(**WORDS), make_story()
    front_of(Placed(story.pk, picture=picture, pinned_until=NOON + 2 * HOUR))
    assert status(client, picture) == 404
    make_version(story, visible_from=NOON + HOUR)
    assert status(client, picture) == 404
    clock.move_to(NOON + HOUR, tick=False)
    assert status(client, picture) == 200
    clock.move_to(NOON + 2 * HOUR, tick=False)
    assert status(client, picture) == 404


def test_a_picture_that_a_story_has_no_more_is_missing_again(client: Client) -> None:
    figure = (
        '<p>The harvest has begun.</p><figure data-block="figure" data-key="figure001"'
        ' data-picture="{}" data-alt="Water"><figcaption>By the river</figcaption></figure>'
    )
    picture, by = make_picture(**WORDS), managing_editor()
    story = ready(body=figure.format(picture.pk))
    publishing.publish(story, by=by)
    assert status(client, picture) == 200
    story.refresh_from_db()
    version = PublishedVersion.objects.get()
    PublishedVersion.objects.filter(pk=version.pk).update(visible_until=NOON)
    # The draft has it still, and what is published has not.
    make_version(story, visible_from=NOON, published_at=NOON - HOUR)
    assert status(client, picture) == 404
    assert changed(story).figures.filter(picture=picture, removed_at=None).exists()


def test_a_portrait_is_there_while_it_is_one(client: Client, clock: Traveller) -> None:
    picture = make_picture(**WORDS)
    author = make_author("Ana", portrait=picture)
    assert status(client, picture) == 200
    clock.shift(60)
    author.portrait = None
    publishing.save_author(author)
    assert status(client, picture) == 404


def test_what_is_hidden_looks_like_what_is_not_there(client: Client) -> None:
    hidden = client.get(make_picture().url(800))
    missing = client.get(MISSING)
    for response in (hidden, missing):
        assert response.status_code == 404
        assert response["Cache-Control"] == "no-store"
    assert hidden.content == missing.content
    assert hidden.headers == missing.headers
    assert not hidden.cookies


def test_whoever_has_it_asks_whether_it_may_still_be_shown(client: Client) -> None:
    picture = make_picture()
    version = make_version(picture=picture)
    response = client.get(picture.url(800))
    response.getvalue()
    assert response["Cache-Control"] == "public, max-age=3600, s-maxage=10"
    assert "Vary" not in response
    assert not response.cookies
    again = {"If-None-Match": response["ETag"]}
    assert client.get(picture.url(800), headers=again).status_code == 304
    PublishedVersion.objects.filter(pk=version.pk).update(visible_until=NOON)
    assert client.get(picture.url(800), headers=again).status_code == 404


def test_people_at_the_desk_get_every_picture_for_themselves(client: Client) -> None:
    picture = make_picture()
    client.force_login(managing_editor())
    response = client.get(picture.url(800))
    response.getvalue()
    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"

    for other in (reporter(), User.objects.create_user("reader")):
        client.force_login(other)
        assert status(client, picture) == 404


def test_a_session_that_is_over_shows_none(client: Client, clock: Traveller, settings: Any) -> None:
    picture = make_picture()
    client.force_login(managing_editor())
    client.get("/admin/")
    assert status(client, picture) == 200
    clock.shift(settings.NEWSROOM_SESSION_IDLE_SECONDS + 1)
    assert status(client, picture) == 404


@pytest.mark.parametrize("versions", [1, 30])
def test_a_picture_takes_two_queries_however_often_it_was_used(
    client: Client, versions: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    picture = make_picture()
    for _ in range(versions):
        make_version(make_story(), picture=picture)
    with django_assert_num_queries(2):
        client.get(picture.url(800)).getvalue()
