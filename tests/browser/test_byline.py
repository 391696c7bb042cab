"""Byline, tags and dateline, written in their place."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from articles.models import Story
from articles.stories import BylineText, print_dateline, working_copy_of
from tests.browser.keyboard import open_editor
from tests.factories import make_author, make_story

STYLES = (
    "{places}[, {date}][ ({agency})]: ",
    "[{agency}, ][{places}, ]{date} – ",
    "[{date}, ]{places}: ",
)
DATELINES = (
    ("Kyiv / Moscow", "", "AP"),
    ("Kyiv", "Sept 5", ""),
    ("", "", "AP"),
    ("", "", ""),
    ("/", "", ""),
)


def test_they_are_written_by_keyboard_and_saved(
    editor_page: Page, axe: Callable[[Page], None]
) -> None:
    ana, zoe = (make_author(name=name) for name in ("Ana Lee", "Zoë Kravitz"))
    make_story(headline="Else").tags.add("Économie", "harvests")
    open_editor(editor_page, make_story(headline="Harvest begins"))
    byline = editor_page.get_by_role("combobox", name="Byline")
    byline.press_sequentially("zoe")
    expect(editor_page.get_by_role("option", name="Zoë Kravitz")).to_be_visible()
    axe(editor_page)
    byline.press("Enter")
    for words in ("With agencies", "ana lee"):
        byline.press_sequentially(words)
        byline.press("Enter")
    chips = editor_page.get_by_role("list", name="Byline").get_by_role("listitem")
    expect(chips).to_have_text(["Zoë Kravitz", "With agencies", "Ana Lee"])
    byline.press("Backspace")
    expect(editor_page.get_by_role("button", name="Ana Lee", exact=True)).to_be_focused()
    # A letter begins another name; it is no shortcut of the desk.
    editor_page.keyboard.press("n")
    expect(byline).to_have_value("n")
    byline.press("Backspace")
    byline.press("Backspace")
    editor_page.keyboard.press("Alt+ArrowLeft")
    expect(chips).to_have_text(["Zoë Kravitz", "Ana Lee", "With agencies"])
    editor_page.keyboard.press("ArrowLeft")
    editor_page.keyboard.press("Delete")
    expect(chips).to_have_text(["Ana Lee", "With agencies"])
    chips.nth(1).drag_to(chips.nth(0), target_position={"x": 2, "y": 8})
    expect(chips).to_have_text(["With agencies", "Ana Lee"])

    tags = editor_page.get_by_role("combobox", name="Tags")
    tags.press_sequentially("econ")
    expect(editor_page.get_by_role("option", name="Économie")).to_be_visible()
    editor_page.keyboard.press("ArrowDown")
    editor_page.keyboard.press("Enter")
    # The text says it, in another form.
    editor_page.get_by_role("button", name="Add the tag: harvests").press("Enter")
    expect(tags).to_be_focused()
    tags.press_sequentially('trade,"Kyiv, Ukraine"')

    dateline = editor_page.locator(".story-dateline summary")
    dateline.press("Enter")
    expect(editor_page.get_by_label("Places")).to_be_focused()
    editor_page.keyboard.type("Kyiv / Lviv")
    expect(dateline).to_contain_text("Kyiv/Lviv:")
    axe(editor_page)
    editor_page.keyboard.press("Escape")
    expect(dateline).to_be_focused()
    editor_page.keyboard.press("Control+s")
    expect(editor_page.locator(".messagelist")).to_contain_text("saved")

    copy = working_copy_of(Story.objects.get(headline="Harvest begins"))
    assert copy.authors == (BylineText("With agencies"), ana)
    assert set(copy.tags) == {"Économie", "harvests", "trade", "Kyiv, Ukraine"}
    assert copy.places == ("Kyiv", "Lviv")
    expect(chips).to_have_text(["With agencies", "Ana Lee"])
    assert zoe not in copy.authors


def test_the_dateline_is_shown_as_it_will_be_printed(editor_page: Page) -> None:
    open_editor(editor_page, make_story(headline="Harvest begins"))
    show = """([style, ...parts]) => {
      const dateline = document.querySelector(".story-dateline")
      dateline.dataset.style = style
      const inputs = [...dateline.querySelectorAll("input")]
      for (const [at, input] of inputs.entries()) input.value = parts[at]
      inputs[0].dispatchEvent(new Event("input", { bubbles: true }))
      return dateline.querySelector(".story-dateline-printed").textContent
    }"""

    def printed(style: str, places: str, date: str, agency: str) -> Any:
        several = [place.strip() for place in places.split("/") if place.strip()]
        return print_dateline(style, several, date, agency)

    for style in STYLES:
        for parts in DATELINES:
            assert editor_page.evaluate(show, [style, *parts]) == printed(style, *parts)
