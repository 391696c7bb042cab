"""Links in the text, by keyboard."""

import re

import pytest
from playwright.sync_api import Page, expect

from articles import publishing
from tests.browser.editor.helpers import expect_written
from tests.browser.keyboard import press, select, write
from tests.helpers import managing_editor, ready


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


MEANT = {
    "www.example.org/a:b@c": "https://www.example.org/a:b@c",
    "example.org:8080/a?b=1#c": "https://example.org:8080/a?b=1#c",
    "//example.org/a": "https://example.org/a",
    "köln.de": "https://köln.de",
    "https://пример.рф/путь": "https://пример.рф/путь",
    "HTTPS://EXAMPLE.ORG": "HTTPS://EXAMPLE.ORG",
    " https://example.org/a ": "https://example.org/a",
    "mailto:desk@example.org?subject=Hi": "mailto:desk@example.org?subject=Hi",
    "ORIGIN/news/a/?b=1#c": "/news/a/?b=1#c",
    "ORIGIN": "/",
    "/news/a/#b": "/news/a/#b",
}
NO_URLS = (
    *("", "example", "http://", "http:///x", "http://example", "https://https://example.org"),
    *("http://exa mple.com", "http:example.org", "https://a..b/", "https://example.org:99999/"),
    *("mailto:", "mailto:desk", "desk@example", "tel:+491234", "javascript:alert(1)", "data:,x"),
    *("https://user:word@example.org/", "https://example.org@evil.example/", "ftp://a.example/"),
    *("#anchor", "news/a/", "/\\\\evil.example", "///evil.example", "https://[x]/"),
)


def test_what_is_typed_is_a_url_or_short_for_one(writing: Page) -> None:
    found = writing.evaluate(
        """async (typed) => {
            const { complete } = await import("/static/js/editor/link.js")
            const whole = (text) => text.replace("ORIGIN", location.origin)
            return Object.fromEntries(typed.map((text) => [text, complete(whole(text))]))
        }""",
        [*MEANT, *NO_URLS],
    )
    assert found == MEANT | dict.fromkeys(NO_URLS)


@pytest.mark.parametrize(
    ("path", "reason"),
    [("/admin/articles/story/", "page of the desk"), ("/news/gone/", "was withdrawn")],
)
def test_a_page_that_readers_cannot_open_is_asked_about(
    writing: Page, complaints: list[str], path: str, reason: str
) -> None:
    gone = ready("Gone")
    publishing.publish(gone, by=managing_editor())
    publishing.withdraw(gone, by=managing_editor())
    write(writing, "One")
    select(writing, "One")
    press(writing, "Control+k")
    write(writing, path)
    press(writing, "Enter")
    expect(writing.get_by_role("alert").filter(has_text=reason)).to_be_visible()
    press(writing, "Enter")
    expect_written(writing, f'<p><a href="{path}">One</a></p>')
    complaints.clear()
