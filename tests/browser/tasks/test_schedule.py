"""A story is scheduled for the next morning, and appears in the schedule."""

from datetime import UTC, datetime, time, timedelta

from django.utils import timezone
from playwright.sync_api import expect

from articles.models import PublishedVersion
from tests.browser.tasks.conftest import Desk
from tests.browser.tasks.desk_page import button, expect_told, row
from tests.helpers import managing_editor, ready


def test_a_story_is_scheduled_for_tomorrow_morning(desk: Desk) -> None:
    ready("Harvest begins")
    hands = desk(managing_editor())
    page = hands.page
    hands.press(page.get_by_role("navigation", name="Desk").get_by_role("link", name="Schedule"))
    hands.press(button(page, "Schedule a story…"))
    hands.press(row(page, "Harvest begins"))
    hands.press(button(page, "Tomorrow, 06:00"))
    tomorrow = timezone.now().date() + timedelta(days=1)
    expect(page.locator("chosen-time output")).to_have_text(
        f"{tomorrow:%a} {tomorrow.day} {tomorrow:%B} 06:00, UTC"
    )
    hands.press(button(page, "Schedule"))
    expect_told(page, "is scheduled for")
    expect(page.get_by_role("article")).to_contain_text("06:00 UTC")
    expect(page.get_by_role("article")).to_contain_text("Harvest begins")
    assert hands.steps <= 7

    starts = PublishedVersion.objects.get().visible_from
    assert starts == datetime.combine(tomorrow, time(6), UTC)
