"""Somebody is logged out, or logs in again, while writing a story: the words stay."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from articles.models import Story
from newsroom.accounts.models import User
from tests.browser.keyboard import open_editor, write


def test_what_was_typed_is_shown_after_a_log_out_in_another_window(
    editor_page: Page, complaints: list[str], axe: Callable[[Page], None]
) -> None:
    open_editor(editor_page)
    editor_page.get_by_role("textbox", name="Headline").fill("Harvest begins")
    editor_page.get_by_role("textbox", name="Body").focus()
    write(editor_page, "All night")
    other = editor_page.context.new_page()
    other.goto("/admin/")
    other.locator("#user-tools summary").click()
    other.get_by_role("button", name="Log out").click()
    expect(other.get_by_text("Log in again")).to_be_visible()

    editor_page.get_by_role("button", name="Save", exact=True).click()

    expect(editor_page.get_by_role("heading", name="You are logged out")).to_be_visible()
    expect(editor_page.get_by_label("headline")).to_have_value("Harvest begins")
    expect(editor_page.get_by_label("body")).to_have_value("<p>All night</p>")
    axe(editor_page)
    assert not Story.objects.exists()
    assert "403" in complaints.pop()


def test_what_was_typed_is_shown_where_the_form_is_older_than_the_log_in(
    editor_page: Page, complaints: list[str], editor: User
) -> None:
    open_editor(editor_page)
    editor_page.get_by_role("textbox", name="Headline").fill("Harvest begins")
    other = editor_page.context.new_page()
    other.goto("/admin/")
    other.locator("#user-tools summary").click()
    other.get_by_role("button", name="Log out").click()
    other.get_by_role("link", name="Log in again").click()
    other.get_by_label("Username").fill("editor")
    other.get_by_label("Password").fill("a long password")
    other.get_by_role("button", name="Log in").click()
    expect(other.locator("#user-tools")).to_be_visible()

    editor_page.get_by_role("button", name="Save", exact=True).click()

    expect(editor_page.get_by_label("headline")).to_have_value("Harvest begins")
    editor_page.get_by_role("link", name="Open the page again").click()
    editor_page.get_by_role("button", name="Restore").click()
    editor_page.get_by_role("button", name="Save", exact=True).click()
    expect(editor_page.locator(".messagelist")).to_contain_text("saved")
    assert Story.objects.get().headline == "Harvest begins"
    assert "403" in complaints.pop()
