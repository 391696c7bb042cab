"""The desk's frame in a browser: its menus, its drawer, its bottom bar and its keys."""

import re
from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from articles import writing
from articles.people import MODERATOR
from newsroom.accounts.models import User
from tests.factories import make_link
from tests.helpers import draft, person, ready

Check = Callable[[Page], None]


@pytest.fixture
def desk(editor_page: Page) -> Page:
    """The start page on a wide screen, with a draft and a link that waits."""
    draft("Harvest begins")
    make_link(ready("Choir sings"), headline="Undecided", url="https://else.test/")
    editor_page.set_viewport_size({"width": 1440, "height": 900})
    editor_page.goto(reverse("admin:index"))
    return editor_page


def test_menus_open_one_at_a_time_and_close_with_escape(desk: Page, axe: Check) -> None:
    more, person = desk.locator(".bar-nav details.menu"), desk.locator("#user-tools")
    more.locator("summary").click()
    expect(more.get_by_role("link", name="Wire copy")).to_be_visible()
    axe(desk)
    person.locator("summary").click()
    expect(person.get_by_role("link", name="Settings")).to_be_visible()
    expect(more.get_by_role("link", name="Wire copy")).to_be_hidden()
    axe(desk)
    desk.keyboard.press("Escape")
    expect(person.get_by_role("link", name="Settings")).to_be_hidden()
    expect(person.locator("summary")).to_be_focused()
    more.locator("summary").click()
    desk.mouse.click(1400, 850)
    expect(more.get_by_role("link", name="Wire copy")).to_be_hidden()


def test_on_a_phone_there_are_a_drawer_and_a_bottom_bar(desk: Page, axe: Check) -> None:
    desk.set_viewport_size({"width": 390, "height": 800})
    bar, drawer = desk.locator(".bottom-bar"), desk.locator("#frame-nav")
    expect(bar.get_by_role("link", name="Desk")).to_have_attribute("aria-current", "page")
    expect(bar.get_by_role("link", name="Links")).to_contain_text("1")
    expect(drawer).to_be_hidden()
    axe(desk)
    desk.get_by_role("button", name="Menu").click()
    expect(drawer.get_by_role("link", name="Schedule")).to_be_visible()
    drawer.locator("summary").click()
    expect(drawer.get_by_role("link", name="Sections")).to_be_visible()
    axe(desk)
    desk.keyboard.press("Escape")
    desk.keyboard.press("Escape")
    expect(drawer).to_be_hidden()
    bar.get_by_role("link", name="Stories").click()
    expect(desk.get_by_role("heading", name="Stories", level=1)).to_be_visible()
    axe(desk)


def test_keys_go_where_people_work(desk: Page) -> None:
    desk.keyboard.press("g")
    desk.keyboard.press("s")
    expect(desk.get_by_role("heading", name="Stories", level=1)).to_be_visible()
    desk.wait_for_load_state("networkidle")
    desk.keyboard.press("g")
    desk.keyboard.press("d")
    expect(desk.get_by_role("heading", name="Newsroom desk", level=1)).to_be_visible()
    desk.keyboard.press("/")
    expect(desk.get_by_role("searchbox", name="Search everything")).to_be_focused()
    # Where somebody types, a letter is a letter.
    desk.keyboard.type("none")
    desk.keyboard.press("Enter")
    expect(desk).to_have_url(re.compile(r"/find/\?q=none$"))
    expect(desk.get_by_role("heading", name="Search everything", level=1)).to_be_visible()
    # A list has a field of its own.
    desk.keyboard.press("g")
    desk.keyboard.press("s")
    expect(desk.get_by_role("heading", name="Stories", level=1)).to_be_visible()
    desk.keyboard.press("/")
    expect(desk.locator("#searchbar")).to_be_focused()
    desk.locator("h1").click()
    desk.keyboard.press("n")
    expect(desk.locator("#id_headline")).to_be_visible()


def shortcuts(page: Page) -> list[str]:
    """Open the list of keys, and return what it says they do."""
    page.keyboard.press("?")
    expect(page.get_by_role("heading", name="Keyboard shortcuts")).to_be_visible()
    return page.locator("#frame-keys [data-shortcut]:visible dd").all_inner_texts()


