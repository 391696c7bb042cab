"""Several stories of the list at once, by mouse and by keyboard."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from articles.models import Story
from tests.browser.tasks.desk_page import answer, expect_told
from tests.helpers import draft

LIST = "/admin/articles/story/"


@pytest.fixture
def page_of_four(editor_page: Page) -> Page:
    """The list with four drafts, the latest first: Four, Three, Two, One."""
    for headline in ("One", "Two", "Three", "Four"):
        draft(headline, tags=("sea",) if headline == "Two" else ())
    editor_page.goto(LIST)
    return editor_page


def test_stories_are_tagged_in_a_dialog(page_of_four: Page, axe: Callable[..., None]) -> None:
    page = page_of_four
    bar = page.get_by_role("group", name="Selected stories")
    expect(bar).to_be_hidden()
    page.get_by_role("checkbox", name="Select: Three").check()
    page.get_by_role("checkbox", name="Select: One").click(modifiers=["Shift"])
    expect(bar).to_contain_text("Selected: 3")
    axe(page)
    bar.get_by_role("button", name="Tags…").click()
    expect(page.get_by_label("Add tags")).to_be_focused()
    axe(page)
    answer(page, "Change tags").click()
    fault = page.locator("dialog .errorlist")
    expect(fault).to_be_focused()
    expect(fault).to_have_text("Type tags to add, or choose tags to remove.")
    page.get_by_label("Add tags").fill("harvest")
    page.get_by_role("checkbox", name="sea").check()
    answer(page, "Change tags").click()
    expect_told(page, "Tags changed: “Three”, “Two”, “One”.")
    expect(bar).to_be_hidden()

    tagged = Story.objects.filter(tags__name="harvest").values_list("headline", flat=True)
    assert sorted(tagged) == ["One", "Three", "Two"]
    assert not Story.objects.filter(tags__name="sea").exists()


def test_stories_are_submitted_by_keyboard(page_of_four: Page) -> None:
    page = page_of_four
    bar = page.get_by_role("group", name="Selected stories")
    for key in ("j", "x", "Escape"):
        page.keyboard.press(key)
    expect(bar).to_be_hidden()
    for key in ("x", "j", "j", "X", "b"):
        page.keyboard.press(key)
    expect(bar.get_by_role("button", name="Submit for review")).to_be_focused()
    page.keyboard.press("Enter")
    expect_told(page, "In review: “Four”, “Three”, “Two”.")
    # What cannot be done with these is not offered.
    page.get_by_role("checkbox", name="Select: One").check()
    expect(bar.get_by_role("button", name="Approve")).to_be_hidden()
