"""A live blog: what is published by keyboard arrives on the page that a reader has open."""

from collections.abc import Callable

from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from articles import live, publishing
from articles.models import EntryVersion, Story
from newsroom.accounts.models import User
from tests.browser.test_reading import SHIFTS
from tests.helpers import ready

#: Longer than a page waits before it asks again, in milliseconds.
SOON = 31_000


def watched(editor: User, live_server: LiveServer, browser: Browser) -> tuple[Story, Page]:
    """Return a live blog with an entry, and the page of a reader who has it open."""
    story = publishing.publish(ready("Flood watch"), by=editor).story
    live.start_coverage(story, by=editor)
    entry = live.write_entry(story, live.EntryCopy("<p>It rains.</p>", "Rain"), by=editor)
    live.publish_entry(entry, by=editor)
    reader = browser.new_context(base_url=live_server.url, locale="en-GB").new_page()
    reader.clock.install()
    reader.add_init_script(SHIFTS)
    reader.goto(f"/news/{story.slug}/")
    expect(reader.locator(".live-entry")).to_have_count(1)
    return story, reader


def test_an_entry_arrives_while_somebody_reads(
    editor_page: Page,
    editor: User,
    browser: Browser,
    live_server: LiveServer,
    axe: Callable[..., None],
) -> None:
    page = editor_page
    story, reader = watched(editor, live_server, browser)
    page.goto(f"/admin/articles/story/{story.pk}/live/")
    expect(page.get_by_role("toolbar", name="Formatting")).to_be_visible()
    axe(page)
    page.get_by_label("Headline", exact=True).focus()
    page.keyboard.type("The river rises")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("textbox", name="Text")).to_be_focused()
    page.keyboard.type("It is in the market.")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".messagelist")).to_contain_text("The entry was published.")
    expect(page.get_by_role("textbox", name="Text")).to_be_focused()

    reader.clock.run_for(SOON)
    button = reader.get_by_role("button", name="1 new update")
    expect(button).to_be_visible()
    expect(reader.locator(".live-entry")).to_have_count(1)
    assert reader.evaluate("window.shifts") == []
    button.focus()
    reader.keyboard.press("Enter")
    newest = reader.locator(".live-entry").first
    expect(newest).to_contain_text("The river rises")
    expect(newest).to_contain_text("It is in the market.")
    expect(newest).to_be_focused()
    expect(button).to_have_count(0)
    axe(reader)

    # What is corrected or withdrawn changes without being asked for.
    first, second = (version.entry for version in EntryVersion.objects.order_by("pk"))
    live.save_entry(first, live.EntryCopy("<p>It pours.</p>", "Rain"), by=editor)
    live.publish_entry(first, by=editor)
    live.withdraw_entry(second, by=editor, reason="It was the canal.")
    live.end_coverage(story, by=editor)
    reader.clock.run_for(SOON)
    expect(reader.locator(".live-entry")).to_have_count(1)
    expect(reader.locator(".live-entry")).to_contain_text("It pours.")
    expect(reader.locator(".live-mark")).to_have_count(0)
    reader.context.close()
