"""Deciding on related links."""

from collections.abc import Callable

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles import writing
from articles.links import moderation
from articles.models import RelatedLink, Story
from articles.stories import WorkingCopy
from newsroom.accounts.models import User

Desk = Callable[[User], Client]
LIST = "/admin/articles/relatedlink/"


@pytest.fixture
def link(story: Story, writer: User) -> RelatedLink:
    other = writing.create(WorkingCopy(headline="Other"), by=writer)
    return moderation.suggest(story, by=writer, target=other)


@pytest.mark.parametrize(("action", "state"), [("approve", "approved"), ("reject", "rejected")])
def test_links_are_decided_in_the_list(
    desk: Desk, managing_editor: User, link: RelatedLink, action: str, state: str
) -> None:
    client = desk(managing_editor)
    assert list(client.get(LIST).context["cl"].result_list) == [link]

    client.post(LIST, {"action": action, "_selected_action": [link.pk]})

    link.refresh_from_db()
    assert (link.state, link.decided_by) == (state, managing_editor)
    assert list(client.get(LIST).context["cl"].result_list) == []
    assert list(client.get(LIST, {"state": state}).context["cl"].result_list) == [link]


def test_one_link_is_decided_with_a_reason(
    desk: Desk, managing_editor: User, link: RelatedLink
) -> None:
    client = desk(managing_editor)
    assert "Reject" in client.get(f"{LIST}{link.pk}/change/").text

    client.post(
        reverse("admin:articles_relatedlink_decide", args=[link.pk]),
        {"decision": "reject", "reason": "Too old"},
    )

    link.refresh_from_db()
    assert (link.state, link.reason, link.decided_by) == ("rejected", "Too old", managing_editor)


def test_a_reason_that_cannot_be_stored_is_refused_with_a_message(
    desk: Desk, managing_editor: User, link: RelatedLink
) -> None:
    decision = {"decision": "reject", "reason": "Too\0old"}
    url = reverse("admin:articles_relatedlink_decide", args=[link.pk])

    response = desk(managing_editor).post(url, decision, follow=True)

    assert "Null characters are not allowed." in response.text
    link.refresh_from_db()
    assert link.state == "suggested"


def test_who_may_not_decide_sees_no_buttons_and_is_refused(
    desk: Desk, writer: User, link: RelatedLink
) -> None:
    client = desk(writer)
    assert "Reject" not in client.get(f"{LIST}{link.pk}/change/").text

    client.post(LIST, {"action": "approve", "_selected_action": [link.pk]})
    address = reverse("admin:articles_relatedlink_decide", args=[link.pk])

    assert client.post(address, {"decision": "approve"}).status_code == 403
    link.refresh_from_db()
    assert link.state == "suggested"


def test_what_waits_for_its_story_cannot_be_decided(
    desk: Desk, managing_editor: User, story: Story
) -> None:
    link = RelatedLink.objects.create(
        story=story, key="k3y0k3y0", headline="Later", headline_key="later", state="waiting"
    )

    response = desk(managing_editor).post(
        LIST, {"action": "approve", "_selected_action": [link.pk]}, follow=True
    )
    assert "state=" not in LIST
    link.refresh_from_db()
    assert link.state == "waiting"
    assert response.status_code == 200


def test_it_says_where_a_link_leads_and_when_it_was_suggested(
    clock: time_machine.TimeMachineFixture, desk: Desk, managing_editor: User, link: RelatedLink
) -> None:
    client = desk(managing_editor)
    with timezone.override("Europe/London"):
        listed = client.get(LIST).text
        shown = client.get(f"{LIST}{link.pk}/change/").text
    address = reverse("admin:articles_story_change", args=[link.target_id])
    assert f'<a href="{address}">Other</a>' in shown
    for text in (listed, shown):
        assert "1 September 2025, 13:00 BST" in text
        assert "eads to" in text
