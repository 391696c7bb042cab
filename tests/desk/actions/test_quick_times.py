"""Times to choose with a click, on the clock of the person who schedules."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from time_machine import TimeMachineFixture

from articles.core import clock as newsroom_clock
from articles.desk.actions.quick_times import quick_times
from newsroom.accounts.models import User
from tests.helpers import managing_editor, ready

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("now", "zone", "offered"),
    [
        # A Thursday: in Almaty it is five hours later.
        (
            "2026-11-26T10:20Z",
            "Asia/Almaty",
            ["Today, 16:00", "Tomorrow, 06:00", "Monday, 06:00"],
        ),
        # There it is Friday already.
        ("2026-11-26T19:30Z", "Asia/Almaty", ["Today, 01:00", "Tomorrow, 06:00", "Monday, 06:00"]),
        # The last hour of a day has no later one, and after Sunday comes Monday.
        ("2026-11-29T23:10Z", "UTC", ["Tomorrow, 06:00"]),
        # At two o’clock the clocks go forward to three.
        ("2026-03-29T00:30Z", "Europe/Berlin", ["Tomorrow, 06:00"]),
    ],
)
def test_they_are_those_of_the_active_zone(now: str, zone: str, offered: list[str]) -> None:
    with timezone.override(zone):
        found = quick_times(datetime.fromisoformat(now))
    assert [one.label for one in found] == offered
    assert all(one.at.tzinfo is None for one in found)


@pytest.mark.django_db
def test_the_question_offers_them_and_says_in_which_zone(
    desk: Callable[[User], Client], clock: TimeMachineFixture
) -> None:
    by = managing_editor()
    by.time_zone = "Asia/Almaty"
    by.save()
    url = reverse("admin:articles_story_schedule", args=[ready().pk])
    page = desk(by).get(url).text
    assert newsroom_clock.now().isoformat() == "2025-09-01T12:00:00+00:00"
    assert 'value="2025-09-01T18:00">Today, 18:00<' in page
    assert 'value="2025-09-02T06:00">Tomorrow, 06:00<' in page
    assert 'zone="Asia/Almaty"' in page
    withdraw = reverse("admin:articles_story_embargo", args=[ready("Other").pk])
    assert "Tomorrow, 06:00" not in desk(by).get(withdraw).text
