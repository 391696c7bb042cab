"""What links to a story, and where readers see it."""

from collections.abc import Callable

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles import publishing
from articles.links import moderation
from articles.models import RelatedLink, Story
from articles.people import EDITOR, MANAGING_EDITOR, MODERATOR, REPORTER
from articles.stories import Related
from newsroom.accounts.models import User
from tests.factories import HOUR, NOON, make_link
from tests.helpers import changed, draft, managing_editor, person, ready, relate

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
Desk = Callable[[User], Client]


def url(story: Story) -> str:
    return reverse("admin:articles_relatedlink_to", args=[story.pk])


def pages(desk: Desk, story: Story) -> dict[str, str]:
    """Return the headlines of the linking stories, each with the page on which readers see it."""
    found = desk(person(EDITOR)).get(url(story)).context["found"]
    return {one.link.story.headline: one.page for one in found}


def test_it_says_on_which_pages_readers_see_a_link(
    desk: Desk, clock: time_machine.TimeMachineFixture
) -> None:
    target = ready("Target")
    publishing.publish(target, by=managing_editor())
    inline = '<p>Text</p><aside data-block="also-read" data-key="also00001">Target</aside>'
    stories = [
        ready("In the text", body=inline),
        ready("Below it", related=(Related(target.pk),)),
        ready("Released"),
        ready("Rejected", related=(Related(target.pk),)),
    ]
    for story in stories:
        publishing.publish(story, by=managing_editor())
    draft("A draft", related=(Related(target.pk),))
    clock.move_to(NOON + HOUR, tick=False)
    link = relate(stories[2], target=target, by=person(REPORTER, "managing_editor"))
    assert pages(desk, target)["Released"] == ""
    moderation.approve(link, by=managing_editor())
    moderation.approve(stories[0].related_links.get(), by=managing_editor())
    moderation.reject(stories[3].related_links.get(), by=managing_editor())

    assert pages(desk, target) == {
        "In the text": "/news/in-the-text/",
        "Below it": "/news/below-it/",
        "Released": "/news/released/",
        "Rejected": "",
        "A draft": "",
    }
    for headline, page in pages(desk, target).items():
        shown = Client().get(page).text if page else ""
        assert ('href="/news/target/"' in shown) == bool(page), headline

    publishing.publish(changed(stories[0]), by=managing_editor())
    assert pages(desk, target)["In the text"]
    publishing.withdraw(stories[0], by=managing_editor())
    assert not pages(desk, target)["In the text"]


@pytest.mark.parametrize(
    ("role", "status"),
    [("", 403), (REPORTER, 200), (MODERATOR, 200), (EDITOR, 200), (MANAGING_EDITOR, 200)],
)
def test_who_sees_it_by_role(desk: Desk, role: str, status: int) -> None:
    target = ready("Target")
    publishing.publish(target, by=managing_editor())
    make_link(draft("A draft"), target=target)
    page = desk(person(role)).get(url(target))
    assert page.status_code == status
    leads = f"/admin/articles/story/{target.pk}/change/" in page.text
    assert leads == (status == 200 and role != MODERATOR)


def test_a_moderator_learns_nothing_of_a_draft(desk: Desk) -> None:
    target = draft("Target")
    make_link(draft("A draft"), target=target)
    assert desk(person(MODERATOR)).get(url(target)).status_code == 404


def test_it_is_empty_or_not_there(desk: Desk) -> None:
    assert "No story links here." in desk(person(EDITOR)).get(url(draft())).text
    missing = reverse("admin:articles_relatedlink_to", args=[10**9])
    assert desk(person(EDITOR)).get(missing).status_code == 404


@pytest.mark.parametrize("number", [1, 3, 30])
def test_it_asks_no_more_however_many_there_are(desk: Desk, number: int) -> None:
    target = ready("Target")
    publishing.publish(target, by=managing_editor())
    for at in range(number):
        story = ready(f"Linking {at}", related=(Related(target.pk),))
        publishing.publish(story, by=managing_editor())
    assert RelatedLink.objects.count() == number
    client = desk(person(EDITOR))
    client.get(url(target))
    with CaptureQueriesContext(connection) as captured:
        client.get(url(target))
    # The session, the account and its permissions; the story, the links, their pages, and
    # the numbers in the bar (links that wait, notices).
    assert len(captured) == 8
