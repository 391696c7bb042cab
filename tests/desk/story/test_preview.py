"""Previews: the readers' page, for staff only, never cached, and nothing is saved by it."""

from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from articles.models import PublishedVersion, Story
from newsroom.accounts.models import User

Desk = Callable[[User], Client]
FORM = {
    "related_links-TOTAL_FORMS": "0",
    "related_links-INITIAL_FORMS": "0",
    "headline": "Not yet saved",
    "body": "<p>Fresh words.</p>",
    "places": "Astana",
    "summary": "",
    "byline": "",
}


def test_a_saved_story_is_shown_as_readers_would_see_it(
    desk: Desk, writer: User, story: Story
) -> None:
    response = desk(writer).get(reverse("admin:articles_story_preview", args=[story.pk]))

    assert 'class="preview-bar"' in response.text
    assert "The two met on Wednesday." in response.text
    assert "no-store" in response["Cache-Control"]
    assert not PublishedVersion.objects.exists()


def test_an_unsaved_story_is_shown_and_not_saved(desk: Desk, writer: User) -> None:
    response = desk(writer).post(reverse("admin:articles_story_preview_new"), FORM)

    assert "Fresh words." in response.text
    assert ">Astana</a>: " in response.text
    assert "no-store" in response["Cache-Control"]
    assert not Story.objects.exists()


def test_unsaved_changes_are_shown_and_not_saved(desk: Desk, writer: User, story: Story) -> None:
    url = reverse("admin:articles_story_preview", args=[story.pk])

    response = desk(writer).post(url, FORM | {"slug": story.slug, "opened_version": story.version})

    assert "Not yet saved" in response.text
    story.refresh_from_db()
    assert story.headline == "Xi and Putin meet"


def test_what_is_missing_is_told(desk: Desk, writer: User) -> None:
    response = desk(writer).post(
        reverse("admin:articles_story_preview_new"), FORM | {"headline": ""}
    )

    assert "Write a headline." in response.text


def test_only_staff_who_may_read_drafts_get_it(desk: Desk, story: Story) -> None:
    saved = reverse("admin:articles_story_preview", args=[story.pk])
    new = reverse("admin:articles_story_preview_new")
    reader = desk(User.objects.create_user("reader"))
    assert reader.get(saved).status_code == reader.post(new, FORM).status_code == 302

    clerk = desk(User.objects.create_user("clerk", is_staff=True))
    assert clerk.get(saved).status_code == clerk.post(new, FORM).status_code == 403
    # It does not even say what is wrong with a form, or which stories exist.
    assert clerk.post(new, FORM | {"headline": ""}).status_code == 403
    assert clerk.get(reverse("admin:articles_story_preview", args=[0])).status_code == 403
