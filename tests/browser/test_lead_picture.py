"""The lead picture, chosen in the same dialog as the body's pictures, and without JavaScript."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from articles.models import Picture, Story
from articles.stories import working_copy_of
from tests.browser.keyboard import press, reach, write
from tests.factories import PICTURE, make_picture, make_story

WORDS = {"alt": "A hall", "caption": "Xi’s arrival", "credit": "A/Agency"}


@pytest.fixture
def story(editor_page: Page) -> Story:
    return make_story(headline="Harvest begins")


def form(story: Story) -> str:
    return f"/admin/articles/story/{story.pk}/change/"


def save(page: Page) -> None:
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".messagelist")).to_contain_text("saved")


def lead(story: Story) -> Picture | None:
    return Story.objects.select_related("lead_picture").get(pk=story.pk).lead_picture


def words(story: Story) -> tuple[str, str]:
    """Return caption and credit of the lead picture, as readers get them."""
    picture = lead(story)
    assert picture
    said = working_copy_of(Story.objects.get(pk=story.pk)).lead_words.over(picture)
    return said.caption, said.credit


def test_it_is_chosen_reworded_and_removed_by_keyboard(
    editor_page: Page, story: Story, axe: Callable[[Page], None]
) -> None:
    picture, newer = make_picture(**WORDS), make_picture(caption="Newer")
    editor_page.goto(form(story))
    shown = editor_page.locator(".lead-picture-shown img")
    caption = editor_page.locator("#id_lead-caption")
    expect(caption).to_be_hidden()
    chooser = editor_page.get_by_role("button", name="Lead picture Choose…")
    expect(chooser).to_have_accessible_description(re.compile("before the story can be published"))
    reach(editor_page, chooser)
    press(editor_page, "Enter")
    write(editor_page, "arrival")
    dialog = editor_page.get_by_role("dialog", name="Picture")
    expect(dialog.get_by_role("option")).to_be_visible()
    press(editor_page, "Enter")
    # The picture's own words, which cannot be changed here.
    for label in ("Alternative text", "Caption", "Credit"):
        expect(dialog.get_by_label(label)).to_be_hidden()
    press(editor_page, "Enter")
    expect(chooser).to_be_focused()
    expect(shown).to_have_attribute("alt", "A hall")
    expect(caption).to_have_value("Xi’s arrival")
    axe(editor_page)
    # Its words are changed in the card, and saved with the story.
    editor_page.get_by_label("Credit").fill("B/Agency")
    save(editor_page)
    assert lead(story) == picture
    assert words(story) == ("Xi’s arrival", "B/Agency")

    expect(caption).to_have_value("Xi’s arrival")
    chooser.focus()
    press(editor_page, "Enter", "ArrowDown")
    expect(dialog.get_by_role("option").first).to_contain_text("Newer")
    press(editor_page, "Enter", "Enter")
    expect(caption).to_have_value("Newer")
    expect(editor_page.get_by_label("Credit")).to_have_value("")
    save(editor_page)
    assert lead(story) == newer
    picture.refresh_from_db()
    assert (picture.caption, picture.credit) == ("Xi’s arrival", "A/Agency")

    reach(editor_page, editor_page.get_by_role("button", name="Lead picture Remove"))
    press(editor_page, "Enter")
    expect(chooser).to_be_focused()
    expect(shown).to_have_count(0)
    expect(caption).to_be_hidden()
    save(editor_page)
    assert lead(story) is None


def test_a_new_file_becomes_it(editor_page: Page, story: Story) -> None:
    editor_page.goto(form(story))
    editor_page.get_by_role("button", name="Lead picture Choose…").click()
    dialog = editor_page.get_by_role("dialog", name="Picture")
    dialog.get_by_label("File").set_input_files(PICTURE)
    for label, words in (("Alternative", "A hall"), ("Caption", "Astana"), ("Credit", "A/B")):
        dialog.get_by_label(label).fill(words)
    dialog.get_by_role("button", name="Choose", exact=True).click()
    expect(editor_page.locator("#id_lead-caption")).to_have_value("Astana")
    save(editor_page)

    picture = lead(story)
    assert picture
    assert (picture.alt, picture.caption, picture.credit) == ("A hall", "Astana", "A/B")


def test_without_javascript_its_number_is_typed(
    editor_page: Page, story: Story, browser: Browser, live_server: LiveServer
) -> None:
    picture = make_picture(**WORDS)
    context = browser.new_context(
        base_url=live_server.url,
        java_script_enabled=False,
        storage_state=editor_page.context.storage_state(),
    )
    page = context.new_page()
    page.goto(form(story))
    page.get_by_label("Lead picture").fill(str(picture.pk))
    save(page)
    expect(page.locator(".lead-picture-shown img")).to_have_attribute("alt", "A hall")
    page.get_by_label("Caption").fill("An arrival")
    save(page)
    context.close()
    assert lead(story) == picture
    assert words(story) == ("An arrival", "A/Agency")
