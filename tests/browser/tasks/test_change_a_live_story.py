"""A live story is corrected, explained and withdrawn."""

import pytest
from playwright.sync_api import expect

from articles import publishing
from articles.models import Story
from tests.browser import keyboard
from tests.browser.tasks.conftest import Desk
from tests.browser.tasks.desk_page import answer, button, choose_more, expect_told, row
from tests.helpers import managing_editor, ready

URL = "/news/harvest-begins/"


@pytest.fixture
def live(transactional_db: None) -> Story:
    """A story that readers see, with a typo at its end."""
    story = ready("Harvest begins", body="<p>The harvest has begun in the souht</p>")
    publishing.publish(story, by=managing_editor())
    return story


def test_a_typo_is_fixed_from_the_readers_page(desk: Desk, live: Story) -> None:
    hands = desk(managing_editor())
    page = hands.page
    page.goto(URL)
    hands.press(page.get_by_role("link", name="Edit this page"))
    text = page.get_by_role("textbox", name="Body")
    expect(text).to_be_visible()
    if not hands.has_mouse:
        hands.go_to(text)
        hands.steps -= 1  # The way to the word is one group of keys.
        keyboard.press(page, "Control+End")
    hands.select_word("souht")
    hands.write("south")
    hands.press(button(page, "Publish changes…"))
    hands.choose(page.get_by_label("A minor change"))
    hands.press(answer(page, "Publish"))
    expect_told(page, "was published")
    assert hands.steps <= 6

    page.goto(URL)
    expect(page.locator("main")).to_contain_text("begun in the south")


def test_a_correction_is_added(desk: Desk, live: Story) -> None:
    hands = desk(managing_editor())
    page = hands.page
    hands.press(row(page, "Harvest begins"))
    choose_more(hands, "Add correction…")
    expect(page.get_by_label("Correction", exact=True)).to_be_checked()
    hands.go_to(page.get_by_label("What readers are told"))
    hands.write("It began in May.")
    hands.press(answer(page, "Add correction"))
    expect_told(page, "Readers see what you added")
    assert hands.steps <= 6

    for url in (URL, "/corrections/"):
        page.goto(url)
        expect(page.get_by_text("It began in May.")).to_be_visible()


def test_a_story_is_withdrawn_and_that_is_undone(
    desk: Desk, live: Story, complaints: list[str]
) -> None:
    hands = desk(managing_editor())
    page = hands.page
    hands.press(row(page, "Harvest begins"))
    choose_more(hands, "Withdraw…")
    hands.press(answer(page, "Withdraw"))
    expect_told(page, "readers no longer see it")
    assert hands.steps <= 4
    assert page.request.get(URL).status == 410

    choose_more(hands, "Undo withdrawal…")
    hands.press(answer(page, "Show it to readers again"))
    expect_told(page, "Readers see “Harvest begins” again")
    assert page.request.get(URL).status == 200
