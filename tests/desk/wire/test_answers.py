"""What editors answer to wire copy: dismissed, a story of its own, withdrawn, under embargo."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from articles import publishing, wire, writing
from articles.core import clock
from articles.models import Embargo, Story, WireCopy
from articles.wire import Receipt
from newsroom.accounts.models import User
from tests.desk.wire.test_import_copy import compare, take_in
from tests.helpers import NEXT_YEAR, confirm, sent

pytestmark = pytest.mark.django_db

Desk = Callable[[User], Client]
FIRST, SECOND = b"A headline here\n\nFirst words.\n", b"A headline here\n\nOther words.\n"
KILL = b"KILL: A headline here\n\nThe story is wrong.\n"
EMBARGO = f"EMBARGOED UNTIL 12 NOON GMT 3 SEPT {NEXT_YEAR}"
UNDER_EMBARGO = f"{EMBARGO}\n\nA headline here\n\nFirst words.\n".encode()


def form(story: Story) -> str:
    return reverse("admin:articles_story_change", args=[story.pk])


def test_an_update_is_dismissed(desk: Desk, writer: User) -> None:
    client = desk(writer)
    take_in(client, "", ("1", FIRST), ("2", SECOND))
    offer, story = WireCopy.objects.get(outcome="offered"), Story.objects.get()
    assert "Dismiss update" in client.get(compare(offer)).text

    assert client.post(compare(offer), {"_dismiss": "1"})["Location"] == form(story)

    offer.refresh_from_db()
    assert offer.outcome == "dismissed"
    assert compare(offer) not in client.get(form(story)).text
    assert "2: already imported." in take_in(client, "", ("2", SECOND))


def test_an_update_becomes_a_story_of_its_own(desk: Desk, writer: User) -> None:
    client = desk(writer)
    take_in(client, "", ("1", FIRST), ("2", SECOND))
    offer, first = WireCopy.objects.get(outcome="offered"), Story.objects.get()

    response = client.post(compare(offer), {"_own_story": "1"})

    second = Story.objects.exclude(pk=first.pk).get()
    assert response["Location"] == form(second)
    assert "Other words." in second.body


def test_a_withdrawal_warns_whoever_opens_the_story_and_leads_to_withdrawing(
    desk: Desk, writer: User, managing_editor: User
) -> None:
    take_in(desk(managing_editor), "", ("1", FIRST))
    story = Story.objects.get()
    publishing.publish(writing.make_ready(story, by=managing_editor), by=managing_editor)
    told = take_in(desk(writer), "", ("kill.txt", KILL))
    assert "kill.txt: withdrawal by the agency." in told
    notice = WireCopy.objects.get(outcome="kill")
    page = reverse("admin:articles_wirecopy_withdrawal", args=[notice.pk])
    withdraw = reverse("admin:articles_story_withdraw", args=[story.pk])

    for person in (writer, managing_editor):
        assert "The agency has withdrawn this story" in desk(person).get(form(story)).text
        assert "The story is wrong." in desk(person).get(page).text
        assert page in desk(person).get(form(story)).text
    # On the first page, it is a question to those who can answer it.
    assert page not in desk(writer).get("/admin/").text
    assert page in desk(managing_editor).get("/admin/").text
    boss = desk(managing_editor)
    assert withdraw in boss.get(page).text
    assert "_follow" not in desk(writer).get(page).text
    assert "changed since you opened" in boss.post(page, {"_follow": "1", "shown": "1-1-1"}).text
    assert confirm(boss, page, {"_follow": "1"})["Location"] == form(story)
    assert not story.published_versions.visible(story.audit_log.latest("at").at).exists()
    assert page not in boss.get("/admin/").text
    undo = boss.get(reverse("admin:articles_story_reinstate", args=[story.pk])).text
    assert "The agency has withdrawn this story" in undo


def test_a_notice_cancels_what_is_scheduled(desk: Desk, managing_editor: User) -> None:
    boss = desk(managing_editor)
    take_in(boss, "", ("1", FIRST))
    story = writing.make_ready(Story.objects.get(), by=managing_editor)
    at = clock.now() + timedelta(hours=3)
    publishing.schedule(story, by=managing_editor, at=at)
    take_in(boss, "", ("kill.txt", KILL))
    notice = WireCopy.objects.get(outcome="kill")
    page = reverse("admin:articles_wirecopy_withdrawal", args=[notice.pk])
    assert "This will be published unless somebody cancels it" in boss.get(page).text
    assert confirm(boss, page, {"_follow": "1"})["Location"] == form(story)
    assert not story.published_versions.visible(at).exists()


@pytest.mark.parametrize("count", [1, 3, 30])
def test_the_start_page_asks_once_for_all_notices(
    count: int, desk: Desk, managing_editor: User, django_assert_max_num_queries: Any
) -> None:
    boss = desk(managing_editor)
    for number in range(count):
        article = f"Headline {number} here\n\nFirst words.\n"
        take_in(boss, "", ("1", article.encode()), ("2", b"KILL: " + article.encode()))
    with django_assert_max_num_queries(9):
        text = boss.get("/admin/").text
    assert text.count("/withdrawal/") == min(count, 20)


def test_a_withdrawn_story_may_stay(desk: Desk, managing_editor: User) -> None:
    boss = desk(managing_editor)
    take_in(boss, "", ("1", FIRST), ("kill.txt", KILL))
    story, notice = Story.objects.get(), WireCopy.objects.get(outcome="kill")
    page = reverse("admin:articles_wirecopy_withdrawal", args=[notice.pk])

    assert boss.post(page)["Location"] == form(story)

    assert "The agency has withdrawn" not in boss.get(form(story)).text
    assert boss.get(page).status_code == 404


def test_the_embargo_of_the_copy_is_set(desk: Desk, managing_editor: User) -> None:
    boss = desk(managing_editor)
    take_in(boss, "", ("1", UNDER_EMBARGO))
    story = Story.objects.get()
    url = reverse("admin:articles_story_embargo", args=[story.pk])
    shown = boss.get(form(story)).text
    assert "Is there an embargo?" in shown
    assert EMBARGO in shown
    asked = boss.get(url).context["form"]
    assert asked.initial["reason"] == EMBARGO

    data = {"at": asked["at"].value().isoformat(), "reason": asked.initial["reason"]}
    assert confirm(boss, url, data).status_code == 302

    assert Embargo.objects.get().until.isoformat() == f"{NEXT_YEAR}-09-03T12:00:00+00:00"
    assert "Is there an embargo?" not in boss.get(form(story)).text


def test_an_editor_answers_that_there_is_no_embargo(desk: Desk, managing_editor: User) -> None:
    boss = desk(managing_editor)
    take_in(boss, "", ("1", UNDER_EMBARGO))
    story = Story.objects.get()
    refused = boss.post(form(story), sent(story, _publish="1"), follow=True)
    assert "set the embargo, or answer that there is none" in refused.text

    story.refresh_from_db()
    boss.post(form(story), sent(story, _embargo_none="1"))

    assert "Is there an embargo?" not in boss.get(form(story)).text
    assert story.audit_log.filter(action="embargo_denied").exists()


def test_a_file_that_is_too_large_is_refused_unread(
    desk: Desk, writer: User, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    settings.NEWSROOM_WIRE_MAX_BYTES = 100
    read: list[str] = []

    def ingest(source: bytes, *, name: str, **more: Any) -> Receipt:
        read.append(name)
        return wire.ingest(source, name=name, **more)

    monkeypatch.setattr("articles.desk.wire.import_copy.ingest", ingest)
    told = take_in(desk(writer), "", ("large.txt", b"x" * 101), ("2", FIRST))
    assert "large.txt: failed." in told
    assert "NEWSROOM_WIRE_MAX_BYTES" in told
    assert "2: created." in told
    assert read == ["2"]
