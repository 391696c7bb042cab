"""The editor in its form: accessible, on narrow screens, and its toolbar."""

import re
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.editor.helpers import PULL_QUOTE
from tests.browser.keyboard import open_editor, press
from tests.factories import make_picture, make_story


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_editor_is_accessible(editor_page: Page, scheme: Literal["light", "dark"]) -> None:
    editor_page.emulate_media(color_scheme=scheme)
    open_editor(editor_page, make_story(headline="A", body=f"<p>The right</p>{PULL_QUOTE}"))

    def check(place: str) -> None:
        results = Axe().run(editor_page, context=place)
        assert results.violations_count == 0, results.generate_report()

    check(".prose-editor")
    for key in ("1", "6", "9"):
        press(editor_page, "Control+Home", f"Control+Shift+Digit{key}")
        check(".newsroom-dialog")
        press(editor_page, "Escape")

    make_picture(caption="Newest", credit="A/Agency")
    press(editor_page, "Control+Home", "Control+Shift+Digit1", "ArrowDown")
    expect(editor_page.get_by_role("dialog").get_by_role("option")).to_be_visible()
    check(".newsroom-dialog")


def test_it_fits_a_narrow_screen(editor_page: Page) -> None:
    editor_page.set_viewport_size({"width": 320, "height": 640})
    open_editor(editor_page, make_story(headline="A", body=f"<p>The right</p>{PULL_QUOTE}"))
    press(editor_page, "Control+Shift+Digit6")

    for place in (".prose-editor", ".newsroom-block", ".newsroom-dialog"):
        box = editor_page.locator(place).bounding_box()
        assert box
        assert 0 <= box["x"] <= box["x"] + box["width"] <= 320


def test_the_toolbar_is_one_stop_with_arrows_inside(writing: Page) -> None:
    press(writing, "Alt+F10")
    expect(writing.get_by_role("button", name="Bold")).to_be_focused()
    press(writing, "ArrowRight")
    expect(writing.get_by_role("button", name="Italic")).to_be_focused()
    press(writing, "Home", "ArrowLeft")
    expect(writing.get_by_role("button", name="Find and replace")).to_be_focused()
    press(writing, "ArrowRight")
    expect(writing.get_by_role("button", name="Bold")).to_be_focused()
    press(writing, "Enter")
    expect(writing.get_by_role("button", name="Bold")).to_have_attribute("aria-pressed", "true")
    press(writing, "Control+Shift+Digit8")
    expect(writing.get_by_role("button", name="List", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )


def test_the_toolbar_stays_in_sight_and_hides_no_caret(editor_page: Page) -> None:
    html = "".join(f"<p>{number}</p>" for number in range(60))
    open_editor(editor_page, make_story(headline="A", body=html))
    toolbar = editor_page.get_by_role("toolbar", name="Formatting")
    press(editor_page, "Control+End")
    expect(toolbar).to_be_in_viewport(ratio=1)

    press(editor_page, *["ArrowUp"] * 40)
    box = toolbar.bounding_box()
    caret = editor_page.evaluate("getSelection().getRangeAt(0).getBoundingClientRect().top")
    assert box
    assert caret >= box["y"] + box["height"]


def test_the_headline_is_counted_against_what_reads_well(writing: Page) -> None:
    headline = writing.get_by_role("textbox", name="Headline")
    target = int(headline.get_attribute("data-count-target") or 0)
    headline.fill("x" * (target + 2))

    counter = writing.locator("#id_headline_count")
    expect(counter).to_have_text(f"{target + 2} of {target}, 2 too many")
    expect(headline).to_have_attribute("aria-describedby", re.compile("id_headline_count"))
