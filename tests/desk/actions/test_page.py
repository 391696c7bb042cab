"""Actions that ask first: schedule, send back, cancel scheduling and withdraw."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles import publishing, writing
from articles.models import PublishedVersion, Story, WorkflowState
from newsroom.accounts.models import User
from tests.factories import make_correction, make_link, make_story, make_version
from tests.helpers import NEW_YEAR, confirm, sent

Desk = Callable[[User], Client]


def page(name: str, story: Story) -> str:
    return reverse(f"admin:articles_story_{name}", args=[story.pk])


def published(story: Story, by: User) -> PublishedVersion:
    return publishing.publish(writing.make_ready(story, by=by), by=by)


def test_a_draft_is_scheduled_in_the_newsrooms_time(
    desk: Desk, managing_editor: User, story: Story, clock: time_machine.TimeMachineFixture
) -> None:
    client = desk(managing_editor)
    with timezone.override("Asia/Almaty"):
        assert "Asia/Almaty" in client.get(page("schedule", story)).text
        confirm(client, page("schedule", story), {"at": "2025-09-02T08:30"})

    assert story.published_versions.get().visible_from == datetime(2025, 9, 2, 3, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "message"),
    [
        ("", "Choose a day and a time."),
        ("soon", "Enter day and time"),
        ("2025-09-01T11:59", "This time has passed"),
    ],
)
def test_a_bad_time_is_told_and_nothing_is_done(
    desk: Desk,
    managing_editor: User,
    story: Story,
    clock: time_machine.TimeMachineFixture,
    at: str,
    message: str,
) -> None:
    response = confirm(desk(managing_editor), page("schedule", story), {"at": at})

    assert message in response.text
    story.refresh_from_db()
    assert story.state == WorkflowState.DRAFT
    assert not story.published_versions.exists()


def test_an_hour_that_the_clocks_skip_or_repeat_is_not_taken_without_a_word(
    desk: Desk, managing_editor: User, story: Story, clock: time_machine.TimeMachineFixture
) -> None:
    client = desk(managing_editor)
    with timezone.override("America/New_York"):
        skipped = confirm(client, page("schedule", story), {"at": "2026-03-08T02:30"})
        assert "02:30 does not exist then: on 8 March 2026" in skipped.text
        asked = confirm(client, page("schedule", story), {"at": "2025-11-02T01:30"})
        assert "2 November 2025, 01:30 EDT (America/New_York)" in asked.text
        assert not story.published_versions.exists()
        second = "2025-11-02T06:30:00+00:00"
        assert f'value="{second}"' in asked.text
        told = confirm(
            client,
            page("schedule", story),
            {"at": "2025-11-02T01:30", "which": second},
            follow=True,
        )
        assert "is scheduled for 2 November 2025, 01:30 EST (America/New_York)" in told.text

    assert story.published_versions.get().visible_from == datetime(2025, 11, 2, 6, 30, tzinfo=UTC)


def test_a_schedule_is_called_off(
    desk: Desk, managing_editor: User, story: Story, clock: time_machine.TimeMachineFixture
) -> None:
    story = writing.make_ready(story, by=managing_editor)
    publishing.schedule(story, by=managing_editor, at=timezone.now() + timedelta(hours=1))

    confirm(desk(managing_editor), page("unschedule", story))

    clock.shift(timedelta(hours=2))
    assert not PublishedVersion.objects.visible(timezone.now()).exists()


def test_a_story_is_withdrawn_with_a_public_note(
    desk: Desk, managing_editor: User, story: Story
) -> None:
    published(story, managing_editor)
    client = desk(managing_editor)
    assert client.get(page("withdraw", story)).status_code == 200
    assert PublishedVersion.objects.visible(timezone.now()).exists()

    confirm(client, page("withdraw", story), {"note": "It was wrong."})

    assert not PublishedVersion.objects.visible(timezone.now()).exists()
    assert PublishedVersion.objects.withdrawals(timezone.now()).get().public_note == "It was wrong."


def test_a_story_is_withdrawn_at_a_time(
    desk: Desk, managing_editor: User, story: Story, clock: time_machine.TimeMachineFixture
) -> None:
    published(story, managing_editor)
    clock.shift(timedelta(hours=1))
    with timezone.override("Europe/London"):
        told = confirm(
            desk(managing_editor),
            page("withdraw", story),
            {"at": "2025-09-01T18:00", "note": "Until six."},
            follow=True,
        )
    assert "will be withdrawn on 1 September 2025, 18:00 BST (Europe/London)" in told.text
    assert PublishedVersion.objects.visible(timezone.now()).exists()
    clock.move_to(datetime(2025, 9, 1, 17, tzinfo=UTC), tick=False)
    assert not PublishedVersion.objects.visible(timezone.now()).exists()
    assert PublishedVersion.objects.withdrawals(timezone.now()).get().public_note == "Until six."


def test_a_story_is_sent_back_with_a_reason(
    desk: Desk, managing_editor: User, story: Story
) -> None:
    writing.submit(story, by=managing_editor)
    client = desk(managing_editor)
    assert "Say why" in confirm(client, page("send_back", story), {"reason": " "}).text

    confirm(client, page("send_back", story), {"reason": "Who says so?"})

    story.refresh_from_db()
    assert story.state == WorkflowState.DRAFT
    change = reverse("admin:articles_story_change", args=[story.pk])
    assert "Who says so?" in client.get(change).text


def test_what_cannot_be_done_any_more_is_told(
    desk: Desk, managing_editor: User, story: Story
) -> None:
    response = confirm(desk(managing_editor), page("withdraw", story))

    assert "nothing to withdraw" in response.text


@pytest.mark.parametrize(
    "name", ["publish", "schedule", "send_back", "unschedule", "withdraw", "reinstate"]
)
def test_who_may_not_is_refused(desk: Desk, writer: User, story: Story, name: str) -> None:
    client = desk(writer)

    assert client.get(page(name, story)).status_code == 403
    assert confirm(client, page(name, story), {"reason": "x", "at": NEW_YEAR}).status_code == 403


def test_the_form_is_saved_before_a_question_is_asked(
    desk: Desk, managing_editor: User, story: Story
) -> None:
    client = desk(managing_editor)
    change = reverse("admin:articles_story_change", args=[story.pk])

    response = client.post(change, sent(story, summary="New.", _schedule="1"))

    assert response["Location"] == page("schedule", story)
    story.refresh_from_db()
    assert story.summary == "New."


def test_a_note_for_readers_is_added_and_retracted(
    desk: Desk, managing_editor: User, story: Story, client: Client
) -> None:
    url = published(story, managing_editor).get_absolute_url()
    editor = desk(managing_editor)
    assert "Add correction…" in editor.get(page("change", story)).text
    confirm(editor, page("add_correction", story), {"kind": "correction", "text": "It was Ana."})
    assert "It was Ana." in client.get(url).text
    note = story.corrections.get()
    assert "It was Ana." in editor.get(page("retract_correction", story)).text
    confirm(
        editor, page("retract_correction", story), {"correction": note.pk, "reason": "It was not."}
    )
    assert "It was Ana." not in client.get(url).text


def test_a_note_of_another_story_is_not_retracted_here(
    desk: Desk, managing_editor: User, story: Story
) -> None:
    published(story, managing_editor)
    other = make_correction(make_version().story)
    answer = confirm(
        desk(managing_editor),
        page("retract_correction", story),
        {"correction": other.pk, "reason": "x"},
    )
    assert answer.status_code == 200
    other.refresh_from_db()
    assert other.retracted_at is None


def test_who_links_here_is_shown_before_a_story_is_withdrawn(
    desk: Desk, managing_editor: User, story: Story
) -> None:
    published(story, managing_editor)
    shows, draft = make_story(headline="It links here"), make_story(headline="A draft only")
    make_version(shows)
    for linking in (shows, draft):
        make_link(linking, target=story, state="approved")
    make_link(make_story(headline="It was refused"), target=story, state="rejected")
    shown = desk(managing_editor).get(page("withdraw", story)).text
    assert "It links here" in shown
    assert "It was refused" not in shown
    assert "A draft only" not in shown


def test_publishing_over_what_readers_see_asks_what_is_new_to_them(
    desk: Desk, managing_editor: User, story: Story, client: Client
) -> None:
    url = published(story, managing_editor).get_absolute_url()
    editor = desk(managing_editor)
    change = reverse("admin:articles_story_change", args=[story.pk])
    form = sent(story, summary="They met, at last.", _publish="1")

    assert editor.post(change, form)["Location"] == page("publish", story)
    assert "at last" not in client.get(url).text
    assert "before=live&amp;after=draft" in editor.get(page("publish", story)).text
    assert "Choose what is new" in confirm(editor, page("publish", story), {}).text
    answer = confirm(editor, page("publish", story), {"change": "correction", "note": ""})
    assert "Tell readers what was wrong" in answer.text
    assert "at last" not in client.get(url).text

    confirm(editor, page("publish", story), {"change": "correction", "note": "It was Ana."})

    shown = client.get(url).text
    assert "at last" in shown
    assert "It was Ana." in shown
    assert "Updated" in shown


def test_where_nothing_is_new_nothing_is_asked(
    desk: Desk, managing_editor: User, story: Story
) -> None:
    published(story, managing_editor)
    asked = desk(managing_editor).get(page("publish", story)).text
    assert "Nothing to publish: " in asked
    assert "Nothing has changed" in asked
    assert "Back to the story" in asked
    assert 'type="submit" class="default' not in asked
    assert "<textarea" not in asked


def test_a_first_publication_is_asked_nothing(
    desk: Desk, managing_editor: User, story: Story
) -> None:
    for name in ("publish", "schedule"):
        asked = desk(managing_editor).get(page(name, story)).text
        assert "new to readers" not in asked
        assert "before=live" not in asked
    confirm(desk(managing_editor), page("publish", story))
    assert PublishedVersion.objects.visible(timezone.now()).exists()


def test_a_withdrawal_is_undone(
    desk: Desk, managing_editor: User, story: Story, client: Client
) -> None:
    url = published(story, managing_editor).get_absolute_url()
    publishing.withdraw(story, by=managing_editor)
    assert client.get(url).status_code == 410
    assert "Undo withdrawal" in desk(managing_editor).get(page("change", story)).text

    confirm(desk(managing_editor), page("reinstate", story))

    assert client.get(url).status_code == 200
