"""The schedule in a browser: rescheduled by mouse or keyboard, and nothing by accident."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from articles import publishing, writing
from articles.models import PublishedVersion, Story
from articles.stories import working_copy_of
from newsroom.accounts.models import User
from tests.browser.keyboard import reach
from tests.helpers import changed, ready

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
    editor_page.get_by_role("button", name="Undo").click()
    expect(slot(editor_page, wednesday(), "10" if hour else "")).to_contain_text("Harvest begins")
    assert scheduled() == version.visible_from
    expect(editor_page.get_by_role("button", name="Undo")).to_have_count(0)


def touch(page: Page, *path: tuple[float, float], hold: int) -> None:
    """Put a finger on the first point, keep it there for `hold` ms, and move it to the others."""
    devtools = page.context.new_cdp_session(page)

    def send(kind: str, *points: tuple[float, float]) -> None:
        at = [{"x": x, "y": y} for x, y in points]
        devtools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": at})

    send("touchStart", path[0])
    page.wait_for_timeout(hold)
    for point in path[1:]:
        send("touchMove", point)
    send("touchEnd")


def centre(target: Locator) -> tuple[float, float]:
    box = target.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_finger_drags_a_version_and_the_drag_is_undone(
    browser: Browser, live_server: LiveServer, editor_page: Page, version: PublishedVersion
) -> None:
    context = browser.new_context(
        base_url=live_server.url,
        has_touch=True,
        storage_state=editor_page.context.storage_state(),
    )
    page = context.new_page()
    calendar(page, "week")
    thursday = wednesday() + timedelta(days=1)
    start, end = centre(entry(page).get_by_role("button")), centre(slot(page, thursday, "12"))
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    # One that moves at once scrolls.
    touch(page, start, middle, end, hold=0)
    expect(page.locator(".is-dragged")).to_have_count(0)
    touch(page, start, middle, end, hold=500)
    expect(page.locator(".messagelist")).to_contain_text("was rescheduled for")
    assert scheduled() == at(thursday, 12, 30)
    page.get_by_role("button", name="Undo").tap()
    expect(slot(page, wednesday(), "10")).to_contain_text("Harvest begins")
    assert scheduled() == version.visible_from
    context.close()


def test_an_empty_hour_takes_a_story_that_is_ready(
    editor_page: Page, editor: User, axe: Callable[[Page], None]
) -> None:
    ready("Choir sings")
    calendar(editor_page, "week")
    slot(editor_page, wednesday(), "15").click()
    axe(editor_page)
    editor_page.get_by_role("link", name="Choir sings").click()
    expect(editor_page.get_by_label("Readers see it from")).to_have_value(f"{wednesday()}T15:00")
    editor_page.get_by_role("button", name="Schedule", exact=True).click()
    expect(slot(editor_page, wednesday(), "15")).to_contain_text("Choir sings")
    assert scheduled() == at(wednesday(), 15)


def test_an_entry_says_more_where_it_is_clicked(
    editor_page: Page, version: PublishedVersion, axe: Callable[[Page], None]
) -> None:
    calendar(editor_page, "week")
    box = entry(editor_page).bounding_box()
    assert box
    assert box["height"] == 28
    entry(editor_page).get_by_role("button").click()
    expect(entry(editor_page).get_by_role("link", name="Cancel… Harvest begins")).to_be_visible()
    axe(editor_page)
    editor_page.keyboard.press("Escape")
    expect(entry(editor_page).get_by_role("link", name="Cancel… Harvest begins")).to_be_hidden()


def test_the_night_is_shown_where_somebody_asks(
    editor_page: Page, version: PublishedVersion
) -> None:
    calendar(editor_page, "week")
    expect(slot(editor_page, wednesday(), "03")).to_be_hidden()
    editor_page.get_by_label("Show the night").check()
    expect(slot(editor_page, wednesday(), "03")).to_be_visible()


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
    publishing.schedule(changed(version.story), by=editor, at=other)
    calendar(editor_page, "week")
    entry(editor_page).first.drag_to(slot(editor_page, wednesday(), "12"))
    expect(editor_page.locator(".errorlist")).to_contain_text("at that time")
    expect(editor_page.get_by_label("New time")).to_have_value(f"{wednesday()}T12:30")


def test_a_version_is_rescheduled_by_keyboard_alone(
    editor_page: Page, version: PublishedVersion
) -> None:
    calendar(editor_page, "week")
    reach(editor_page, entry(editor_page).get_by_role("button", name="Harvest begins"))
    editor_page.keyboard.press("Enter")
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


def test_enter_in_a_line_saves_where_scheduling_again_is_offered(
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
        editor_page.locator("#id_slug").press("Enter")
    expect(editor_page.locator(".messagelist")).to_contain_text("saved")
    assert Story.objects.get().headline == "Typed"
