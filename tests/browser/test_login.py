"""Logging in, in a real browser: what it says when throttled, and when a session has ended."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings

from newsroom.accounts import sessions
from newsroom.accounts.models import User


@pytest.mark.django_db(transaction=True)
def test_somebody_who_failed_too_often_reads_how_long_to_wait(
    page: Page, settings: Settings, axe: Callable[[Page], None], complaints: list[str]
) -> None:
    settings.AXES_FAILURE_LIMIT = 1
    page.goto("/admin/")
    page.get_by_label("Username").fill("anna")
    page.get_by_label("Password").fill("wrong")
    page.get_by_role("button", name="Log in").click()

    expect(page.get_by_text("Wait 15 minutes")).to_be_visible()
    axe(page)
    assert "429" in complaints.pop()


def test_somebody_who_saves_too_late_can_copy_what_was_typed(
    editor_page: Page,
    editor: User,
    settings: Settings,
    axe: Callable[[Page], None],
    complaints: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    editor_page.goto("/admin/articles/story/add/")
    editor_page.get_by_label("Headline", exact=False).first.fill("Typed all night")
    monkeypatch.setattr(sessions, "MARKED_EVERY", -1)
    settings.NEWSROOM_SESSION_AGE_SECONDS = -1

    editor_page.get_by_role("button", name="Save", exact=True).click()

    expect(editor_page.get_by_label("headline")).to_have_value("Typed all night")
    axe(editor_page)
    assert "403" in complaints.pop()
