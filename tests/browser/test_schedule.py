"""The schedule in a browser: rescheduled by mouse or keyboard, and nothing by accident."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from articles import publishing, writing
from articles.models import PublishedVersion, Story
from articles.stories import working_copy_of
from newsroom.accounts.models import User
from tests.browser.keyboard import reach
from tests.helpers import ready

SCHEDULE = "/admin/articles/story/schedule/"


def wednesday() -> date:
    """Return the Wednesday of next week."""
    today = timezone.localtime().date()
    return today + timedelta(days=9 - today.weekday())


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), UTC)


@pytest.fixture
def version(editor: User) -> PublishedVersion:
    """A version scheduled for Wednesday, 10:30."""
    return publishing.schedule(ready("Harvest begins"), by=editor, at=at(wednesday(), 10, 30))


def scheduled() -> datetime:
    return PublishedVersion.objects.scheduled(timezone.now()).get().visible_from


def calendar(page: Page, view: str) -> None:
    """Open the calendar of that week or month, on a screen that shows all of it."""
    page.set_viewport_size({"width": 1280, "height": 2000})
    page.goto(f"{SCHEDULE}?view={view}&day={wednesday()}")


def entry(page: Page) -> Locator:
    return page.locator("article", has_text="Harvest begins")


def slot(page: Page, day: date, hour: str = "") -> Locator:
    return page.locator(f'[data-day="{day}"][data-hour="{hour}"]')


@pytest.mark.parametrize(
    ("view", "hour", "then"), [("week", "15", (15, 30)), ("month", "", (10, 30))]
)
def test_a_version_is_dragged_to_another_day_and_hour(
    editor_page: Page, version: PublishedVersion, view: str, hour: str, then: tuple[int, int]
) -> None:
    thursday = wednesday() + timedelta(days=1)
    calendar(editor_page, view)
    entry(editor_page).drag_to(slot(editor_page, thursday, hour))
    expect(editor_page.locator(".messagelist")).to_contain_text("was rescheduled for")
    expect(slot(editor_page, thursday, hour)).to_contain_text("Harvest begins")
    assert scheduled() == at(thursday, *then)


def test_dropped_where_it_was_or_beside_the_calendar_it_stays(
    editor_page: Page, version: PublishedVersion
) -> None:
    calendar(editor_page, "week")
    entry(editor_page).drag_to(slot(editor_page, wednesday(), "10"))
    entry(editor_page).drag_to(editor_page.get_by_role("heading", level=1))
    expect(editor_page.locator(".messagelist")).to_have_count(0)
    assert scheduled() == version.visible_from


def test_a_refused_time_is_explained_and_asked_for_again(
    editor_page: Page, editor: User, version: PublishedVersion
) -> None:
    other = at(wednesday(), 12, 30)
    publishing.schedule(version.story, by=editor, at=other)
    calendar(editor_page, "week")
    entry(editor_page).first.drag_to(slot(editor_page, wednesday(), "12"))
    expect(editor_page.locator(".errorlist")).to_contain_text("at that time")
    expect(editor_page.get_by_label("New time")).to_have_value(f"{wednesday()}T12:30")


def test_a_version_is_rescheduled_by_keyboard_alone(
    editor_page: Page, version: PublishedVersion
) -> None:
    calendar(editor_page, "week")
    reach(editor_page, entry(editor_page).get_by_role("link", name="Reschedule… Harvest begins"))
    editor_page.keyboard.press("Enter")
    time_field = editor_page.get_by_label("New time")
    reach(editor_page, time_field)
    # Day and month come first, in whatever order; the year is made one more.
    for key in ("ArrowRight", "ArrowRight", "ArrowUp"):
        editor_page.keyboard.press(key)
    reach(editor_page, editor_page.get_by_role("button", name="Reschedule", exact=True))
    editor_page.keyboard.press("Enter")
    expect(editor_page.locator(".messagelist")).to_contain_text("was rescheduled for")
    expect(editor_page.get_by_role("heading", name="Schedule")).to_be_visible()
    assert scheduled() == version.visible_from.replace(year=wednesday().year + 1)


def test_enter_in_the_headline_saves_where_scheduling_again_is_offered(
    editor_page: Page, editor: User, version: PublishedVersion
) -> None:
    story = Story.objects.get()
    copy = replace(working_copy_of(story), summary="Changed since.")
    writing.save(story, copy, by=editor)
    editor_page.goto(reverse("admin:articles_story_change", args=[story.pk]))
    expect(editor_page.get_by_role("button", name="Schedule again…")).to_be_visible()
    expect(editor_page.locator(".ProseMirror")).to_be_visible()
    editor_page.locator("#id_headline").fill("Typed")
    with editor_page.expect_navigation():
        editor_page.locator("#id_headline").press("Enter")
    expect(editor_page.locator(".messagelist")).to_contain_text("saved")
    assert Story.objects.get().headline == "Typed"
