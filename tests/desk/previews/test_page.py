"""The page on which previews are shared and revoked."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles import previews, publishing, writing
from articles.models import PreviewLink, Story
from articles.people import EDITOR, MODERATOR, REPORTER
from articles.stories import WorkingCopy, working_copy_of
from newsroom.accounts.models import User
from tests.helpers import managing_editor, person, send_form

pytestmark = pytest.mark.django_db
Desk = Callable[[User], Client]


def url(story: Story) -> str:
    return reverse("admin:articles_story_previews", args=[story.pk])


def test_a_link_is_made_copied_used_and_revoked(desk: Desk, story: Story) -> None:
    client = desk(person(EDITOR))
    sent = {"do": "share", "for_whom": "Dr Weber", "days": "7"}
    assert send_form(client, url(story), sent)["Location"] == url(story)
    link = PreviewLink.objects.get()
    assert (link.expires_at - link.made_at).days == 7
    path = previews.preview_url(link)
    assert f"http://testserver{path}" in client.get(url(story)).text
    assert Client().get(path, REMOTE_ADDR="192.0.2.7").status_code == 200
    page = client.get(url(story)).text
    assert "Opened 1 time" in page
    assert "192.0.2.7" in page
    client.post(url(story), {"revoke": str(link.pk)})
    page = client.get(url(story)).text
    assert path not in page
    assert "revoked" in page
    assert Client().get(path).status_code == 404


def test_the_menu_offers_it_to_those_who_may(desk: Desk, story: Story) -> None:
    form = reverse("admin:articles_story_change", args=[story.pk])
    assert url(story) in desk(person(EDITOR)).get(form).text
    assert url(story) not in desk(person(REPORTER)).get(form).text


def test_it_says_that_an_embargo_has_stopped_a_link(desk: Desk, story: Story) -> None:
    link = previews.share_preview(story, by=managing_editor(), for_whom="Dr Weber", days=7)
    until = timezone.now() + timedelta(hours=3)
    publishing.set_embargo(story, by=managing_editor(), until=until, reason="They ask.")
    page = desk(person(EDITOR)).get(url(story)).text
    assert previews.preview_url(link) not in page
    assert "stopped by an embargo" in page
    assert "The page says that the story is under embargo until" in page


def test_a_reporter_reads_why_an_own_story_under_embargo_is_not_shared(desk: Desk) -> None:
    ana = person(REPORTER, "ana")
    story = writing.create(WorkingCopy("Hers"), by=ana)
    until = timezone.now() + timedelta(hours=3)
    publishing.set_embargo(story, by=ana, until=until, reason="They ask.")
    page = desk(ana).get(url(story)).text
    assert "ask somebody who may change the embargo" in page
    link = previews.share_preview(story, by=person(EDITOR), for_whom="Dr Weber", days=7)
    page = desk(ana).get(url(story)).text
    assert "Dr Weber" in page
    assert previews.preview_url(link) not in page
    assert previews.preview_url(link) in desk(person(EDITOR)).get(url(story)).text
    assert "Make the link" not in page


@pytest.mark.parametrize("role", [REPORTER, MODERATOR, ""])
def test_who_may_not_share_it_gets_no_page(desk: Desk, story: Story, role: str) -> None:
    client = desk(person(role))
    for answer in (client.get(url(story)), client.post(url(story), {"do": "share"})):
        assert answer.status_code == 403
    assert not PreviewLink.objects.exists()


@pytest.mark.parametrize(
    "sent",
    [
        {"do": "share"},
        {"do": "share", "for_whom": "", "days": "7"},
        {"do": "share", "for_whom": "x", "days": "8"},
        {"do": "share", "for_whom": "x", "days": "9" * 99},
        {"do": "share", "for_whom": "x" * 121, "days": "7"},
        {"do": "share", "for_whom": "\0", "days": "7"},
        {"do": "share", "for_whom": "\u200b", "days": "7"},
    ],
)
def test_what_does_not_fit_is_said(desk: Desk, story: Story, sent: dict[str, Any]) -> None:
    page = send_form(desk(person(EDITOR)), url(story), sent)
    assert page.status_code == 200
    assert "error" in page.text
    assert not PreviewLink.objects.exists()


def test_words_that_were_saved_meanwhile_are_not_shared_unseen(desk: Desk, story: Story) -> None:
    client = desk(person(EDITOR))
    sent = {"do": "share", "for_whom": "Dr Weber", "days": "7"}
    sent["shown"] = str(client.get(url(story)).context["shown"])
    copy = replace(working_copy_of(story), headline="Unseen words")
    writing.save(story, copy, by=managing_editor())

    again = client.post(url(story), sent)

    assert not PreviewLink.objects.exists()
    assert "saved by managing_editor" in again.text
    assert "Dr Weber" in again.text
    sent["shown"] = str(again.context["shown"])
    # Sent twice, there is one link.
    for _ in range(2):
        client.post(url(story), sent)
    assert PreviewLink.objects.get().revision == story.revisions.first()


@pytest.mark.parametrize("shown", [None, "", "x", "-1-1-1", "9" * 30 + "-1-1"])
def test_a_page_that_does_not_say_what_it_showed_shares_nothing(
    desk: Desk, story: Story, shown: str | None
) -> None:
    sent = {"do": "share", "for_whom": "Dr Weber", "days": "7"}
    sent |= {} if shown is None else {"shown": shown}
    page = desk(person(EDITOR)).post(url(story), sent)
    assert "This page did not say what it showed." in page.text
    assert not PreviewLink.objects.exists()


@pytest.mark.parametrize("key", ["", "x", "0", "9" * 40, "\0"])
def test_revoking_what_is_not_there_does_nothing(desk: Desk, story: Story, key: str) -> None:
    assert desk(person(EDITOR)).post(url(story), {"revoke": key}).status_code in {302, 400}


@pytest.mark.parametrize("number", [1, 3, 30])
def test_links_and_their_uses_take_no_queries_each(desk: Desk, story: Story, number: int) -> None:
    by = managing_editor()
    for at in range(2 * number):
        link = previews.share_preview(story, by=by, for_whom=f"No. {at}", days=1)
        Client().get(previews.preview_url(link))
        if at % 2:
            previews.revoke_preview(link, by=by)
    client = desk(person(EDITOR))
    client.get(url(story))
    with CaptureQueriesContext(connection) as captured:
        client.get(url(story))
    assert len(captured) <= 17
