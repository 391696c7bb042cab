"""Notes at the desk: with and without JavaScript, by role, and with hostile input."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles import publishing, writing
from articles.body import Quote
from articles.models import Note, Story
from articles.people import EDITOR, MANAGING_EDITOR, MODERATOR, REPORTER
from newsroom.accounts.models import User
from tests.helpers import managing_editor, person, ready

pytestmark = pytest.mark.django_db
Desk = Callable[[User], Client]


def url(story: Story) -> str:
    return reverse("admin:articles_story_notes", args=[story.pk])


def form(story: Story) -> str:
    return reverse("admin:articles_story_change", args=[story.pk])


def add(client: Client, story: Story, text: str, **more: Any) -> Any:
    return client.post(url(story), {"do": "add", "note-new": text, **more})


def test_a_note_is_added_answered_and_resolved_without_javascript(desk: Desk, story: Story) -> None:
    client, other = desk(person(REPORTER)), desk(person(EDITOR))
    assert add(client, story, "Who says so?").url == f"{form(story)}#story-notes"
    note = Note.objects.get()
    answer = {"do": f"answer-{note.pk}", f"note-answer-{note.pk}": "The mayor."}
    assert other.post(url(story), answer).status_code == 302
    page = client.get(form(story)).text
    assert "Who says so?" in page
    assert "The mayor." in page
    client.post(url(story), {"do": f"resolve-{note.pk}"})
    assert "Resolved by reporter" in client.get(url(story)).text
    client.post(url(story), {"do": f"reopen-{note.pk}"})
    note.refresh_from_db()
    assert note.resolved_at is None


def test_the_page_asks_for_a_first_note(desk: Desk, story: Story) -> None:
    text = desk(person(REPORTER)).get(url(story)).text
    assert re.search(r'<details id="story-notes"[^>]*\bopen>', text)


def test_its_author_edits_and_deletes_it_and_nobody_else(desk: Desk, story: Story) -> None:
    ana, bo = desk(person(REPORTER, "ana")), desk(person(MANAGING_EDITOR, "bo"))
    add(ana, story, "Mine")
    key = Note.objects.get().pk
    edit = {"do": f"edit-{key}", f"note-edit-{key}": "Changed"}
    refused = bo.post(url(story), edit)
    assert "Only its author can change a note" in refused.text
    assert "Changed" in refused.text, "what was typed is still there"
    assert "Answer it instead" in bo.post(url(story), {"do": f"delete-{key}"}).text
    ana.post(url(story), edit)
    assert Note.objects.get().text == "Changed"
    ana.post(url(story), {"do": f"delete-{key}"})
    assert not Note.objects.exists()
    assert "deleted in the meantime" in ana.post(url(story), edit).text


@pytest.mark.parametrize("role", [MODERATOR, ""])
def test_who_may_not_view_drafts_neither_reads_nor_writes(
    desk: Desk, story: Story, role: str
) -> None:
    client = desk(person(role))
    assert client.get(url(story)).status_code == 403
    assert add(client, story, "x").status_code == 403
    assert client.get(reverse("admin:articles_story_people")).status_code == 403
    assert Client().get(url(story)).status_code == 302
    assert not Note.objects.exists()


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"do": ""},
        {"do": "add"},
        {"do": "add", "note-new": "x" * 3000},
        {"do": "add", "note-new": "\0"},
        {"do": "add", "note-new": "x", "exact": "\0"},
        {"do": "add", "note-new": "x", "exact": "y" * 9000},
        {"do": "resolve-"},
        {"do": "resolve-x"},
        {"do": f"resolve-{'9' * 40}"},
        {"do": "answer-1"},
        {"do": "burn-1"},
    ],
)
def test_hostile_input_is_refused_in_words(desk: Desk, story: Story, sent: dict[str, str]) -> None:
    client = desk(person(EDITOR))
    writing.add_note(story, "A", by=managing_editor())
    response = client.post(url(story), sent)
    assert response.status_code == 200
    assert 'role="alert"' in response.text
    assert Note.objects.count() == 1


def test_html_in_a_note_is_text(desk: Desk, story: Story) -> None:
    client = desk(person(EDITOR, "<i>"))
    evil = '<script>alert(1)</script> @"><img src=x>'
    add(client, story, evil, exact='"><script>', prefix="<b>", suffix="</b>")
    for page in (client.get(form(story)), client.get(url(story), {"part": 1})):
        assert "<script>alert" not in page.text
        assert '"><script>' not in page.text.replace("&quot;", "")
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page.text


def test_of_another_story_no_note_is_reached(desk: Desk, story: Story) -> None:
    other = ready("Another")
    note = writing.add_note(other, "A", by=managing_editor())
    assert (
        "deleted in the meantime"
        in desk(person(EDITOR)).post(url(story), {"do": f"resolve-{note.pk}"}).text
    )
    note.refresh_from_db()
    assert note.resolved_at is None


def test_readers_and_previews_get_nothing_of_it(desk: Desk) -> None:
    by, story = managing_editor(), ready("Harvest begins")
    writing.add_note(story, "Xylophon", by=by, quote=Quote("harvest", "The ", " has begun."))
    publishing.publish(story, by=by)
    pages = [Client().get(path) for path in ("/", f"/news/{story.slug}/", "/rss.xml", "/atom.xml")]
    pages.append(desk(by).get(reverse("admin:articles_story_preview", args=[story.pk])))
    pages.append(desk(by).get(reverse("admin:articles_story_history", args=[story.pk])))
    for page in pages:
        assert page.status_code == 200
        assert "Xylophon" not in page.text


def test_two_people_at_once_both_have_their_say(desk: Desk, story: Story) -> None:
    ana, bo = desk(person(REPORTER, "ana")), desk(person(EDITOR, "bo"))
    add(ana, story, "One")
    key = Note.objects.get().pk
    bo.post(url(story), {"do": f"resolve-{key}"})
    # Ana still sees it open, and answers.
    ana.post(url(story), {"do": f"answer-{key}", f"note-answer-{key}": "Wait."})
    assert Note.objects.get(pk=key).resolved_at is None
    assert Note.objects.count() == 2


@pytest.mark.parametrize("number", [1, 3, 30])
def test_the_notes_of_a_story_are_read_in_two_queries(
    desk: Desk, story: Story, number: int
) -> None:
    for at in range(number):
        note = writing.add_note(story, f"@ana {at}", by=person(EDITOR, f"e{at}"))
        writing.answer_note(note, "@e0", by=person(REPORTER, "ana"))
    client = desk(person(MANAGING_EDITOR))
    client.get(url(story), {"part": 1})
    with CaptureQueriesContext(connection) as captured:
        client.get(url(story), {"part": 1})
    # The session, the account, its permissions, the story; the notes, and who is mentioned.
    assert len(captured) == 6


def test_people_are_found_by_either_name_in_any_script(desk: Desk) -> None:
    for name, shown in (("ana", "Ána Költő"), ("bo", "Bo"), ("kolya", "Коля")):
        User.objects.filter(pk=person(EDITOR, name).pk).update(display_name=shown)
    person(MODERATOR, "mo")
    client = desk(person(REPORTER, "me"))
    search = reverse("admin:articles_story_people")

    def found(query: str) -> list[str]:
        return [one["username"] for one in client.get(search, {"q": query}).json()]

    assert found("") == ["ana", "bo", "kolya"]
    assert found("kol") == ["kolya", "ana"]
    assert found("КОЛ") == ["kolya"]
    assert found("mo") == []
    assert found("x" * 99) == []
    assert client.get(search, {"q": "\0"}).status_code < 500
