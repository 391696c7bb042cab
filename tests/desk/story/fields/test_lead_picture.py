"""The words of the lead picture, changed in the story's form."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles import writing
from articles.models import Picture, Story
from articles.people import EDITOR, REPORTER
from articles.stories import WorkingCopy
from newsroom.accounts.models import User
from tests.factories import make_picture
from tests.helpers import draft, person, sent

pytestmark = pytest.mark.django_db

Desk = Callable[[User], Client]
WORDS = {"alt": "Flags", "caption": "Flags at noon", "credit": "A/Agency"}


@pytest.fixture
def picture() -> Picture:
    return make_picture(**WORDS)


@pytest.fixture
def story(picture: Picture) -> Story:
    return draft(lead_picture=picture)


def form(story: Story) -> str:
    return reverse("admin:articles_story_change", args=[story.pk])


def as_shown(picture: Picture, **changed: str) -> dict[str, Any]:
    """Return what the card sends, with these words changed."""
    shown = {f"initial-lead-{name}": value for name, value in WORDS.items()}
    now = {f"lead-{name}": value for name, value in (WORDS | changed).items()}
    return shown | now | {"lead-of": str(picture.pk)}


def words(picture: Picture) -> dict[str, str]:
    found: dict[str, str] = Picture.objects.values(*WORDS).get(pk=picture.pk)
    return found


def test_only_what_was_changed_is_saved(desk: Desk, story: Story, picture: Picture) -> None:
    Picture.objects.filter(pk=picture.pk).update(credit="By another meanwhile")
    data = sent(story, lead_picture=picture.pk, **as_shown(picture, caption="Flags\r\n at  dawn"))
    assert desk(person(EDITOR)).post(form(story), data).status_code == 302
    assert words(picture) == {**WORDS, "caption": "Flags at dawn", "credit": "By another meanwhile"}


def test_a_preview_shows_them_unsaved(desk: Desk, story: Story, picture: Picture) -> None:
    data = sent(story, lead_picture=picture.pk, **as_shown(picture, caption="Flags at dawn"))
    preview = reverse("admin:articles_story_preview", args=[story.pk])
    assert "Flags at dawn" in desk(person(EDITOR)).post(preview, data).text
    assert words(picture) == WORDS


def test_they_are_not_those_of_another_picture(desk: Desk, story: Story, picture: Picture) -> None:
    other = make_picture(caption="A river")
    data = sent(story, lead_picture=other.pk, **as_shown(picture, caption="Flags at dawn"))
    assert desk(person(EDITOR)).post(form(story), data).status_code == 302
    assert words(picture) == WORDS
    assert words(other)["caption"] == "A river"


def test_who_may_not_change_pictures_reads_them_only(desk: Desk, picture: Picture) -> None:
    reporter = person(REPORTER)
    copy = WorkingCopy("Harvest begins", body="<p>It has begun.</p>", lead_picture=picture)
    story = writing.create(copy, by=reporter)
    client = desk(reporter)
    page = client.get(form(story)).text
    assert "Flags at noon" in page
    assert 'name="lead-caption"' not in page
    data = sent(story, lead_picture=picture.pk, **as_shown(picture, caption="Mine"))
    assert "You may not change the words of pictures." in client.post(form(story), data).text
    assert words(picture) == WORDS
    # What sends none of them changes none.
    assert client.post(form(story), sent(story, lead_picture=picture.pk)).status_code == 302
    assert words(picture) == WORDS


@pytest.mark.parametrize("key", ["", "0", "x", "9" * 30, "\0"])
def test_what_is_no_picture_is_refused_or_none(
    desk: Desk, story: Story, picture: Picture, key: str
) -> None:
    data = sent(story, lead_picture=key, **as_shown(picture, caption="x" * 501) | {"lead-of": key})
    assert desk(person(EDITOR)).post(form(story), data).status_code == 200
    assert words(picture) == WORDS
