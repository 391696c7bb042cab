"""Two people who change the same at the same moment: the second is told, and no words are lost."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from threading import Thread
from time import sleep
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from taggit.models import Tag

from articles import live, publishing, writing
from articles.models import Author, Place, Section
from articles.stories import working_copy_of
from newsroom.accounts.models import User
from tests.factories import make_author, make_section, make_user
from tests.helpers import draft, managing_editor, send_form, sent

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def client() -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(managing_editor())
    return client


def meanwhile(ask: Callable[[], Any], other: Callable[[], object]) -> Any:
    """Return the answer to what is asked while `other` is done and not yet committed."""
    answers = []

    def run() -> None:
        try:
            answers.append(ask())
        finally:
            connection.close()

    thread = Thread(target=run)
    with transaction.atomic():
        other()
        thread.start()
        sleep(0.7)
    thread.join()
    return answers[0]


def page(name: str, *args: Any) -> str:
    return reverse(f"admin:{name}", args=args)


MODELS: dict[str, Any] = {"section": Section, "author": Author, "place": Place, "account": User}
PASSWORD = "quite-a-long-one-27"
ADDED: dict[str, tuple[str, dict[str, str], Callable[[], object]]] = {
    "section": (
        "articles_section",
        {"name": "World", "slug": "world", "position": "1"},
        lambda: make_section(name="World", slug="world"),
    ),
    "author": ("articles_author", {"name": "Ana", "bio": "B"}, lambda: make_author(name="Ana")),
    "place": ("articles_place", {"name": "Astana"}, lambda: Place.objects.create(name="Astana")),
    "account": (
        "accounts_user",
        {
            "username": "ana",
            "display_name": "Ana",
            "email": "ana@a.test",
            "password1": PASSWORD,
            "password2": PASSWORD,
        },
        lambda: make_user("ana"),
    ),
}


def test_what_two_add_at_once_is_there_once(client: Client) -> None:
    for what, (name, fields, add) in ADDED.items():
        answer = meanwhile(partial(client.post, page(f"{name}_add"), fields), add)
        assert answer.status_code in (200, 409), what
        column, typed = next(iter(fields.items()))
        # What was typed is not lost.
        assert typed in answer.text
        assert MODELS[what]._default_manager.filter(**{column: typed}).count() == 1


def test_a_section_is_deleted_while_a_story_is_saved_with_it(client: Client) -> None:
    story, section = draft(), make_section(name="World", slug="world")
    fields = sent(story, section=str(section.pk), headline="My words")
    answer = meanwhile(
        lambda: client.post(page("articles_story_change", story.pk), fields),
        lambda: publishing.delete_section(section),
    )
    assert answer.status_code in (200, 409), answer.status_code
    assert "My words" in answer.text
    story.refresh_from_db()
    assert story.section is None


def test_a_story_is_deleted_twice(client: Client) -> None:
    story = draft()
    answer = meanwhile(
        lambda: client.post(page("articles_story_delete", story.pk), {"post": "yes"}),
        lambda: writing.delete(story, by=managing_editor()),
    )
    assert answer.status_code in (302, 404, 409), answer.status_code


def test_what_was_typed_into_a_form_of_a_deleted_story_is_shown(client: Client) -> None:
    words = {"headline": "My words", "reason": "My words", "body": "My words", "do": "save"}
    for name in ("change", "embargo", "live", "notes", "restore_revision"):
        story = draft()
        more = [1] if name == "restore_revision" else []
        url = page(f"articles_story_{name}", story.pk, *more)
        writing.delete(story, by=managing_editor())
        answer = client.post(url, words)
        assert answer.status_code in (404, 409), name
        assert "My words" in answer.text, name


def test_an_action_and_an_entry_meet_their_deletion(client: Client) -> None:
    story, by = draft(), managing_editor()
    url, words = page("articles_story_embargo", story.pk), {"reason": "My words"}
    answer = meanwhile(lambda: client.post(url, words), lambda: writing.delete(story, by=by))
    assert answer.status_code == 409
    assert "My words" in answer.text

    blog = draft()
    live.start_coverage(blog, by=by)
    entry = live.write_entry(blog, live.EntryCopy(body="<p>Words</p>"), by=by)
    url = page("articles_story_live_entry", blog.pk, entry.pk)
    words = {"do": "save", "body": "<p>My words</p>", "headline": ""}
    answer = meanwhile(lambda: client.post(url, words), lambda: live.delete_entry(entry, by=by))
    assert answer.status_code in (404, 409)
    assert "My words" in answer.text


def test_a_tag_is_renamed_while_it_is_deleted(client: Client) -> None:
    draft(tags=("rain",))
    tag = Tag.objects.get()
    answer = meanwhile(
        lambda: client.post(page("taggit_tag_change", tag.pk), {"name": "Wet"}),
        lambda: writing.delete_tag(tag),
    )
    assert answer.status_code in (200, 302, 404, 409), answer.status_code
    assert not Tag.objects.exists()


def test_a_tag_is_renamed_while_a_story_is_saved_with_it(client: Client) -> None:
    story = draft(tags=("rain",))
    copy = replace(working_copy_of(story), tags=("rain", "snow"))
    tag = Tag.objects.get()
    answer = meanwhile(
        lambda: send_form(client, page("taggit_tag_change", tag.pk), {"name": "Wet"}),
        lambda: writing.save(story, copy, by=managing_editor()),
    )
    assert answer.status_code == 302
    assert {one.name for one in story.tags.all()} == {"Wet", "snow"}
