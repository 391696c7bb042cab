"""Our own blocks in the text: where they are, and pull quotes."""

import re

from playwright.sync_api import Page, expect

from articles import body
from tests.browser.editor.helpers import PULL_QUOTE, expect_written, paste, written
from tests.browser.keyboard import open_editor, press, select, write
from tests.factories import make_story


def test_a_second_block_stands_below_the_first(writing: Page) -> None:
    write(writing, "One")
    select(writing, "One")
    press(writing, "Control+Shift+Digit9", "Enter", "Control+Shift+Digit6")
    write(writing, "A story to come")
    press(writing, "Enter")
    expect(writing.locator(".newsroom-block")).to_have_count(2)

    assert [type(block).__name__ for block in body.read(written(writing))] == [
        "Paragraph",
        "PullQuote",
        "AlsoRead",
    ]


def test_a_block_in_an_empty_paragraph_stands_above_it(writing: Page) -> None:
    write(writing, "One")
    press(writing, "Enter", "Control+Shift+Digit6")
    write(writing, "A story to come")
    press(writing, "Enter")
    expect(writing.locator(".newsroom-block")).to_have_count(1)
    write(writing, "Two")
    assert [type(block).__name__ for block in body.read(written(writing))] == [
        "Paragraph",
        "AlsoRead",
        "Paragraph",
    ]


def test_pull_quote_of_the_selected_words(writing: Page) -> None:
    write(writing, "We must safeguard the right")
    select(writing, "safeguard the right")
    press(writing, "Control+Shift+Digit9")
    expect(writing.get_by_role("textbox", name="Speaker")).to_be_focused()
    write(writing, "Xi Jinping")
    press(writing, "Enter")
    write(writing, ".")

    quote = (
        '<aside data-block="pull-quote" data-key="KEY" data-speaker="Xi Jinping">'
        "safeguard the right</aside>"
    )
    expect_written(writing, "<p>We must safeguard the right.</p>", quote)


def test_pull_quote_is_edited_left_and_removed_by_keys(editor_page: Page) -> None:
    open_editor(editor_page, make_story(headline="A", body=f"<p>The right</p>\n{PULL_QUOTE}"))
    edit = editor_page.get_by_role("button", name="Edit: Pull quote")
    edit.focus()
    press(editor_page, "Enter")
    dialog = editor_page.get_by_role("dialog", name="Pull quote")
    dialog.get_by_label("Words").fill("The right")
    dialog.get_by_label("Speaker").fill("")
    press(editor_page, "Enter", "End", "Enter")
    write(editor_page, "After")
    expect(editor_page.locator(".newsroom-block-line")).to_have_text("no speaker")

    quote = '<aside data-block="pull-quote" data-key="k3y0k3y0">The right</aside>'
    expect_written(editor_page, "<p>The right</p>", quote, "<p>After</p>")

    edit.focus()
    press(editor_page, "Enter")
    dialog.get_by_role("button", name="Remove").click()
    expect(editor_page.locator(".newsroom-block")).to_have_count(0)
    expect_written(editor_page, "<p>The right</p>", "<p>After</p>")


def test_arrow_keys_move_through_our_blocks(editor_page: Page) -> None:
    html = f"<p>a</p>{PULL_QUOTE}<p>b</p>"
    open_editor(editor_page, make_story(headline="A", body=html))
    press(editor_page, "ArrowDown", "End")
    write(editor_page, "s")
    press(editor_page, "ArrowDown", "End")
    write(editor_page, "c")
    press(editor_page, "ArrowUp", "ArrowUp", "End")
    write(editor_page, "d")

    assert body.plain_text(body.read(written(editor_page))).split() == ["ad", "rights", "bc"]


def test_leaving_the_dialog_changes_nothing(writing: Page) -> None:
    write(writing, "One")
    press(writing, "Control+Shift+Digit9", "Escape")
    write(writing, " two")

    expect_written(writing, "<p>One two</p>")


def test_a_copy_gets_a_key_of_its_own_and_a_moved_block_keeps_its(editor_page: Page) -> None:
    open_editor(editor_page, make_story(headline="A", body=f"<p>One</p>\n{PULL_QUOTE}"))
    press(editor_page, "Control+Home")
    paste(editor_page, PULL_QUOTE)
    html = editor_page.locator("#id_body").input_value()
    keys = re.findall(r'data-key="(\w+)"', html)
    assert keys[1] == "k3y0k3y0"
    assert re.fullmatch("[a-z0-9]{12}", keys[0])

    press(editor_page, "Control+a", "Delete")
    paste(editor_page, PULL_QUOTE)
    expect_written(editor_page, PULL_QUOTE)


def test_a_pull_quote_is_undone_at_once(writing: Page) -> None:
    write(writing, "One")
    select(writing, "One")
    press(writing, "Control+Shift+Digit9", "Enter")
    assert "pull-quote" in written(writing)
    press(writing, "Control+z")
    expect_written(writing, "<p>One</p>")


def test_a_click_below_the_last_block_writes_after_it(editor_page: Page) -> None:
    open_editor(editor_page, make_story(headline="A", body=f"<p>The right</p>{PULL_QUOTE}"))
    box = editor_page.locator(".ProseMirror").bounding_box()
    assert box
    editor_page.mouse.click(box["x"] + 40, box["y"] + box["height"] - 10)
    write(editor_page, "After")
    expect_written(editor_page, "<p>The right</p>", PULL_QUOTE, "<p>After</p>")
