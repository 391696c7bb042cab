"""A post or a video of another site in the text, by its URL."""

from playwright.sync_api import Page, expect

from tests.browser.editor.helpers import written
from tests.browser.keyboard import press, write

# Its site answers nobody, so that the server asks nobody.
POST = "https://t.me/durov/215"
BLOCK = f'<aside data-block="embed" data-key="KEY" data-url="{POST}"></aside>'


def paste_text(page: Page, text: str) -> None:
    """Paste plain text where the caret is."""
    page.evaluate(
        """text => {
            const clipboardData = new DataTransfer()
            clipboardData.setData("text/plain", text)
            const event = new ClipboardEvent("paste", { clipboardData, bubbles: true })
            document.querySelector(".ProseMirror").dispatchEvent(event)
        }""",
        text,
    )


def test_a_url_that_is_pasted_alone_becomes_an_embed_and_undo_makes_it_a_url(
    writing: Page,
) -> None:
    write(writing, "One")
    press(writing, "Enter")
    paste_text(writing, f" {POST}?single ")
    block = writing.locator(".newsroom-block")
    # As the site itself writes it, which the server knows.
    expect(block).to_contain_text("t.me/durov/215 · no title")
    write(writing, "Two")
    assert written(writing).split("\n") == ["<p>One</p>", BLOCK, "<p>Two</p>"]

    press(writing, "Control+KeyZ", "Control+KeyZ")
    expect(block).to_have_count(0)
    assert written(writing).split("\n") == ["<p>One</p>", f"<p>{POST}?single</p>"]


def test_a_url_within_words_or_of_another_site_stays_text(writing: Page) -> None:
    write(writing, "See ")
    paste_text(writing, POST)
    press(writing, "Enter")
    paste_text(writing, "https://example.org/")
    expect(writing.locator(".ProseMirror")).to_contain_text("example.org")
    expect(writing.locator(".newsroom-block")).to_have_count(0)


def test_a_slash_asks_for_a_url_and_tells_what_it_can_be(writing: Page) -> None:
    write(writing, "/embed")
    press(writing, "Enter")
    dialog = writing.get_by_role("dialog", name="Embed")
    expect(dialog).to_be_visible()
    write(writing, "example.org")
    press(writing, "Enter")
    expect(dialog).to_contain_text("This cannot be embedded")
    press(writing, "Control+KeyA")
    write(writing, POST.removeprefix("https://"))
    press(writing, "Enter")
    expect(dialog).to_have_count(0)
    expect(writing.locator(".newsroom-block")).to_contain_text("t.me/durov/215")

    writing.get_by_role("button", name="Edit: Embed").click()
    dialog.get_by_label("Title").fill("What was said")
    dialog.get_by_role("button", name="Update").click()
    expect(writing.locator(".newsroom-block-text")).to_have_text("What was said")
    assert written(writing) == BLOCK.replace("></aside>", ">What was said</aside>")
