"""The embargo at the desk: asked for, shown, moved and lifted."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from articles import publishing, writing
from articles.models import Embargo, Story
from newsroom.accounts.models import User
from tests.desk.people.test_roles_stories import address
from tests.factories import HOUR, NOON, make_embargo
from tests.helpers import confirm, sent

Desk = Callable[[User], Client]
pytestmark = pytest.mark.usefixtures("clock")


def names(client: Client, story: Story) -> set[str]:
    return {button.name for button in client.get(address("change", story)).context["buttons"]}


def test_it_is_set_in_the_newsrooms_time_shown_and_lifted(
    desk: Desk, managing_editor: User, story: Story
) -> None:
    client = desk(managing_editor)
    with timezone.override("Europe/London"):
        page = confirm(
            client,
            address("embargo", story),
            {"at": "2025-09-01T18:00", "reason": "They ask."},
            follow=True,
        )
        assert "is under embargo until 1 September 2025, 18:00 BST (Europe/London)" in page.text
        shown = " ".join(page.text.split())
        assert "Under embargo until" in shown
        assert "embargo set by managing_editor, until <time" in shown
        assert "1 September 2025, 18:00 BST" in client.get("/admin/articles/story/").text
    story.refresh_from_db()
    assert Embargo.objects.get(story=story).until == NOON + 5 * HOUR

    confirm(client, address("lift_embargo", story), {"reason": "They let us."})
    assert "Under embargo" not in client.get(address("change", story)).text


def test_an_embargo_without_a_reason_is_not_set(
    desk: Desk, managing_editor: User, story: Story
) -> None:
    page = confirm(
        desk(managing_editor), address("embargo", story), {"at": "2025-09-01T18:00", "reason": " "}
    )
    assert "Say who asks" in page.text
    story.refresh_from_db()
    assert not Embargo.objects.filter(story=story)


def test_under_embargo_nothing_offers_to_publish_now_and_scheduling_begins_at_its_end(
    desk: Desk, managing_editor: User, story: Story
) -> None:
    client = desk(managing_editor)
    assert {"publish", "schedule", "embargo"} <= names(client, story)
    publishing.set_embargo(story, by=managing_editor, until=NOON + 5 * HOUR, reason="They ask.")
    assert {"schedule", "embargo", "lift_embargo"} <= names(client, story)
    assert "publish" not in names(client, story)
    with timezone.override("Europe/London"):
        assert 'value="2025-09-01T18:00"' in client.get(address("schedule", story)).text


def test_a_forged_publication_is_refused_and_the_text_saved(
    desk: Desk, managing_editor: User, story: Story
) -> None:
    publishing.set_embargo(story, by=managing_editor, until=NOON + 5 * HOUR, reason="They ask.")
    page = desk(managing_editor).post(
        address("change", story), sent(story, summary="New.", _publish="1"), follow=True
    )
    assert "is under embargo until 1 September 2025, 17:00 UTC" in page.text
    story.refresh_from_db()
    assert story.summary == "New."
    early = confirm(desk(managing_editor), address("schedule", story), {"at": "2025-09-01T16:59"})
    assert "is under embargo until" in early.text
    assert not story.published_versions.exists()


def test_the_list_shows_embargoes_that_are_not_over(
    desk: Desk, managing_editor: User, story: Story, clock: Any
) -> None:
    publishing.set_embargo(
        story, by=managing_editor, until=NOON + timedelta(days=40), reason="They ask."
    )
    assert "11 October 2025, 12:00 UTC" in desk(managing_editor).get("/admin/articles/story/").text
    clock.shift(timedelta(days=40))
    assert "11 October 2025" not in desk(managing_editor).get("/admin/articles/story/").text


def test_a_live_story_is_not_put_under_embargo_but_one_that_is_can_be_moved(
    desk: Desk, managing_editor: User, story: Story, clock: Any
) -> None:
    client = desk(managing_editor)
    publishing.publish(writing.make_ready(story, by=managing_editor), by=managing_editor)
    clock.shift(60)
    assert "embargo" not in names(client, story)
    make_embargo(story, NOON + HOUR)
    data = {"at": "2025-09-02T00:00", "reason": "The update says so."}
    shown = confirm(client, address("embargo", story), data, follow=True).text
    assert Embargo.objects.get(story=story).until == NOON + 12 * HOUR
    assert 'data-state="live">Live</span>' in shown
    assert "Changes are under embargo until" in shown
    assert "publish" not in names(client, story)
