"""The question whether words are a dateline, answered by keyboard."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from articles.models import Story
from newsroom.accounts.models import User
from tests.wire.helpers import take

COPY = (
    b"A day at the fair\n\nReading: The fair opened on Monday, and the rain that was to come"
    b" did not.\n\nIt will end on Friday.\n"
)


def test_enter_in_a_field_saves_and_a_button_answers(
    editor_page: Page, editor: User, axe: Callable[[Page], None]
) -> None:
    story = take(COPY, editor).story
    assert story
    editor_page.goto(f"/admin/articles/story/{story.pk}/change/")
    axe(editor_page)
    editor_page.get_by_role("textbox", name="Headline").fill("A day at the great fair")
    editor_page.get_by_role("textbox", name="Slug").press("Enter")

    expect(editor_page.get_by_text("has been saved.")).to_be_visible()
    assert Story.objects.get().headline == "A day at the great fair"
    editor_page.get_by_role("button", name="Yes, it is the dateline").press("Enter")

    expect(editor_page.locator(".story-dateline-printed")).to_have_text("Reading:")
    assert "Reading" not in Story.objects.get().body
