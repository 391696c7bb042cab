"""Links in the text, by keyboard."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.editor.helpers import expect_written
from tests.browser.keyboard import press, select, write


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("/recent/", "/recent/"),
        ("www.example.org", "https://www.example.org"),
        ("desk@example.org", "mailto:desk@example.org"),
    ],
)
def test_link_by_keys(writing: Page, typed: str, kept: str) -> None:
    write(writing, "One two")
    select(writing, "two")
    press(writing, "Control+k")
    write(writing, typed)
    press(writing, "Enter")

    expect_written(writing, f'<p>One <a href="{kept}">two</a></p>')

    press(writing, "Control+k")
    writing.get_by_role("dialog", name="Link").get_by_role("button", name="Remove").click()
    expect(writing.locator("#id_body")).not_to_have_value(re.compile("<a "))
    expect_written(writing, "<p>One two</p>")


def test_a_link_that_leads_nowhere_is_asked_about(writing: Page, complaints: list[str]) -> None:
    write(writing, "One")
    select(writing, "One")
    press(writing, "Control+k")
    write(writing, "/news/nope/")
    press(writing, "Enter")
    expect(writing.get_by_role("alert").filter(has_text="no such page")).to_be_visible()
    press(writing, "Enter")
    expect(writing.get_by_role("dialog")).to_be_hidden()

    expect_written(writing, '<p><a href="/news/nope/">One</a></p>')
    assert "404" in complaints.pop()


@pytest.mark.parametrize("typed", ["javascript:alert(1)", "http://exa mple.com", "https://a..b/"])
def test_an_invalid_url_is_refused_with_a_reason(writing: Page, typed: str) -> None:
    write(writing, "One")
    select(writing, "One")
    press(writing, "Control+k")
    write(writing, typed)
    press(writing, "Enter")

    expect(writing.get_by_role("alert").filter(has_text="valid URL")).to_be_visible()
    press(writing, "Escape")
    expect_written(writing, "<p>One</p>")
