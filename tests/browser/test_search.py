"""Readers search, with and without pressing Enter."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.factories import make_section, make_version


@pytest.mark.django_db(transaction=True)
def test_a_reader_finds_a_story_while_typing(page: Page, axe: Callable[[Page], None]) -> None:
    land, sea = (make_section(name=it.title(), slug=it) for it in ("land", "sea"))
    make_version(headline="Kazakhstan votes", section=land, body_html="<p>In Astana.</p>")
    make_version(headline="القمة في Astana", language="ar", section=sea)
    page.set_viewport_size({"width": 390, "height": 844})

    page.goto("/")
    page.get_by_role("link", name="Search").click()
    words = page.get_by_role("searchbox", name="Words to search for")
    words.press_sequentially("asta")
    expect(page.locator("mark")).to_have_text(["Astana", "Astana"])
    expect(page.get_by_role("status")).to_have_text("2 stories")
    expect(words).to_be_focused()
    axe(page)

    page.get_by_role("link", name="Land 1").click()
    expect(page.get_by_role("status")).to_have_text("1 story")
    page.get_by_role("searchbox").fill("kazakstan")
    page.get_by_role("searchbox").press("Enter")
    page.get_by_role("link", name="Kazakhstan").click()
    expect(page.locator("mark")).to_have_text("Kazakhstan")
    page.get_by_text("Filters and order").click()
    axe(page)
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(overflow) == 0
