"""Text in the body's editor, as writers write it: by keyboard."""

from playwright.sync_api import Page, expect

from tests.browser.editor.helpers import PULL_QUOTE, expect_written, paste, written
from tests.browser.keyboard import open_editor, press, write
from tests.factories import make_story


def test_bold_italic_headings_lists_and_quotes_by_keys(writing: Page) -> None:
    press(writing, "Control+Alt+2")
    write(writing, "Heading")
    press(writing, "Enter")
    write(writing, "One ")
    press(writing, "Control+b")
    write(writing, "two")
    press(writing, "Control+b", "Control+i")
    write(writing, " three")
    press(writing, "Enter", "Control+i", "Control+Shift+Digit8")
    write(writing, "a")
    press(writing, "Enter", "Tab")
    write(writing, "b")
    press(writing, "Enter", "Enter", "Enter", "Control+Shift+Digit7")
    write(writing, "c")
    press(writing, "Enter", "Enter", "Control+Shift+B")
    write(writing, "d")
    press(writing, "Enter", "Enter")
    write(writing, "---")
    write(writing, "e")

    expect_written(
        writing,
        "<h2>Heading</h2>",
        "<p>One <strong>two</strong> <em>three</em></p>",
        "<ul><li><p>a</p><ul><li><p>b</p></li></ul></li></ul>",
        "<ol><li><p>c</p></li></ol>",
        "<blockquote><p>d</p></blockquote>",
        "<hr>",
        "<p>e</p>",
    )


def test_undo_and_redo(writing: Page) -> None:
    write(writing, "One")
    press(writing, "Control+z")
    expect_written(writing, "")
    press(writing, "Control+Shift+z")
    expect_written(writing, "<p>One</p>")


def test_names_of_companies_do_not_become_links(writing: Page) -> None:
    write(writing, "Amazon.com said https://example.org was down.")

    assert "<a" not in written(writing)


def test_blocks_run_in_their_own_direction(editor_page: Page) -> None:
    html = "<p>中国国家主席</p><p>(CNN) -- قال الرئيس</p><p>The end</p>"
    open_editor(editor_page, make_story(headline="A", body=html))
    paragraphs = editor_page.locator(".ProseMirror p")
    for number, direction in enumerate(("ltr", "rtl", "ltr")):
        expect(paragraphs.nth(number)).to_have_css("direction", direction)


def test_words_are_counted(writing: Page) -> None:
    write(writing, "We must. 西方")
    paste(writing, PULL_QUOTE)

    expect(writing.locator(".newsroom-count")).to_have_text(
        "3 words · 11 characters · 1 minute to read"
    )


def test_arabic_is_written_from_right_to_left_beside_our_blocks(editor_page: Page) -> None:
    html = f"{PULL_QUOTE}<p>وصل الرئيس</p><ul><li><p>نقطة</p></li></ul>"
    open_editor(editor_page, make_story(headline="وصل الرئيس (Reuters)", body=html))

    body = editor_page.get_by_role("textbox", name="Body")
    # Most of its letters, not the first one.
    expect(body).to_have_css("direction", "rtl")
    press(editor_page, "Control+Home", *["Delete"] * len("right"))
    write(editor_page, "الحق")
    expect(body).to_have_css("direction", "rtl")
    expect(body.get_by_role("listitem")).to_have_css("direction", "rtl")
    expect(editor_page.get_by_label("Headline")).to_have_css("direction", "rtl")
    press(editor_page, "Control+Shift+Digit6")
    write(editor_page, "قصة أخرى")
    headline = editor_page.get_by_role("dialog").get_by_label("Headline")
    expect(headline).to_have_css("direction", "rtl")