def test_question_mark_lists_the_keys_that_work_on_the_page(desk: Page, axe: Check) -> None:
    said = shortcuts(desk)
    assert {"Search", "New story", "Go to the schedule", "Show these shortcuts"} <= set(said)
    assert not {"Next row", "Approve", "Save the story"} & set(said)
    axe(desk)
    desk.keyboard.press("Escape")
    expect(desk.get_by_role("heading", name="Keyboard shortcuts")).to_be_hidden()

    desk.goto(reverse("admin:articles_relatedlink_queue"))
    said = shortcuts(desk)
    assert {"Approve", "Reject", "Skip", "Edit label, text and place"} <= set(said)
    assert not {"Next row", "Undo", "View the story"} & set(said)
    desk.goto(reverse("admin:articles_relatedlink_changelist"))
    assert {"Next row", "Select the row", "Select all rows up to here"} <= set(shortcuts(desk))
    desk.goto(reverse("admin:articles_story_changelist"))
    said = shortcuts(desk)
    assert {"Next row", "View the story", "Copy the story’s link"} <= set(said)


def test_a_moderator_is_offered_no_keys_of_what_they_may_not_do(
    page: Page, log_in: Callable[[User], None], transactional_db: None
) -> None:
    log_in(person(MODERATOR))
    page.goto(reverse("admin:index"))
    said = shortcuts(page)
    assert "Go to the links" in said
    assert not {"New story", "Next row"} & set(said)


def test_the_list_is_walked_and_opened_by_keyboard(desk: Page) -> None:
    desk.goto(reverse("admin:articles_story_changelist"))
    desk.keyboard.press("j")
    expect(desk.get_by_role("link", name="Choir sings", exact=True)).to_be_focused()
    desk.keyboard.press("j")
    desk.keyboard.press("k")
    desk.keyboard.press("j")
    expect(desk.get_by_role("link", name="Harvest begins", exact=True)).to_be_focused()
    desk.keyboard.press("e")
    expect(desk.locator("#id_headline")).to_have_value("Harvest begins")


def test_rows_are_chosen_by_keyboard_one_or_as_far_as_one_is(desk: Page) -> None:
    for number in range(4):
        make_link(ready(f"Linking {number}"), headline=f"Link {number}", url="https://else.test/")
    desk.goto(reverse("admin:articles_relatedlink_changelist"))
    boxes = desk.locator("tbody .action-select")
    for key in "jjxjj":
        desk.keyboard.press(key)
    assert [box.is_checked() for box in boxes.all()] == [False, True, False, False, False]
    desk.keyboard.press("Shift+X")
    assert [box.is_checked() for box in boxes.all()] == [False, True, True, True, False]
    desk.keyboard.press("x")
    assert [box.is_checked() for box in boxes.all()] == [False, True, True, False, False]
    expect(desk.get_by_label("Action:")).to_be_visible()


def test_filters_are_menus_that_axe_finds_nothing_in(desk: Page, axe: Check) -> None:
    desk.goto(reverse("admin:articles_story_changelist"))
    for width in (1440, 390):
        desk.set_viewport_size({"width": width, "height": 800})
        desk.locator(".filters summary", has_text="State").click()
        expect(desk.get_by_role("link", name="draft", exact=True)).to_be_visible()
        axe(desk)
        desk.keyboard.press("Escape")


def test_what_can_be_done_with_rows_appears_when_one_is_chosen(desk: Page, axe: Check) -> None:
    desk.goto(reverse("admin:articles_relatedlink_changelist"))
    action = desk.get_by_label("Action:")
    expect(action).to_be_hidden()
    for width in (1440, 390):
        desk.set_viewport_size({"width": width, "height": 800})
        box = desk.locator("tbody .action-select")
        box.check()
        expect(action).to_be_visible()
        axe(desk)
        box.uncheck()
    desk.locator("tbody .action-select").check()
    action.select_option("approve")
    desk.get_by_role("button", name="Go").click()
    expect(desk.get_by_role("heading", name="1 link was decided on")).to_be_visible()


def test_the_start_page_tells_what_is_new_without_being_loaded_again(
    desk: Page, editor: User
) -> None:
    story = draft("Mayor resigns")
    expect(desk.locator("#start")).not_to_contain_text("Mayor resigns")
    writing.submit(story, by=editor)
    desk.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(desk.locator("#start")).to_contain_text("Mayor resigns")
