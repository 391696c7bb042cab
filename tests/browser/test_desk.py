"""The desk's pages, as people use them: readable, reachable, nothing published by accident."""

from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from articles import publishing
from articles.desk.actions.actions import ASKING
from articles.models import PublishedVersion, Story
from newsroom.accounts.models import User
from tests.browser.screens import screens
from tests.factories import make_link, make_story
from tests.helpers import changed, draft, managing_editor, ready


def settled(page: Page) -> None:
    """Wait for the editor if there is one, and open everything that is collapsed."""
    if page.locator("form textarea[name=body]").count():
        expect(page.get_by_role("toolbar", name="Formatting")).to_be_visible()
    page.evaluate("document.querySelectorAll('main details').forEach(part => part.open = true)")


def test_each_screen_is_for_everybody_on_a_phone_too(
    editor_page: Page, editor: User, axe: Callable[..., None]
) -> None:
    """Each is opened once: that, and filling in a newsroom, is what takes the time."""
    wide = {}
    for name, url in screens(editor).items():
        editor_page.set_viewport_size({"width": 1280, "height": 800})
        editor_page.goto(url)
        settled(editor_page)
        axe(editor_page)
        editor_page.set_viewport_size({"width": 390, "height": 800})
        axe(editor_page, dark=False)
        editor_page.set_viewport_size({"width": 320, "height": 640})
        # What is still being laid out, on a busy machine, may be wider for a moment.
        for _ in range(20):
            width = editor_page.evaluate("document.documentElement.scrollWidth")
            if width <= 320:
                break
            editor_page.wait_for_timeout(100)
        else:
            wide[name] = width
    assert wide == {}


@pytest.mark.once
def test_axe_finds_nothing_on_the_questions(editor_page: Page, axe: Callable[[Page], None]) -> None:
    story = ready("Harvest begins")
    make_link(make_story(headline="It links here"), target=story, state="approved")
    publishing.publish(story, by=managing_editor())
    publishing.publish(changed(story), by=managing_editor(), note="Two more have come.")
    editor_page.set_viewport_size({"width": 320, "height": 640})
    # Only the writer of a story is asked about its return to draft, on a page like the others.
    for name in ASKING.keys() - {"return_to_draft"}:
        editor_page.goto(reverse(f"admin:articles_story_{name}", args=[story.pk]))
        axe(editor_page)
        assert editor_page.evaluate("document.documentElement.scrollWidth") <= 320, name


def test_axe_finds_nothing_on_the_login_page(
    page: Page, axe: Callable[[Page], None], transactional_db: None
) -> None:
    page.goto(reverse("admin:login"))
    axe(page)


def test_a_long_headline_keeps_clear_of_the_buttons_and_of_its_column(editor_page: Page) -> None:
    story = draft("The council meets and speaks of the harvest " * 6)
    editor_page.goto(reverse("admin:articles_story_change", args=[story.pk]))
    headline = editor_page.get_by_label("Headline")
    assert headline.evaluate("field => field.scrollHeight <= field.clientHeight")
    words, panel = headline.bounding_box(), editor_page.locator("#story-panel").bounding_box()
    assert words
    assert panel
    assert words["x"] + words["width"] < panel["x"]

    editor_page.set_viewport_size({"width": 320, "height": 640})
    editor_page.goto(reverse("admin:articles_story_changelist"))
    cell = editor_page.locator(".story-headline").bounding_box()
    assert cell
    assert cell["width"] > 160


def test_enter_in_a_line_saves_and_publishes_nothing(editor_page: Page, editor: User) -> None:
    story = ready("Harvest begins")
    editor_page.goto(reverse("admin:articles_story_change", args=[story.pk]))
    settled(editor_page)
    editor_page.locator("#id_slug").fill("typed")
    with editor_page.expect_navigation():
        editor_page.locator("#id_slug").press("Enter")
    expect(editor_page.locator(".messagelist")).to_contain_text("saved")
    assert Story.objects.get(pk=story.pk).slug == "typed"
    assert not PublishedVersion.objects.exists()


def test_a_preview_shows_unsaved_words_in_a_tab_of_its_own(editor_page: Page, editor: User) -> None:
    story = draft("Harvest begins")
    editor_page.goto(reverse("admin:articles_story_change", args=[story.pk]))
    settled(editor_page)
    editor_page.locator("#id_headline").fill("Not saved yet")
    with editor_page.expect_popup() as popup:
        editor_page.get_by_role("button", name="Preview").click()
    expect(popup.value.locator("h1")).to_have_text("Not saved yet")
    expect(editor_page.locator("#id_headline")).to_have_value("Not saved yet")
    story.refresh_from_db()
    assert story.headline == "Harvest begins"
