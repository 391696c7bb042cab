"""Sections are put in their order by keys, by dragging and by buttons."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from articles.models import Section
from tests.factories import make_section

PATH = "/admin/articles/section/"


def order() -> list[str]:
    return list(Section.objects.values_list("name", flat=True))


def test_they_are_moved_by_keys_and_dragged(editor_page: Page, axe: Callable[[Page], None]) -> None:
    for position, name in enumerate("ABC", 1):
        make_section(name, position=position)
    editor_page.goto(PATH)
    axe(editor_page)
    handle = editor_page.get_by_role("button", name="Move A: drag it")
    said = editor_page.get_by_role("status")
    with editor_page.expect_response("**/order/"):
        handle.press("ArrowDown")
    expect(said).to_have_text("A: 2 of 3")
    expect(handle).to_be_focused()
    assert order() == ["B", "A", "C"]
    # As a finger does: the handle does not scroll the page.
    rows = editor_page.locator("#result_list tbody tr")
    start, end = handle.bounding_box(), rows.nth(2).bounding_box()
    assert start
    assert end
    mouse = editor_page.mouse
    mouse.move(start["x"] + 5, start["y"] + 5)
    mouse.down()
    mouse.move(start["x"] + 5, end["y"] + end["height"] - 2, steps=6)
    with editor_page.expect_response("**/order/"):
        mouse.up()
    assert order() == ["B", "C", "A"]
    with editor_page.expect_response("**/order/"):
        editor_page.get_by_role("button", name="Move C up").click()
    expect(said).to_have_text("C: 1 of 3")
    assert order() == ["C", "B", "A"]
