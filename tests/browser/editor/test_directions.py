"""At the desk, words run in the direction of most of their letters, as readers get them."""

from playwright.sync_api import Page, expect

from tests.browser.keyboard import open_editor
from tests.factories import make_story

MIXED = "COVID-19: الوباء يعود"


def test_a_headline_that_begins_with_latin_letters_runs_from_right_to_left(
    editor_page: Page,
) -> None:
    story = make_story(headline=MIXED, body="<p>(CNN) -- قال الرئيس</p>")
    editor_page.goto("/admin/articles/story/")
    shown = editor_page.locator("bdi", has_text=MIXED).first
    expect(shown).to_have_css("direction", "rtl")

    open_editor(editor_page, story)
    headline = editor_page.get_by_role("textbox", name="Headline")
    expect(headline).to_have_css("direction", "rtl")
    expect(editor_page.locator(".ProseMirror p")).to_have_css("direction", "rtl")
    headline.fill("“سلام” said the president")
    expect(headline).to_have_css("direction", "ltr")
    headline.fill("https://example.com/a/b قال")
    expect(headline).to_have_css("direction", "rtl")

    tags = editor_page.get_by_role("combobox", name="Tags")
    tags.fill("BBC عربي")
    expect(tags).to_have_css("direction", "rtl")


def test_texts_of_scripts_isolate_what_runs_the_other_way(editor_page: Page) -> None:
    open_editor(editor_page)
    said = editor_page.evaluate(
        """async (names) => {
            const { interpolate } = await import("/static/js/i18n.js")
            return names.map((name) => interpolate("Remove: %(name)s", { name }))
        }""",
        [MIXED, "Harvest", "«سلام» he said"],
    )
    assert said == [
        f"Remove: \u2067{MIXED}\u2069",
        "Remove: Harvest",
        "Remove: \u2066«سلام» he said\u2069",
    ]


def test_a_list_of_tags_is_pasted_line_by_line(editor_page: Page) -> None:
    open_editor(editor_page)
    editor_page.get_by_role("combobox", name="Tags").evaluate(
        """input => {
            const clipboardData = new DataTransfer()
            clipboardData.setData("text/plain", "Köln\\nKÖLN\\n العراق؛ سوريا\\nİstanbul; ISTANBUL")
            input.focus()
            input.dispatchEvent(
                new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
            )
        }"""
    )
    expect(editor_page.locator("#id_tags")).to_have_value("Köln, العراق, سوريا, İstanbul")
