"""Links to other stories in the text."""

from playwright.sync_api import Page, expect

from tests.browser.editor.helpers import expect_written
from tests.browser.keyboard import open_editor, press, write
from tests.factories import make_story


def test_also_read_by_a_part_of_the_headline(writing: Page) -> None:
    story = make_story(headline="DR Congo’s Tribunal Sentences 25 Soldiers to Death")
    make_story(headline="Tribunal in Geneva")
    write(writing, "One")
    press(writing, "Control+Shift+Digit6")
    write(writing, "soldiers congo's")
    option = writing.get_by_role("option", name=story.headline)
    expect(option).to_contain_text("unpublished")
    expect(writing.get_by_role("dialog").get_by_role("option")).to_have_count(1)
    press(writing, "ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    press(writing, "Enter")
    write(writing, ".")

    link = (
        '<aside data-block="also-read" data-key="KEY" data-label="Also Read | "'
        f' data-story="{story.pk}">{story.headline}</aside>'
    )
    expect_written(writing, "<p>One.</p>", link)
    expect(writing.locator(".newsroom-block-line")).to_have_text("linked to a story")

    # The end of the text is below the link, not in its words.
    press(writing, "Control+End")
    write(writing, "Two")
    expect_written(writing, "<p>One.</p>", link, "<p>Two</p>")


def test_also_read_without_a_story_waits_for_it(writing: Page) -> None:
    press(writing, "Control+Shift+Digit6")
    write(writing, "A story to come")
    expect(writing.get_by_role("status").filter(has_text="No story")).to_be_visible()
    press(writing, "Enter")

    expect_written(
        writing,
        '<aside data-block="also-read" data-key="KEY" data-label="Also Read | ">'
        "A story to come</aside>",
    )
    expect(writing.locator(".newsroom-block-line")).to_have_text("waiting for its story")


def test_a_story_is_not_offered_to_itself(editor_page: Page) -> None:
    make_story(headline="Other tribunal")
    open_editor(editor_page, make_story(headline="Own tribunal"))
    press(editor_page, "Control+Shift+Digit6")
    write(editor_page, "tribunal")

    expect(editor_page.get_by_role("dialog").get_by_role("option")).to_have_text(
        ["Other tribunalunpublished"]
    )


def test_escape_closes_the_list_first_and_then_the_dialog(writing: Page) -> None:
    make_story(headline="Tribunal")
    press(writing, "Control+Shift+Digit6")
    write(writing, "trib")
    expect(writing.get_by_role("listbox")).to_be_visible()
    press(writing, "Escape")
    expect(writing.get_by_role("listbox")).to_be_hidden()
    expect(writing.get_by_role("dialog")).to_be_visible()
    press(writing, "Escape")
    expect(writing.get_by_role("dialog")).to_be_hidden()
