"""The words of the lead picture, changed in the story's form for this story alone."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles import publishing, writing
from articles.models import Picture, Story
from articles.people import EDITOR, REPORTER
from articles.stories import LeadWords, WorkingCopy, problems, working_copy_of
from newsroom.accounts.models import User
from tests.factories import NOON, make_picture
from tests.helpers import draft, managing_editor, person, sent

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


def own(story: Story) -> LeadWords:
    return working_copy_of(Story.objects.get(pk=story.pk)).lead_words


def test_what_is_changed_is_this_storys_and_the_rest_follows_the_newsroom(
    desk: Desk, story: Story, picture: Picture
) -> None:
    Picture.objects.filter(pk=picture.pk).update(credit="By another meanwhile")
    client = desk(person(EDITOR))
    data = sent(story, lead_picture=picture.pk, **as_shown(picture, caption="Flags\r\n at  dawn"))
    assert client.post(form(story), data).status_code == 302
    assert words(picture) == {**WORDS, "credit": "By another meanwhile"}
    assert own(story) == LeadWords(caption="Flags at dawn")
    page = client.get(form(story)).text
    assert "Flags at dawn" in page
    assert "By another meanwhile" in page

    story = writing.make_ready(Story.objects.get(pk=story.pk), by=managing_editor())
    version = publishing.publish(story, by=managing_editor())
    frozen = version.content["picture"]
    assert {name: frozen[name] for name in WORDS} == {
        "alt": "Flags",
        "caption": "Flags at dawn",
        "credit": "By another meanwhile",
    }


def test_words_made_the_newsrooms_again_follow_it(
    desk: Desk, story: Story, picture: Picture
) -> None:
    client = desk(person(EDITOR))
    data = sent(story, lead_picture=picture.pk, **as_shown(picture, caption="Flags at dawn"))
    client.post(form(story), data)
    story.refresh_from_db()
    back = as_shown(picture) | {"initial-lead-caption": "Flags at dawn"}
    assert client.post(form(story), sent(story, lead_picture=picture.pk, **back)).status_code == 302
    assert own(story) == LeadWords()
    assert Story.objects.get(pk=story.pk).lead_words is None


def test_a_preview_shows_them_unsaved(desk: Desk, story: Story, picture: Picture) -> None:
    data = sent(story, lead_picture=picture.pk, **as_shown(picture, caption="Flags at dawn"))
    preview = reverse("admin:articles_story_preview", args=[story.pk])
    assert "Flags at dawn" in desk(person(EDITOR)).post(preview, data).text
    assert own(story) == LeadWords()


def test_they_are_not_those_of_another_picture(desk: Desk, story: Story, picture: Picture) -> None:
    client = desk(person(EDITOR))
    data = sent(story, lead_picture=picture.pk, **as_shown(picture, caption="Flags at dawn"))
    client.post(form(story), data)
    story.refresh_from_db()
    other = make_picture(caption="A river")
    data = sent(story, lead_picture=other.pk, **as_shown(picture, caption="Flags at dusk"))
    assert client.post(form(story), data).status_code == 302
    assert own(story) == LeadWords()
    assert words(other)["caption"] == "A river"


def test_a_reporter_words_the_lead_picture_of_their_own_draft(desk: Desk, picture: Picture) -> None:
    reporter = person(REPORTER)
    copy = WorkingCopy("Harvest begins", body="<p>It has begun.</p>", lead_picture=picture)
    story = writing.create(copy, by=reporter)
    client = desk(reporter)
    data = sent(story, lead_picture=picture.pk, **as_shown(picture, caption="Mine"))
    assert client.post(form(story), data).status_code == 302
    assert own(story) == LeadWords(caption="Mine")
    assert words(picture) == WORDS
    # A request that sends none of them changes none.
    story.refresh_from_db()
    assert client.post(form(story), sent(story, lead_picture=picture.pk)).status_code == 302
    assert own(story) == LeadWords(caption="Mine")


def test_own_words_are_enough_to_publish_and_come_back_with_a_revision() -> None:
    bare = make_picture()
    own_words = LeadWords("Flags", "At noon", "A/Agency")
    story = draft(lead_picture=bare, lead_words=own_words)
    assert problems(working_copy_of(story), NOON) == []
    first = story.revisions.get()
    without = writing.save(story, WorkingCopy("Harvest begins"), by=managing_editor())
    assert own(without) == LeadWords()
    writing.restore_revision(first, by=managing_editor())
    assert own(story) == own_words


@pytest.mark.parametrize("key", ["", "0", "x", "9" * 30, "\0"])
def test_what_is_no_picture_is_refused_or_none(
    desk: Desk, story: Story, picture: Picture, key: str
) -> None:
    data = sent(story, lead_picture=key, **as_shown(picture, caption="x" * 501) | {"lead-of": key})
    assert desk(person(EDITOR)).post(form(story), data).status_code == 200
    assert words(picture) == WORDS
    assert own(story) == LeadWords()
