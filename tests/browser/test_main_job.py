"""The main job by keyboard alone: log in, import copy, edit, publish, and read it."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from articles.models import Story
from newsroom.accounts.models import User
from tests.browser.keyboard import reach
from tests.factories import SAMPLES

SAMPLE = (SAMPLES / "xi-putin-sco.txt").read_text("utf-8")
URL = "/news/xi-and-putin-outline-ambitious-goals-for-eurasian-security-organization/"


def words(text: str) -> list[str]:
    return text.split()


@pytest.mark.django_db(transaction=True)
def test_from_wire_copy_to_the_readers_page(page: Page, live_server: LiveServer) -> None:
    User.objects.create_superuser("managing_editor", password="a long pass phrase")
    page.goto(f"{live_server.url}/admin/")
    reach(page, page.get_by_label("Username"))
    page.keyboard.type("managing_editor")
    reach(page, page.get_by_label("Password"))
    page.keyboard.type("a long pass phrase")
    page.keyboard.press("Enter")

    link = page.get_by_role("link", name="Import copy").first
    reach(page, link)
    page.keyboard.press("Enter")
    reach(page, page.locator("textarea").first)
    page.keyboard.insert_text(SAMPLE)
    reach(page, page.get_by_role("button", name="Import"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("Left out: “Recent News”")).to_be_visible()

    reach(page, page.get_by_role("link", name="Open the story"))
    page.keyboard.press("Enter")
    reach(page, page.get_by_role("button", name="Publish now"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("live").first).to_be_visible()

    page.goto(live_server.url + URL)
    assert words(SAMPLE) == words(shown(page))[: len(words(SAMPLE))]

    page.goto(f"{live_server.url}/admin/articles/story/{Story.objects.get().pk}/change/")
    headline = page.get_by_label("Headline")
    reach(page, headline)
    page.keyboard.press("End")
    page.keyboard.type(", Again")
    reach(page, page.get_by_role("button", name="Save", exact=True))
    page.keyboard.press("Enter")
    expect(page.locator(".messagelist .success, .messagelist .info").first).to_be_visible()
    page.goto(live_server.url + URL)
    assert "Again" not in shown(page)

    page.goto(f"{live_server.url}/admin/articles/story/{Story.objects.get().pk}/change/")
    reach(page, page.get_by_role("button", name="Publish changes…"))
    page.keyboard.press("Enter")
    reach(page, page.get_by_label("A minor change"))
    page.keyboard.press("Space")
    reach(page, page.get_by_role("button", name="Publish", exact=True))
    page.keyboard.press("Enter")
    expect(page.locator(".messagelist li").first).to_be_visible()
    page.goto(live_server.url + URL)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Organization, Again")


def shown(page: Page) -> str:
    """Return the text of the page's main part without the line above the headline."""
    text = page.locator("main").inner_text()
    return text.removeprefix(page.locator("main .meta").inner_text())
