"""Notices at the desk: in the bar, on the start page, and on a page of their own."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles import writing
from articles.models import Notice, Story
from articles.people import EDITOR, MODERATOR, REPORTER
from articles.stories import WorkingCopy
from newsroom.accounts.models import User
from tests.factories import NOON
from tests.helpers import person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
Desk = Callable[[User], Client]
ALL = "/admin/articles/notice/"


@pytest.fixture
def ana() -> User:
    return person(REPORTER, "ana")


def story_of(writer: User, headline: str = "Harvest begins") -> Story:
    return writing.create(WorkingCopy(headline, body="<p>The harvest.</p>"), by=writer)


def mention(story: Story, text: str = "@ana Xylophon?") -> Notice:
    writing.add_note(story, text, by=person(EDITOR, "bo"))
    return Notice.objects.latest("pk")


def test_the_bar_counts_what_is_unread_until_it_is_read(desk: Desk, ana: User) -> None:
    story, client = story_of(ana), desk(ana)
    notice = mention(story)
    stories = reverse("admin:articles_story_changelist")
    assert "<span>1</span>" in client.get(stories).text
    assert "Xylophon?" in client.get(reverse("admin:index")).text
    opened = client.get(reverse("admin:articles_notice", args=[notice.pk]))
    form = reverse("admin:articles_story_change", args=[story.pk])
    assert opened["Location"] == f"{form}#note-{notice.note_id}"
    assert "<span></span>" in client.get(stories).text
    assert "Xylophon?" not in client.get(reverse("admin:index")).text
    assert "Xylophon?" in client.get(ALL).text


def test_an_answer_leads_to_the_note_that_it_answers(desk: Desk, ana: User) -> None:
    note = writing.add_note(story_of(ana), "Who says so?", by=ana)
    writing.answer_note(note, "I do.", by=person(EDITOR, "bo"))
    opened = desk(ana).get(reverse("admin:articles_notice", args=[Notice.objects.get().pk]))
    assert opened["Location"].endswith(f"#note-{note.pk}")


def test_all_are_marked_read_at_once(desk: Desk, ana: User) -> None:
    for at in range(3):
        mention(story_of(ana, f"Story {at}"))
    client = desk(ana)
    part = client.post(ALL, {"part": 1})
    assert "is-unread" not in part.text
    assert "<html" not in part.text
    assert client.post(ALL)["Location"] == ALL
    assert not Notice.objects.unread_by(ana).exists()


def test_nobody_reads_or_marks_what_is_for_another(desk: Desk, ana: User) -> None:
    notice = mention(story_of(ana))
    for client in (desk(person(EDITOR, "bo")), desk(person(REPORTER, "cy"))):
        assert client.get(reverse("admin:articles_notice", args=[notice.pk])).status_code == 404
        client.post(ALL)
        assert "Xylophon" not in client.get(ALL).text
    assert Client().get(ALL).status_code == 302
    assert Notice.objects.unread_by(ana).count() == 1


def test_who_may_no_longer_view_the_story_gets_none_of_its_words(desk: Desk, ana: User) -> None:
    notice = mention(story_of(ana, "Secret merger"))
    client = desk(person(MODERATOR, "ana"))
    for url in (ALL, f"{ALL}?part=1", reverse("admin:index"), reverse("admin:articles_start")):
        page = client.get(url).text
        assert "A story that you may no longer view" in page
        for words in ("Secret", "Xylophon", "bo mentioned"):
            assert words not in page
    opened = client.get(reverse("admin:articles_notice", args=[notice.pk]))
    assert opened["Location"] == ALL


@pytest.mark.parametrize("page", ["", "0", "-1", "x", "9" * 40])
def test_any_page_number_shows_a_page(desk: Desk, ana: User, page: str) -> None:
    mention(story_of(ana))
    assert "Xylophon?" in desk(ana).get(ALL, {"p": page}).text


@pytest.mark.parametrize("number", [1, 3, 30])
def test_they_are_read_in_one_query(desk: Desk, ana: User, number: int) -> None:
    for at in range(number):
        mention(story_of(ana, f"Story {at}"))
    client = desk(ana)
    client.get(ALL, {"part": 1})
    with CaptureQueriesContext(connection) as captured:
        client.get(ALL, {"part": 1})
    # The session, the account, its permissions; the notices.
    assert len(captured) == 4


def test_a_long_list_comes_in_pages(desk: Desk, ana: User) -> None:
    note = writing.add_note(story_of(ana), "Old", by=person(EDITOR, "bo"))
    others = [
        writing.add_note(note.story, f"Note {at}", by=person(EDITOR, "bo")) for at in range(60)
    ]
    Notice.objects.bulk_create(
        Notice(to=ana, kind="mentioned", story=note.story, note=other, at=NOON) for other in others
    )
    client = desk(ana)
    assert client.get(ALL).text.count('class="is-unread"') == 50
    assert client.get(ALL, {"p": 2}).text.count('class="is-unread"') == 10


def test_the_start_page_asks_again_when_there_is_a_new_notice(desk: Desk, ana: User) -> None:
    story, client = story_of(ana), desk(ana)
    url = reverse("admin:articles_start")
    etag = client.get(url)["ETag"]
    assert client.get(url, headers={"If-None-Match": etag}).status_code == 304
    mention(story)
    changed = client.get(url, headers={"If-None-Match": etag})
    assert changed.status_code == 200
    assert 'data-unread="1"' in changed.text
