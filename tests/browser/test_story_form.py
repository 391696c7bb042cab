"""The story's form as a tool to write with: its bar, panel and questions, the editor's help."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from articles import body, publishing, writing
from articles.models import Story
from articles.stories import working_copy_of
from tests.browser.editor.helpers import expect_written, written
from tests.browser.keyboard import open_editor, press, write
from tests.factories import make_story
from tests.helpers import draft, managing_editor, ready, relate
from tests.links.suggestions.archive import WHEAT, published, wheat_story

Axe = Callable[[Page], None]
SAVED = re.compile(r"^\s*Saved")


def form(story: Story) -> str:
    return reverse("admin:articles_story_change", args=[story.pk])


def choose(page: Page, name: str) -> None:
    """Press a button of the menu More."""
    page.locator(".story-bar .menu > summary").click()
    page.locator(".story-bar .menu-list").get_by_role("button", name=name).click()


# The bar


def test_the_bar_says_whether_everything_is_saved_and_a_key_saves(editor_page: Page) -> None:
    open_editor(editor_page, make_story(headline="Harvest begins", body="<p>One</p>"))
    told = editor_page.locator("#story-saved")
    expect(told).to_have_text(SAVED)
    write(editor_page, "x")
    expect(told).to_have_text("Unsaved changes")
    press(editor_page, "Backspace")
    expect(told).to_have_text(SAVED)
    write(editor_page, "More. ")
    editor_page.keyboard.press("Control+s")
    expect(editor_page.locator(".messagelist")).to_contain_text("saved")
    expect(told).to_have_text(SAVED)
    assert "More." in Story.objects.get().body
    # The caret is where it was.
    expect(editor_page.locator(".ProseMirror")).to_be_focused()
    editor_page.keyboard.type("And")
    expect(editor_page.locator(".ProseMirror")).to_have_text("More. AndOne")


def test_publishing_changes_stands_out_as_long_as_there_are_any(editor_page: Page) -> None:
    story = ready("Harvest begins")
    publishing.publish(story, by=managing_editor())
    open_editor(editor_page, story)
    button = editor_page.get_by_role("button", name="Publish changes…")
    expect(button).not_to_contain_class("default")
    write(editor_page, "x")
    expect(button).to_contain_class("default")
    press(editor_page, "Backspace")
    expect(button).not_to_contain_class("default")


def test_what_was_refused_is_not_said_to_be_saved(editor_page: Page) -> None:
    story = make_story(headline="Harvest begins", body="<p>One</p>")
    open_editor(editor_page, story)
    writing.save(story, replace(working_copy_of(story), summary="By another"), by=managing_editor())
    write(editor_page, "Mine. ")
    editor_page.keyboard.press("Control+s")
    expect(editor_page.locator("#newsroom-conflict")).to_be_visible()
    # Why it was refused is said once.
    expect(editor_page.get_by_text("while you were writing")).to_have_count(1)
    expect(editor_page.locator("#story-saved")).to_have_text("Unsaved changes")


def test_enter_leads_from_the_headline_to_the_body(editor_page: Page) -> None:
    open_editor(editor_page)
    editor_page.get_by_label("Headline").focus()
    editor_page.keyboard.type("Harvest begins")
    editor_page.keyboard.press("Enter")
    editor_page.keyboard.type("It is late.")
    editor_page.keyboard.press("Enter")
    write(editor_page, "The harvest.")
    expect(editor_page.get_by_label("Headline")).to_have_value("Harvest begins")
    expect(editor_page.get_by_label("Summary")).to_have_value("It is late.")
    expect_written(editor_page, "<p>The harvest.</p>")


# Questions


def test_a_question_is_a_dialog_over_the_saved_form(editor_page: Page, axe: Axe) -> None:
    story = ready("Harvest begins")
    publishing.publish(story, by=managing_editor())
    open_editor(editor_page, story)
    editor_page.get_by_label("Summary").fill("It is late.")
    editor_page.get_by_role("button", name="Publish changes…").click()
    dialog = editor_page.get_by_role("dialog")
    expect(dialog.get_by_role("heading").first).to_have_text("Publish: Harvest begins")
    expect(editor_page.get_by_label("Summary")).to_have_value("It is late.")
    assert editor_page.url.endswith(form(story))
    axe(editor_page)

    # What is missing is said in the dialog.
    dialog.get_by_role("button", name="Publish", exact=True).click()
    expect(dialog.get_by_text("Choose what is new to readers.")).to_be_visible()
    dialog.get_by_label(re.compile("A minor change")).check()
    editor_page.keyboard.press("Control+Enter")
    expect(editor_page.locator(".messagelist")).to_contain_text("was published")
    expect(dialog).to_have_count(0)


def test_a_stale_dialog_says_so_and_does_nothing(editor_page: Page) -> None:
    story = ready("Harvest begins")
    publishing.publish(story, by=managing_editor())
    open_editor(editor_page, story)
    choose(editor_page, "Withdraw…")
    dialog = editor_page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    now = Story.objects.get()
    writing.save(now, replace(working_copy_of(now), summary="Else."), by=managing_editor())
    dialog.get_by_role("button", name="Withdraw").click()
    expect(dialog.get_by_role("heading", name="Check again")).to_be_visible()
    assert not Story.objects.get().published_versions.filter(kind="withdrawal").exists()
    dialog.get_by_role("link", name="Back to the story").click()
    expect(dialog).to_have_count(0)


# The panel


def test_a_check_leads_to_its_field_where_the_panel_is_a_drawer(
    editor_page: Page, axe: Axe
) -> None:
    editor_page.set_viewport_size({"width": 900, "height": 800})
    open_editor(editor_page, draft("Harvest begins"))
    panel = editor_page.locator("#story-panel")
    expect(panel).to_be_hidden()
    editor_page.get_by_role("button", name="Details of the story").click()
    expect(panel).to_be_visible()
    axe(editor_page)
    editor_page.get_by_role("link", name="The story has no tags.").click()
    expect(editor_page.get_by_role("combobox", name="Tags")).to_be_focused()
    editor_page.get_by_role("link", name="There is no summary.").click()
    expect(editor_page.get_by_label("Summary")).to_be_focused()
    expect(panel).to_be_hidden()
    editor_page.get_by_role("button", name="Details of the story").click()
    editor_page.keyboard.press("Escape")
    expect(panel).to_be_hidden()


def test_links_are_found_by_headline_moved_relabelled_and_removed(
    editor_page: Page, axe: Axe
) -> None:
    story, other, third = draft("Harvest begins"), draft("Council meets"), draft("Choir sings")
    relate(story, target=other)
    relate(story, url="https://example.org/a", headline="Elsewhere")
    editor_page.goto(form(story))
    cards = editor_page.locator(".link-card")
    expect(cards).to_have_count(2)
    finder = editor_page.get_by_role("combobox", name="Add a link")
    finder.press_sequentially("choir")
    expect(editor_page.get_by_role("option", name="Choir sings")).to_be_visible()
    finder.press("Enter")
    expect(cards).to_have_count(3)
    axe(editor_page)
    cards.nth(2).get_by_role("textbox").fill("They sing")
    editor_page.get_by_role("button", name="Move up: Choir sings").click()
    editor_page.get_by_role("button", name="Move up: Choir sings").click()
    editor_page.get_by_role("button", name="Remove: https://example.org/a").click()
    editor_page.get_by_role("button", name="Save", exact=True).click()
    expect(editor_page.locator(".messagelist")).to_contain_text("saved")

    related = working_copy_of(Story.objects.get(pk=story.pk)).related
    assert [(one.story, one.headline) for one in related] == [
        (third.pk, "They sing"),
        (other.pk, ""),
    ]


def test_suggested_stories_become_links(editor_page: Page, axe: Axe) -> None:
    story = wheat_story()
    published("Mills stand still", WHEAT)
    wheat = published("Poor wheat", WHEAT, tags=["grain"]).story
    editor_page.goto(form(story))
    editor_page.locator("#id_related > summary").click()
    suggested = editor_page.get_by_role("list", name="Suggested stories").get_by_role("listitem")
    expect(suggested).to_have_count(2)
    expect(suggested.first).to_contain_text("1 tag: grain")
    axe(editor_page)
    suggested.first.get_by_role("button").press("Enter")
    expect(suggested).to_have_count(1)
    last = editor_page.get_by_role("button", name="Add: Mills stand still")
    expect(last).to_be_focused()
    last.press("Enter")
    expect(editor_page.get_by_text("No other related stories were found")).to_be_visible()
    editor_page.get_by_role("button", name="Remove: Mills stand still").click()
    expect(suggested).to_have_count(1)
    editor_page.get_by_role("button", name="Save", exact=True).click()
    expect(editor_page.locator(".messagelist")).to_contain_text("saved")
    related = working_copy_of(Story.objects.get(pk=story.pk)).related
    assert [one.story for one in related] == [wheat.pk]


# The editor


def test_a_slash_lists_the_blocks(editor_page: Page, axe: Axe) -> None:
    open_editor(editor_page)
    write(editor_page, "/")
    options = editor_page.get_by_role("listbox", name="Insert").get_by_role("option")
    expect(options.first).to_have_attribute("aria-selected", "true")
    axe(editor_page)
    write(editor_page, "num")
    expect(options).to_have_count(1)
    press(editor_page, "Enter")
    write(editor_page, "First")
    press(editor_page, "Enter", "Enter")
    # At the end of the window there is no room below the line.
    editor_page.set_viewport_size({"width": 1280, "height": 560})
    write(editor_page, "/")
    box = editor_page.get_by_role("listbox", name="Insert").bounding_box()
    line = editor_page.locator(".ProseMirror > p").last.bounding_box()
    assert box
    assert line
    assert box["y"] >= 100
    assert box["y"] + box["height"] <= 560
    assert box["y"] + box["height"] <= line["y"] or box["y"] >= line["y"] + line["height"]
    # What is no block is text.
    press(editor_page, "Escape")
    write(editor_page, " or so")
    expect_written(editor_page, "<ol><li><p>First</p></li></ol>", "<p>/ or so</p>")


def test_the_plus_lists_them_too(editor_page: Page) -> None:
    open_editor(editor_page)
    editor_page.get_by_role("button", name="Insert a block").click()
    editor_page.get_by_role("option", name="Smaller heading").click()
    write(editor_page, "A heading")
    expect_written(editor_page, "<h3>A heading</h3>")


def test_markdown_as_one_types(editor_page: Page) -> None:
    open_editor(editor_page)
    write(editor_page, "## Heading")
    press(editor_page, "Enter")
    write(editor_page, "- one")
    press(editor_page, "Enter", "Enter")
    write(editor_page, "1. two")
    press(editor_page, "Enter", "Enter")
    write(editor_page, "> three")
    expect_written(
        editor_page,
        "<h2>Heading</h2>",
        "<ul><li><p>one</p></li></ul>",
        "<ol><li><p>two</p></li></ol>",
        "<blockquote><p>three</p></blockquote>",
    )


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "“It’s ‘so’,” (“he”) said"),
        ("de", "„It’s ‚so‘,“ („he“) said"),
        ("ru", "«It’s „so“,» («he») said"),
        ("fr", "«\u00a0It’s “so”,\u00a0» («\u00a0he\u00a0») said"),
    ],
)
def test_quotation_marks_are_those_of_the_language(
    editor_page: Page, language: str, told: str
) -> None:
    open_editor(editor_page, make_story(headline="A", language=language))
    write(editor_page, """"It's 'so'," ("he") said""")
    expect(editor_page.get_by_role("textbox", name="Body")).to_have_text(told)
    press(editor_page, "Enter")
    write(editor_page, '"')
    press(editor_page, "Control+z")
    assert body.plain_text(body.read(written(editor_page))).endswith('"')
    headline = editor_page.get_by_label("Headline")
    headline.fill("")
    headline.press_sequentially(""""It's 'so'," ("he") said""")
    expect(headline).to_have_value(told)


def test_blocks_move_by_keys_and_keep_their_keys(editor_page: Page) -> None:
    quote = '<aside data-block="pull-quote" data-key="k3y0k3y0">One</aside>'
    open_editor(editor_page, make_story(headline="A", body=f"<p>One</p>\n{quote}\n<p>Two</p>"))
    press(editor_page, "Control+End", "Alt+ArrowUp", "Alt+ArrowUp", "Alt+ArrowUp")
    assert editor_page.locator("#id_body").input_value() == f"<p>Two</p><p>One</p>{quote}"
    press(editor_page, "Alt+ArrowDown")
    write(editor_page, "!")
    assert editor_page.locator("#id_body").input_value() == f"<p>One</p><p>Two!</p>{quote}"


def test_words_are_found_and_replaced(editor_page: Page, axe: Axe) -> None:
    text = "<p>Kiev, or <strong>ki</strong>ev.</p><p>Kiev</p>"
    open_editor(editor_page, make_story(headline="A", body=text))
    press(editor_page, "Control+Shift+f")
    find = editor_page.get_by_role("search", name="Find and replace")
    find.get_by_label("Find", exact=True).fill("kiev")
    expect(find.get_by_role("status")).to_have_text("1 of 3")
    axe(editor_page)
    find.get_by_role("button", name="Next").click()
    expect(find.get_by_role("status")).to_have_text("2 of 3")
    find.get_by_label("Replace with").fill("Kyiv")
    find.get_by_role("button", name="Replace", exact=True).click()
    expect(find.get_by_role("status")).to_have_text("2 of 2")
    find.get_by_role("button", name="Replace all").click()
    expect(find.get_by_role("status")).to_have_text("Not found")
    editor_page.keyboard.press("Escape")
    words = body.plain_text(body.read(written(editor_page))).split()
    assert words == ["Kyiv,", "or", "Kyiv.", "Kyiv"]
