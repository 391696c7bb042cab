"""What goes out when: the list, the calendar, and what is done from there."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles import publishing
from articles.models import PublishedVersion, Story
from articles.people import REPORTER
from articles.people.roles import EDITOR
from newsroom.accounts.models import User
from tests.desk.people.test_roles_stories import address
from tests.factories import HOUR, NOON, make_section, make_user
from tests.helpers import changed, confirm, draft, person, ready, sent

Desk = Callable[[User], Client]
pytestmark = pytest.mark.usefixtures("clock")
SCHEDULE = "/admin/articles/story/schedule/"


def schedule(headline: str, by: User, at: datetime, **fields: Any) -> PublishedVersion:
    return publishing.schedule(ready(headline, **fields), by=by, at=at)


def entries(client: Client, **asked: str) -> list[tuple[str, str, str]]:
    """What the list says: clock, kind and headline."""
    days = client.get(SCHEDULE, asked).context["days"]
    return [(e.clock, e.kind, e.version.headline) for _, found in days for e in found]


def slots(client: Client, **asked: str) -> dict[str, list[str]]:
    """Where the calendar has what."""
    calendar = client.get(SCHEDULE, asked).context["calendar"]
    return {
        f"{day.date} {'' if slot.hour is None else slot.hour}".strip(): [
            entry.version.headline for entry in slot.entries if not entry.is_past
        ]
        for day in calendar.days
        for slot in day.slots
        if any(not entry.is_past for entry in slot.entries)
    }


@pytest.fixture
def plan(managing_editor: User) -> Story:
    """A live story that is to be updated and withdrawn, and a new one between the two."""
    story = ready("Live", section=make_section(name="World", slug="world"))
    publishing.publish(story, by=managing_editor)
    publishing.schedule(changed(story), by=managing_editor, at=NOON + HOUR)
    publishing.withdraw(story, by=managing_editor, at=NOON + 30 * HOUR)
    schedule("New one", managing_editor, NOON + 12 * HOUR)
    gone = schedule("Cancelled", managing_editor, NOON + 2 * HOUR)
    publishing.unschedule(gone.story, by=managing_editor)
    return story


def test_all_that_is_to_come_is_listed_in_its_order(
    desk: Desk, managing_editor: User, plan: Story
) -> None:
    with timezone.override("Europe/London"):
        assert entries(desk(managing_editor)) == [
            ("14:00 BST", "Update", "Live"),
            ("01:00 BST", "New", "New one"),
            ("19:00 BST", "Withdrawal", "Live"),
        ]
        page = desk(managing_editor).get(SCHEDULE).text
    assert "Europe/London" in page
    assert "where it is now" in page
    assert "World" in page
    assert "managing_editor" in page
    assert "Tuesday, 2 September 2025" in page


def test_the_calendar_has_the_days_and_hours_of_the_newsroom(
    desk: Desk, managing_editor: User, plan: Story
) -> None:
    with timezone.override("Europe/London"):
        assert slots(desk(managing_editor), view="week") == {
            "2025-09-01 14": ["Live"],
            "2025-09-02 1": ["New one"],
            "2025-09-02 19": ["Live"],
        }
        assert slots(desk(managing_editor), view="month") == {
            "2025-09-01": ["Live"],
            "2025-09-02": ["New one", "Live"],
        }
        assert slots(desk(managing_editor), view="week", day="2025-09-08") == {}
        empty = desk(managing_editor).get(SCHEDULE, {"view": "week", "day": "2025-09-08"}).text
        assert "Nothing is scheduled for this week." in empty
    with timezone.override("Asia/Tokyo"):
        assert "2025-09-02 9" in slots(desk(managing_editor), view="week")


def test_what_went_out_is_no_longer_to_come(
    desk: Desk, managing_editor: User, plan: Story, clock: Any
) -> None:
    clock.shift(timedelta(hours=1))
    assert [headline for *_, headline in entries(desk(managing_editor))] == ["New one", "Live"]


@pytest.mark.parametrize("view", ["list", "week", "month", "moon"])
@pytest.mark.parametrize("day", ["2025-09-01", "soon", "0001-01-01", "9999-12-31", ""])
def test_any_address_of_the_schedule_gives_a_page(
    desk: Desk, managing_editor: User, plan: Story, view: str, day: str
) -> None:
    assert desk(managing_editor).get(SCHEDULE, {"view": view, "day": day}).status_code == 200


def test_days_when_the_clocks_change_are_shown_as_they_are(
    desk: Desk, managing_editor: User
) -> None:
    with timezone.override("Europe/London"):
        for hour in (0, 1):
            schedule(f"At {hour}", managing_editor, datetime(2025, 10, 26, hour, 30, tzinfo=UTC))
        client = desk(managing_editor)
        assert entries(client) == [("01:30 BST", "New", "At 0"), ("01:30 GMT", "New", "At 1")]
        assert slots(client, view="week", day="2025-10-26") == {"2025-10-26 1": ["At 0", "At 1"]}
        week = client.get(SCHEDULE, {"view": "week", "day": "2026-03-29"})
    assert week.text.count("does not exist") == 1
    sunday = week.context["calendar"].days[-1]
    assert [slot.hour for slot in sunday.slots if not slot.exists] == [1]
    assert not sunday.slots[1].is_open


def test_only_hours_to_come_take_something(desk: Desk, managing_editor: User, plan: Story) -> None:
    days = desk(managing_editor).get(SCHEDULE, {"view": "week"}).context["calendar"].days
    today = days[0]
    assert today.is_today
    assert [slot.hour for slot in today.slots if slot.is_open] == list(range(12, 24))
    assert all(slot.is_open for day in days[1:] for slot in day.slots)


@pytest.mark.parametrize("view", ["list", "week", "month"])
def test_who_may_not_publish_sees_it_and_changes_nothing(
    desk: Desk, plan: Story, view: str
) -> None:
    reporter = desk(person(REPORTER)).get(SCHEDULE, {"view": view}).text
    assert "See it" in reporter
    for sign in ("Reschedule…", "Cancel…", "data-version", "schedule.js"):
        assert sign not in reporter
    editor = desk(person(EDITOR)).get(SCHEDULE, {"view": view}).text
    assert "Reschedule…" in editor
    assert "Cancel…" in editor
    assert ("schedule.js" in editor) == (view != "list")


@pytest.mark.parametrize(("view", "queries"), [("list", 9), ("week", 10), ("month", 9)])
def test_it_asks_the_same_however_much_is_to_come(
    desk: Desk, managing_editor: User, view: str, queries: int
) -> None:
    client, asked = desk(managing_editor), set()
    made = 0
    for number in (1, 3, 30):
        while made < number:
            made += 1
            by = make_user(f"editor{made}")
            by.is_superuser = True
            by.save()
            section = make_section(name=f"S{made}", slug=f"s{made}")
            schedule(f"Story {made}", by, NOON + made * HOUR, section=section)
        client.get(SCHEDULE, {"view": view})
        with CaptureQueriesContext(connection) as captured:
            page = client.get(SCHEDULE, {"view": view})
        assert page.text.count("<article") == number
        asked.add(len(captured))
    # The session, the account, its permissions, what is to come, what is ready, the links
    # that wait, and of a week what went out.
    assert asked == {queries}


def test_a_week_shows_what_went_out_too(desk: Desk, managing_editor: User, plan: Story) -> None:
    days = desk(managing_editor).get(SCHEDULE, {"view": "week"}).context["calendar"].days
    past = [
        (day.date.isoformat(), slot.hour, entry.version.headline)
        for day in days
        for slot in day.slots
        for entry in slot.entries
        if entry.is_past
    ]
    assert past == [("2025-09-01", 12, "Live")]


def test_empty_nights_are_folded_and_others_are_not(desk: Desk, managing_editor: User) -> None:
    client, week = desk(managing_editor), {"view": "week", "day": "2025-09-08"}
    assert client.get(SCHEDULE, week).context["calendar"].night == range(6)
    assert "Show the night, 00:00 to 06:00" in client.get(SCHEDULE, week).text
    schedule("Early", managing_editor, datetime(2025, 9, 10, 3, 30, tzinfo=UTC))
    assert client.get(SCHEDULE, week).context["calendar"].night == range(3)
    schedule("First", managing_editor, datetime(2025, 9, 9, 0, 30, tzinfo=UTC))
    assert not client.get(SCHEDULE, week).context["calendar"].night
    assert "Show the night" not in client.get(SCHEDULE, week).text


def test_the_hour_in_which_it_is_now_is_marked(
    desk: Desk, managing_editor: User, clock: Any
) -> None:
    clock.shift(timedelta(minutes=40))
    with timezone.override("Asia/Kolkata"):
        days = desk(managing_editor).get(SCHEDULE, {"view": "week"}).context["calendar"].days
    marked = [
        (day.date.isoformat(), slot.hour, slot.quarter)
        for day in days
        for slot in day.slots
        if slot.quarter is not None
    ]
    assert marked == [("2025-09-01", 18, 0)]


def test_stories_that_are_ready_are_offered_to_be_scheduled(
    desk: Desk, managing_editor: User, plan: Story, clock: Any
) -> None:
    clock.shift(timedelta(minutes=1))
    again, _new = changed(plan), ready("Fresh")
    draft("Not yet")
    page = desk(managing_editor).get(SCHEDULE, {"view": "week", "day": "2025-09-03"})
    # "New one" is scheduled already; what was cancelled is free again.
    assert {story.headline for story in page.context["ready"]} == {
        "Cancelled",
        "Fresh",
        again.headline,
    }
    asked = f"{address('schedule', again)}?view=week&day=2025-09-03"
    assert asked.replace("&", "&amp;") in page.text
    form = desk(managing_editor).get(f"{asked}&at=2025-09-03T10:00")
    assert 'value="2025-09-03T10:00"' in form.text
    assert desk(person(REPORTER)).get(SCHEDULE, {"view": "week"}).context["ready"] == []


def test_one_is_rescheduled_from_the_calendar_and_one_comes_back_there(
    desk: Desk, managing_editor: User, plan: Story
) -> None:
    client, version = desk(managing_editor), PublishedVersion.objects.get(headline="New one")
    here = f"{address('reschedule', version.story)}?version={version.pk}&view=week&day=2025-09-01"
    assert here.replace("&", "&amp;") in client.get(SCHEDULE + "?view=week&day=2025-09-01").text
    asked = client.get(here)
    assert 'value="2025-09-02T00:00"' in asked.text
    answer = confirm(client, here, {"version": version.pk, "at": "2025-09-03T08:15"})
    assert answer["Location"] == f"{SCHEDULE}?view=week&day=2025-09-01"
    told = client.get(answer["Location"])
    assert "was rescheduled for 3 September 2025, 08:15 UTC" in told.text
    assert "it was scheduled for 2 September 2025, 00:00 UTC" in told.text
    assert slots(client, view="week")["2025-09-03 8"] == ["New one"]


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("2025-09-01T11:00", "This time has passed"),
        ("2026-03-29T01:30", "does not exist"),
        ("2025-10-26T01:30", "Which of the two"),
    ],
)
def test_a_time_that_it_cannot_have_is_told_and_nothing_moves(
    desk: Desk, managing_editor: User, plan: Story, at: str, said: str
) -> None:
    version = PublishedVersion.objects.get(headline="New one")
    with timezone.override("Europe/London"):
        page = confirm(
            desk(managing_editor),
            address("reschedule", version.story),
            {"version": version.pk, "at": at},
        )
    assert said in page.text
    assert PublishedVersion.objects.filter(headline="New one").get() == version


def test_what_was_published_meanwhile_is_not_rescheduled_nor_another_instead(
    desk: Desk, managing_editor: User, plan: Story, clock: Any
) -> None:
    update = plan.published_versions.scheduled_stories(NOON).get()
    clock.shift(timedelta(hours=1))
    sent = {"version": update.pk, "at": "2025-09-05T10:00"}
    assert (
        "no longer scheduled"
        in confirm(desk(managing_editor), address("reschedule", plan), sent).text
    )
    assert (
        "no longer scheduled"
        in confirm(desk(managing_editor), address("unschedule", plan), sent).text
    )
    withdrawal = plan.published_versions.scheduled(timezone.now()).get()
    assert withdrawal.visible_from == NOON + 30 * HOUR


def test_one_of_several_is_cancelled_or_all(desk: Desk, managing_editor: User, plan: Story) -> None:
    client, update = desk(managing_editor), plan.published_versions.scheduled_stories(NOON).get()
    asked = client.get(address("unschedule", plan) + f"?version={update.pk}").text
    assert "Everything that is scheduled" in asked
    assert "1 September 2025, 13:00 UTC: “Live”" in asked
    assert "2 September 2025, 18:00 UTC: withdrawal of “Live”" in asked
    confirm(client, address("unschedule", plan), {"version": update.pk})
    assert [kind for _, kind, headline in entries(client) if headline == "Live"] == ["Withdrawal"]
    confirm(client, address("unschedule", plan), {"version": ""})
    assert [headline for *_, headline in entries(client)] == ["New one"]


def test_the_desk_leads_to_the_schedule(desk: Desk, managing_editor: User) -> None:
    for page in (reverse("admin:index"), reverse("admin:articles_story_changelist")):
        assert f'href="{SCHEDULE}"' in desk(managing_editor).get(page).text


def test_what_an_action_cancels_is_shown_before_it_and_kept_in_the_audit_log(
    desk: Desk, managing_editor: User, plan: Story
) -> None:
    client = desk(managing_editor)
    for name in ("publish", "schedule", "withdraw"):
        asked = " ".join(client.get(address(name, plan)).text.split())
        assert "<p>This cancels what is scheduled" in asked
        assert "13:00 UTC</time>: Update, " in asked
        assert "18:00 UTC</time>: Withdrawal, " in asked
    confirm(client, address("withdraw", plan), {"at": "2025-09-02T17:00"})
    lines = client.get(address("change", plan)).context["log"]
    assert [(line.what, line.was) for line in lines[:2]] == [
        ("withdrawn", None),
        ("scheduling cancelled", NOON + 30 * HOUR),
    ]
    assert "This cancels" not in client.get(address("reinstate", plan)).text


def test_a_story_that_is_scheduled_is_published_now_only_after_a_question(
    desk: Desk, managing_editor: User
) -> None:
    client, story = desk(managing_editor), schedule("New one", managing_editor, NOON + HOUR).story
    assert "Publish now…" in client.get(address("change", story)).text
    asked = client.post(address("change", story), sent(story, _publish="1"), follow=True)
    assert "This cancels" in asked.text
    assert not PublishedVersion.objects.visible(timezone.now()).exists()
    confirm(client, address("publish", story))
    assert PublishedVersion.objects.visible(timezone.now()).exists()
    assert "Nothing is scheduled" in client.get(SCHEDULE).text


def test_it_opens_as_it_was_left(desk: Desk, managing_editor: User) -> None:
    client = desk(managing_editor)
    assert client.get(SCHEDULE).context["view"] == "list"
    client.get(SCHEDULE, {"view": "week"})
    assert client.get(SCHEDULE).context["view"] == "week"
    # What is no view is forgotten.
    assert client.get(SCHEDULE, {"view": "x"}).context["view"] == "week"
    client.get(SCHEDULE, {"view": "list"})
    assert client.get(SCHEDULE).context["view"] == "list"
