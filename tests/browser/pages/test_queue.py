"""Links are decided by keyboard alone, one key each."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from articles import publishing
from articles.models import RelatedLink
from tests.factories import make_link
from tests.helpers import managing_editor, ready

NUMBER = 20


def test_twenty_links_are_decided_by_keyboard(
    editor_page: Page, axe: Callable[[Page], None]
) -> None:
    page, keys = editor_page, 0
    for number in range(NUMBER):
        target = ready(f"Target {number}")
        publishing.publish(target, by=managing_editor())
        make_link(ready(f"Linking {number}"), target=target, suggested_by=managing_editor())
    page.goto("/admin/articles/relatedlink/queue/")
    axe(page)

    def press(*pressed: str) -> None:
        nonlocal keys
        for key in pressed:
            page.keyboard.press(key)
            keys += 1

    def at(number: int | str) -> None:
        heading = page.get_by_role("heading", level=2)
        expect(heading).to_have_text(f"Target {number}")
        expect(heading).to_be_focused()

    said = page.get_by_role("status").and_(page.locator("p"))
    page.locator("#queue-words").focus()
    for number in range(NUMBER - 2):
        at(number)
        press("r", "2") if number % 3 == 2 else press("a")
    at(18)
    expect(said).to_have_text("“Target 17” was rejected.")
    # One that was decided too fast comes back, and another one is skipped.
    press("z")
    at(17)
    expect(said).to_have_text("“Target 17” is waiting for a decision again.")
    press("e")
    expect(page.get_by_label("Text", exact=True)).to_be_focused()
    axe(page)
    page.keyboard.type("What it means")
    # Enter is “Done”: nothing is sent before one approves.
    press("Enter")
    edit = page.locator(".queue-edit summary")
    expect(edit).to_be_focused()
    expect(edit).to_contain_text("edited")
    for way in ("Escape", "Done"):
        press("e")
        expect(page.get_by_label("Text", exact=True)).to_have_value("What it means")
        if way == "Done":
            page.get_by_role("button", name="Done").click()
        else:
            page.keyboard.press(way)
        expect(page.get_by_role("button", name="Done")).to_be_hidden()
        expect(edit).to_be_focused()
    keys -= 2
    press("a")
    at(18)
    press("s")
    at(19)
    press("r")
    axe(page)
    page.get_by_label("Another reason").focus()
    page.keyboard.type("No.")
    press("Enter")
    expect(page.get_by_text("1 link is still waiting: you skipped it.")).to_be_visible()
    page.get_by_role("link", name="Start again").press("Enter")
    page.locator("#queue-words").focus()
    at(18)
    # Somebody else decides it meanwhile.
    RelatedLink.objects.filter(state="suggested").update(headline="Target 18 b")
    # A key that is pressed twice before the answer decides once.
    press("a", "a")
    keys -= 1
    expect(said).to_contain_text("Your decision was not saved; look at it again.")
    at("18 b")
    press("a")
    expect(page.get_by_text("All links are decided.")).to_be_visible()
    axe(page)

    states = RelatedLink.objects.order_by("pk").values_list("state", flat=True)
    assert [state == "rejected" for state in states] == [
        (number % 3 == 2 and number != 17) or number == 19 for number in range(NUMBER)
    ]
    assert RelatedLink.objects.get(target__headline="Target 17").decided_headline == "What it means"
    # Two keys to reject with a reason, one for all else.
    assert keys <= 1.5 * NUMBER + 5
