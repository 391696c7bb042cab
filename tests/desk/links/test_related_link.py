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
from articles.people import EDITOR
from articles.stories import WorkingCopy
from newsroom.accounts.models import User
from tests.helpers import person, relate

Desk = Callable[[User], Client]
LIST = "/admin/articles/relatedlink/"


@pytest.fixture
def link(story: Story, writer: User) -> RelatedLink:
    other = writing.create(WorkingCopy(headline="Other"), by=writer)
    return relate(story, by=writer, target=other)


def shown(*links: RelatedLink) -> dict[str, str]:
    """Return what the list carries of these links."""
    return {f"shown-{link.pk}": moderation.shown_of_link(link) for link in links}


@pytest.mark.parametrize(("action", "state"), [("approve", "approved"), ("reject", "rejected")])
def test_links_are_decided_in_the_list(
    desk: Desk, managing_editor: User, link: RelatedLink, action: str, state: str
) -> None:
    client = desk(managing_editor)
    assert list(client.get(LIST).context["cl"].result_list) == [link]

    assert all(
        f'name="{name}" value="{value}"' in client.get(LIST).text
        for name, value in shown(link).items()
    )
    client.post(LIST, {"action": action, "_selected_action": [link.pk], **shown(link)})

    link.refresh_from_db()
    assert (link.state, link.decided_by) == (state, managing_editor)
    assert list(client.get(LIST).context["cl"].result_list) == []
    assert list(client.get(LIST, {"state": state}).context["cl"].result_list) == [link]


def test_who_may_not_decide_sees_no_buttons_and_is_refused(
    desk: Desk, writer: User, link: RelatedLink
) -> None:
    client = desk(writer)
    page = client.get(f"{LIST}{link.pk}/change/").text
    # The keys of the whole desk are below the content.
    assert "Reject" not in page.partition('id="frame-keys"')[0]

    client.post(LIST, {"action": "approve", "_selected_action": [link.pk]})
    address = reverse("admin:articles_relatedlink_queue_decide", args=[link.pk])

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
    clock: time_machine.TimeMachineFixture,
    desk: Desk,
    managing_editor: User,
    writer: User,
    link: RelatedLink,
) -> None:
    with timezone.override("Europe/London"):
        listed = desk(managing_editor).get(LIST).text
        shown = desk(writer).get(f"{LIST}{link.pk}/change/").text
    address = reverse("admin:articles_story_change", args=[link.target_id])
    assert f'<a href="{address}">Other</a>' in shown
    for text in (listed, shown):
        assert "1 September 2025, 13:00 BST" in text
        assert "eads to" in text


def test_who_decides_on_links_gets_a_link_in_the_queue(
    desk: Desk, managing_editor: User, link: RelatedLink
) -> None:
    page = desk(managing_editor).get(f"{LIST}{link.pk}/change/", follow=True)
    assert page.context["card"].link == link


@pytest.mark.parametrize("carried", ["as it was", "nothing"])
def test_a_target_that_was_swapped_meanwhile_is_not_approved(
    desk: Desk, managing_editor: User, writer: User, link: RelatedLink, carried: str
) -> None:
    listed = shown(link) if carried != "nothing" else {}
    swapped = writing.create(WorkingCopy(headline="Swapped in"), by=writer)
    RelatedLink.objects.update(target=swapped)

    answer = desk(managing_editor).post(
        LIST, {"action": "approve", "_selected_action": [link.pk], **listed}
    )

    assert "it leads to “Swapped in” and is suggested. Your decision was not saved" in answer.text
    link.refresh_from_db()
    assert link.state == "suggested"


def test_the_result_is_named_for_each_of_many(
    desk: Desk, managing_editor: User, writer: User, story: Story
) -> None:
    links = [
        relate(story, by=writer, url=f"https://else.test/{at}", headline=f"Page {at}")
        for at in range(3)
    ]
    listed = shown(*links)
    moderation.approve(links[1], by=person(EDITOR))

    page = desk(managing_editor).post(
        LIST,
        {
            "action": "reject",
            "reason": "Out of date",
            "_selected_action": [link.pk for link in links],
            **listed,
        },
    )

    assert page.context["title"] == "What was decided"
    assert sorted(map(str, page.context["done"])) == ["Page 0", "Page 2"]
    assert [str(result.link) for result in page.context["refused"]] == ["Page 1"]
    assert "editor approved “Page 1”" in page.text
    assert list(RelatedLink.objects.order_by("pk").values_list("state", "reason")) == [
        ("rejected", "Out of date"),
        ("approved", ""),
        ("rejected", "Out of date"),
    ]
