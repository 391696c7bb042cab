"""Unsaved changes are offered again in the same window, and only there."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from articles.models import Story
from newsroom.accounts.models import User
from tests.browser.keyboard import open_editor, press, write
from tests.factories import make_section, make_story
from tests.wire.helpers import story as take_in

PULL_QUOTE = '<aside data-block="pull-quote" data-key="k3y0k3y0" data-speaker="Xi">One</aside>'
BODY = f"<p>One</p>\n<p>Two</p>\n{PULL_QUOTE}"


@pytest.fixture
def story(editor_page: Page) -> Story:
    return make_story(headline="Harvest begins", body=BODY)


def offer(page: Page) -> Locator:
    return page.get_by_role("region", name="You have unsaved changes")


def expect_nothing_kept(page: Page) -> None:
    """Wait until the window keeps no changes: its script may still be at work."""
    page.wait_for_function("Object.keys(sessionStorage).length === 0")


def write_and_lose(page: Page, words: str) -> None:
    """Write in the body, and lose the page as in a crash, once the words are kept."""
    write(page, words)
    page.wait_for_function(
        "words => Object.values(sessionStorage).some((kept) => kept.includes(words))", arg=words
    )
    page.reload()
    expect(page.get_by_role("toolbar", name="Formatting")).to_be_visible()


def save(page: Page, name: str = "Save") -> None:
    page.get_by_role("button", name=name, exact=True).click()
    expect(page.locator(".messagelist")).to_contain_text("saved")


def test_what_was_lost_is_restored_and_saved(
    editor_page: Page, story: Story, axe: Callable[[Page], None]
) -> None:
    section = make_section(name="World", slug="world")
    open_editor(editor_page, story)
    editor_page.get_by_label("Summary").fill("All of it")
    editor_page.get_by_label("Section").select_option("World")
    editor_page.get_by_role("textbox", name="Body").focus()
    press(editor_page, "Control+Home")
    write_and_lose(editor_page, "All night. ")

    expect(offer(editor_page)).to_contain_text(re.compile(r"on \d+ \w+ \d{4}.* UTC\."))
    axe(editor_page)
    body = editor_page.get_by_role("textbox", name="Body")
    expect(body).not_to_contain_text("All night")
    offer(editor_page).get_by_role("button", name="Restore").focus()
    press(editor_page, "Enter")
    expect(offer(editor_page)).to_be_hidden()
    expect(body).to_contain_text("All night. One")
    expect(editor_page.locator("#id_summary_count")).to_have_text(re.compile("^9 of"))
    save(editor_page)

    story.refresh_from_db()
    assert story.body == BODY.replace("<p>One", "<p>All night. One")
    assert (story.summary, story.section) == ("All of it", section)
    expect(offer(editor_page)).to_be_hidden()
    expect_nothing_kept(editor_page)


def test_what_is_discarded_is_not_offered_again(editor_page: Page, story: Story) -> None:
    open_editor(editor_page, story)
    write_and_lose(editor_page, "All night. ")
    offer(editor_page).get_by_role("button", name="Discard").click()
    expect(editor_page.get_by_role("textbox", name="Body")).not_to_contain_text("All night")
    editor_page.reload()
    expect(editor_page.get_by_role("toolbar", name="Formatting")).to_be_visible()
    expect(offer(editor_page)).to_be_hidden()
    expect_nothing_kept(editor_page)


def test_an_offer_without_an_answer_stays(editor_page: Page, story: Story) -> None:
    open_editor(editor_page, story)
    write_and_lose(editor_page, "All night. ")
    editor_page.get_by_role("textbox", name="Headline").fill("Another")
    editor_page.wait_for_timeout(1_000)
    editor_page.reload()
    offer(editor_page).get_by_role("button", name="Restore").click()
    expect(editor_page.get_by_role("textbox", name="Body")).to_contain_text("All night")


def test_what_somebody_saved_in_the_meantime_is_not_overwritten(
    editor_page: Page, story: Story
) -> None:
    open_editor(editor_page, story)
    write_and_lose(editor_page, "All night. ")
    Story.objects.filter(pk=story.pk).update(body="<p>Of another</p>", version=9)
    editor_page.reload()
    offer(editor_page).get_by_role("button", name="Restore").click()
    editor_page.get_by_role("button", name="Save", exact=True).click()
    expect(editor_page.get_by_text("while you were writing").first).to_be_visible()
    expect(editor_page.get_by_role("textbox", name="Body")).to_contain_text("All night")
    expect(offer(editor_page)).to_be_hidden()
    assert Story.objects.get(pk=story.pk).body == "<p>Of another</p>"


def test_what_was_saved_is_not_offered(editor_page: Page) -> None:
    open_editor(editor_page)
    # The server puts these in its own order.
    editor_page.get_by_role("textbox", name="Headline").fill("  Council   meets")
    editor_page.get_by_label("Summary").fill("One\n\ntwo")
    editor_page.get_by_role("combobox", name="Tags").fill("b, a")
    editor_page.get_by_role("textbox", name="Body").focus()
    write(editor_page, "One  two")
    press(editor_page, "Enter", "Enter")
    save(editor_page)
    expect(offer(editor_page)).to_be_hidden()
    expect_nothing_kept(editor_page)

    editor_page.get_by_role("textbox", name="Headline").fill("Council meets again")
    editor_page.locator(".story-bar .menu > summary").click()
    editor_page.get_by_role("button", name="Schedule…").click()
    editor_page.get_by_role("link", name="Back to the story").click()
    expect(editor_page.get_by_role("toolbar", name="Formatting")).to_be_visible()
    expect(offer(editor_page)).to_be_hidden()
    expect_nothing_kept(editor_page)

    open_editor(editor_page)
    expect(offer(editor_page)).to_be_hidden()


def test_saving_another_story_discards_nothing(
    editor_page: Page, story: Story, complaints: list[str]
) -> None:
    open_editor(editor_page)
    editor_page.get_by_role("textbox", name="Headline").fill("Council meets")
    session = editor_page.context.cookies()
    editor_page.context.clear_cookies()
    editor_page.get_by_role("button", name="Save", exact=True).click()
    expect(editor_page.get_by_role("heading", name="You are logged out")).to_be_visible()
    assert "403" in complaints.pop()

    editor_page.context.add_cookies(session)  # type: ignore[arg-type]
    open_editor(editor_page, story)
    write(editor_page, "More. ")
    save(editor_page)
    open_editor(editor_page)
    offer(editor_page).get_by_role("button", name="Restore").click()
    expect(editor_page.get_by_role("textbox", name="Headline")).to_have_value("Council meets")


def test_an_accepted_dateline_is_not_offered(editor_page: Page, editor: User) -> None:
    copy = b"A day at the fair\n\nReading: The fair opened on Monday.\n\nIt will end on Friday.\n"
    open_editor(editor_page, take_in(copy, editor))
    editor_page.get_by_label("Summary").fill("It met")
    save(editor_page, "Yes, it is the dateline")
    expect(offer(editor_page)).to_be_hidden()
    expect_nothing_kept(editor_page)


def test_it_is_offered_to_nobody_else(editor_page: Page, story: Story, editor: User) -> None:
    open_editor(editor_page, story)
    write_and_lose(editor_page, "All night. ")
    expect(offer(editor_page)).to_be_visible()
    other = editor_page.context.new_page()
    open_editor(other, story)
    expect(offer(other)).to_be_hidden()

    somebody = User.objects.create_superuser("other", password="a long password")
    editor_page.context.clear_cookies()
    editor_page.goto(f"/admin/login/?next=/admin/articles/story/{story.pk}/change/")
    editor_page.get_by_label("Username").fill(somebody.username)
    editor_page.get_by_label("Password").fill("a long password")
    editor_page.get_by_role("button", name="Log in").click()
    expect(editor_page.get_by_role("toolbar", name="Formatting")).to_be_visible()
    expect(offer(editor_page)).to_be_hidden()


@pytest.mark.parametrize(
    "broken",
    [
        # Full, and blocked.
        "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }",
        "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException() } })",
    ],
)
def test_a_browser_that_cannot_keep_words_says_so(
    editor_page: Page, story: Story, broken: str
) -> None:
    editor_page.add_init_script(f"if (location.pathname.includes('/change/')) {{ {broken} }}")
    open_editor(editor_page, story)
    editor_page.get_by_role("textbox", name="Headline").fill("Harvest ends")
    expect(editor_page.get_by_text("cannot keep unsaved changes")).to_be_visible()
    save(editor_page)
    assert Story.objects.get(pk=story.pk).headline == "Harvest ends"


def test_words_that_are_kept_are_read_again_only_if_they_can_be(
    editor_page: Page, story: Story
) -> None:
    open_editor(editor_page, story)
    write_and_lose(editor_page, "All night. ")
    editor_page.evaluate(
        "for (const key of Object.keys(sessionStorage)) sessionStorage[key] = '{half a'"
    )
    editor_page.reload()
    expect(editor_page.get_by_role("toolbar", name="Formatting")).to_be_visible()
    expect(offer(editor_page)).to_be_hidden()


def test_what_is_written_while_an_offer_waits_is_offered_too(
    editor_page: Page, story: Story
) -> None:
    open_editor(editor_page, story)
    write_and_lose(editor_page, "All night. ")
    expect(offer(editor_page)).to_be_visible()
    editor_page.get_by_role("textbox", name="Body").focus()
    write_and_lose(editor_page, "By day. ")
    body = editor_page.get_by_role("textbox", name="Body")
    expect(body).not_to_contain_text(re.compile("All night|By day"))
    offer(editor_page).get_by_role("button", name="Discard").click()
    expect(offer(editor_page)).to_be_visible()
    offer(editor_page).get_by_role("button", name="Restore").click()
    expect(body).to_contain_text("By day. ")
    expect(body).not_to_contain_text("All night")


def test_restoring_asks_before_it_replaces_new_words_and_offers_those_afterwards(
    editor_page: Page, story: Story
) -> None:
    open_editor(editor_page, story)
    write_and_lose(editor_page, "All night. ")
    headline = editor_page.get_by_role("textbox", name="Headline")
    headline.fill("Written since")
    editor_page.once("dialog", lambda dialog: dialog.dismiss())
    offer(editor_page).get_by_role("button", name="Restore").click()
    expect(headline).to_have_value("Written since")
    editor_page.once("dialog", lambda dialog: dialog.accept())
    offer(editor_page).get_by_role("button", name="Restore").click()
    expect(editor_page.get_by_role("textbox", name="Body")).to_contain_text("All night")
    expect(offer(editor_page)).to_be_visible()
    editor_page.once("dialog", lambda dialog: dialog.accept())
    offer(editor_page).get_by_role("button", name="Restore").click()
    expect(headline).to_have_value("Written since")
