"""Wire copy goes in, a structured story comes out, and readers get the words of the copy."""

from playwright.sync_api import Page, expect

from tests.browser.tasks.conftest import Desk
from tests.browser.tasks.desk_page import answer, button, row
from tests.factories import SAMPLES
from tests.helpers import managing_editor

SAMPLE = (SAMPLES / "xi-putin-sco.txt").read_text("utf-8")
URL = "/news/xi-and-putin-outline-ambitious-goals-for-eurasian-security-organization/"


def test_wire_copy_is_imported_and_published(desk: Desk) -> None:
    hands = desk(managing_editor())
    page = hands.page
    hands.press(row(page, "Import copy"))
    hands.go_to(page.locator("textarea").first)
    hands.paste(SAMPLE)
    hands.press(button(page, "Import"))
    expect(page.get_by_text("Left out: “Recent News”")).to_be_visible()
    hands.press(page.get_by_role("link", name="Open the story"))
    hands.press(button(page, "Publish now…"))
    # What would be better is named once; nothing reaches readers by one click.
    expect(page.locator("dialog[open]")).to_contain_text("The story is in no section.")
    hands.press(answer(page, "Publish"))
    expect(page.locator(".story-bar .chip[data-state=live]")).to_be_visible()
    assert hands.steps <= 7

    page.goto(URL)
    assert SAMPLE.split() == shown(page).split()[: len(SAMPLE.split())]


def shown(page: Page) -> str:
    """Return the text of the page's main part without the line above the headline."""
    # Scripts add both to it, the second after an answer of the server.
    expect(page.get_by_role("button", name="Copy link")).to_be_visible()
    expect(page.get_by_role("link", name="Edit this page")).to_be_visible()
    text = page.locator("main").inner_text()
    return text.removeprefix(page.locator("main .meta").inner_text())
