"""The front page is edited by keys and by dragging, and readers get it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from articles.models import Front, Story
from tests.factories import make_story, make_version

PATH = "/admin/articles/front/"


@pytest.fixture
def stories(transactional_db: None) -> list[Story]:
    now = timezone.now()
    found = [make_story(headline=f"Story {letter}", summary="In short.") for letter in "ABCDEFG"]
    for number, story in enumerate(found):
        make_version(story, visible_from=now - timedelta(hours=number + 1))
    return found


def test_it_is_edited_by_keys_and_dragged(
    editor_page: Page, stories: list[Story], axe: Callable[[Page], None]
) -> None:
    editor_page.goto(PATH)
    axe(editor_page)
    board = editor_page.locator(".front-headline")
    said = editor_page.locator("#front-said")

    def order(letters: str) -> None:
        expect(board).to_have_text([f"Story {letter}" for letter in letters])

    order("ABCDE")
    # With the keys: into slot 2, then on top, then out of it.
    editor_page.get_by_role("button", name="Put on the front page: Story G").focus()
    editor_page.keyboard.press("2")
    expect(said).to_have_text("Slot 2 of 5")
    order("AGBCD")
    editor_page.get_by_role("button", name="Move slot 2: drag it").press("ArrowUp")
    order("GABCD")
    handle = editor_page.get_by_role("button", name="Move slot 1: drag it")
    expect(handle).to_be_focused()
    editor_page.get_by_role("button", name="Put on the front page: Story F").press("Enter")
    order("GFABC")
    editor_page.get_by_role("button", name="Remove the story from slot 2").click()
    order("GABCD")
    # With the mouse: a story into slot 3, which then leads.
    story = editor_page.get_by_role("button", name="Put on the front page: Story E")
    story.hover()
    editor_page.mouse.down()
    editor_page.locator("#slot-3").hover()
    editor_page.mouse.up()
    order("GAEBC")
    editor_page.get_by_role("button", name="Move slot 3: drag it").hover()
    editor_page.mouse.down()
    editor_page.locator("#slot-1").hover()
    editor_page.mouse.up()
    order("EGABC")
    editor_page.locator("#slot-1 summary", has_text="Words").click()
    editor_page.locator("#slot-1").get_by_label("Headline on the front page").fill("Said here")
    axe(editor_page)
    editor_page.get_by_role("button", name="Publish now").click()
    expect(editor_page.get_by_text("Readers get this front page from now on.")).to_be_visible()
    placed = [slot.story for slot in Front.objects.get().slots.select_related("story")]
    assert placed == [stories[4], stories[6], None, None, None]
    editor_page.goto("/")
    expect(editor_page.locator(".front-lead .teaser-headline")).to_have_text("Said here")
