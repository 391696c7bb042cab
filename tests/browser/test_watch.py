"""The browser tests are no better than what they notice."""

from collections.abc import Callable

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from newsroom.accounts.models import User

ADMIN = f"/{settings.NEWSROOM_ADMIN_PATH}"


def show(page: Page, body: str, policy: str = "default-src 'self'") -> None:
    """Open a page with this body under this policy."""
    html = f"<!doctype html><html lang=en><title>A page</title><main>{body}</main>"
    headers = {"Content-Type": "text/html", "Content-Security-Policy": policy}
    page.route("**/shown", lambda route: route.fulfill(body=html, headers=headers))
    page.goto("/shown")


@pytest.mark.parametrize(
    ("body", "noticed"),
    [
        ("<script>document.title = 'in'</script>", "Content Security Policy"),
        ("<p style='color: red'>Red</p>", "Content Security Policy"),
        ("<img src='https://elsewhere.example/a.png' alt=''>", "elsewhere.example"),
        ("<img src='/missing.png' alt=''>", "404"),
    ],
)
def test_complaint_is_noticed(page: Page, complaints: list[str], body: str, noticed: str) -> None:
    show(page, body)
    assert any(noticed in complaint for complaint in complaints)
    complaints.clear()


def test_exception_in_a_script_is_noticed(page: Page, complaints: list[str]) -> None:
    show(page, "<script>undefined.name</script>", "default-src 'self' 'unsafe-inline'")
    assert "undefined" in complaints[0]
    complaints.clear()


def test_axe_looks_under_the_strict_policy(page: Page, axe: Callable[[Page], None]) -> None:
    show(page, "<h1>A heading</h1>")
    axe(page)
    show(page, "<h1>A heading</h1><img src='data:,'>", "default-src 'self' data:")
    with pytest.raises(AssertionError, match="image-alt"):
        axe(page)


def test_editor_is_logged_in(editor_page: Page, editor: User) -> None:
    editor_page.goto(ADMIN)
    expect(editor_page.locator("#user-tools")).to_contain_text(editor.username, ignore_case=True)


def test_admin_login_keeps_to_its_policy(page: Page, editor: User) -> None:
    page.goto(ADMIN)
    page.get_by_label("Username").fill(editor.username)
    page.get_by_label("Password").fill("a long password")
    page.keyboard.press("Enter")
    expect(page.locator("#user-tools")).to_be_visible()
