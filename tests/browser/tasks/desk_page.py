"""What is on the desk's pages, by the words that people see."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.tasks.hands import Hands


def row(page: Page, headline: str) -> Locator:
    """Return the link to a story on the start page or in a list."""
    return page.get_by_role("main").get_by_role("link", name=headline, exact=True).first


def button(page: Page, name: str) -> Locator:
    """Return a button of the page, or of the dialog over it."""
    dialog = page.locator("dialog[open]")
    return (dialog if dialog.count() else page.get_by_role("main")).get_by_role(
        "button", name=name, exact=True
    )


def answer(page: Page, name: str) -> Locator:
    """Return a button of the dialog that asks."""
    return page.locator("dialog[open]").get_by_role("button", name=name, exact=True)


def choose_more(hands: Hands, name: str) -> None:
    """Choose from the menu More of the story's form: two steps."""
    menu = hands.page.locator(".story-bar .menu")
    hands.press(menu.locator("summary"))
    buttons = menu.get_by_role("button", name=name, exact=True)
    hands.press(buttons.or_(menu.get_by_role("link", name=name, exact=True)))


def expect_told(page: Page, what: str) -> None:
    """Expect the page to say what was done."""
    expect(page.locator(".messagelist")).to_contain_text(what)
