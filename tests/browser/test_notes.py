"""Notes on words, and the notices of them: from the selection to the colleague and back."""

from collections.abc import Callable

from django.conf import settings
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from articles import writing
from articles.body import Quote
from articles.models import Note
from articles.people import EDITOR, REPORTER
from articles.stories import WorkingCopy
from newsroom.accounts.models import User
from tests.browser.keyboard import open_editor, write
from tests.helpers import person

Axe = Callable[[Page], None]
BODY = "<p>The harvest has begun. It rained all night in the valley.</p><p>More to come.</p>"

SELECT_AND_PRESS = """word => {
    const editor = document.querySelector(".ProseMirror")
    const text = editor.querySelector("p").firstChild
    const start = text.data.indexOf(word)
    getSelection().setBaseAndExtent(text, start, text, start + word.length)
    const keys = { key: "m", keyCode: 77, ctrlKey: true, altKey: true, bubbles: true }
    editor.dispatchEvent(new KeyboardEvent("keydown", keys))
}"""


def log_in(context: BrowserContext, live_server: LiveServer, who: User) -> None:
    client = Client()
    client.force_login(who)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])


def test_a_note_on_words_reaches_a_colleague_who_answers(
    editor_page: Page, editor: User, browser: Browser, live_server: LiveServer, axe: Axe
) -> None:
    ana = person(EDITOR, "ana")
    story = writing.create(WorkingCopy("Harvest begins", body=BODY), by=editor)
    open_editor(editor_page, story)
    editor_page.locator(".ProseMirror p").first.dblclick(position={"x": 60, "y": 10})
    # A key at once, before the browser tells the editor of the selection.
    word = "rained"
    editor_page.evaluate(SELECT_AND_PRESS, word)
    expect(editor_page.get_by_label("New note")).to_be_focused()
    editor_page.keyboard.type("Sure? @an")
    editor_page.get_by_role("option", name="ana").wait_for()
    editor_page.keyboard.press("Enter")
    editor_page.keyboard.press("Control+Enter")

    expect(editor_page.locator(".note-text")).to_have_text("Sure? @ana")
    expect(editor_page.locator("#story-saved")).to_contain_text("Saved")
    note = Note.objects.get()
    assert (note.text, note.exact) == ("Sure? @ana", word)
    axe(editor_page)

    editor_page.reload()
    mark = editor_page.locator(".newsroom-noted")
    expect(mark).to_have_text(word)
    mark.click()
    thread = editor_page.locator(f"#note-{note.pk}")
    expect(thread).to_contain_class("is-shown")

    # It keeps its place while the words are edited, and when they are stored.
    editor_page.keyboard.press("ArrowRight")
    write(editor_page, "x")
    expect(mark).to_contain_text("x")
    expect(editor_page.locator("#story-saved")).to_contain_class("is-changed")
    editor_page.keyboard.press("Control+s")
    expect(editor_page.locator(".note-reworded q")).to_contain_text("x")
    expect(editor_page.locator(".note-gone")).to_be_hidden()
    expect(mark).to_contain_text("x")

    # The colleague finds it by the bell, answers, and resolves it.
    context = browser.new_context(base_url=live_server.url)
    log_in(context, live_server, ana)
    other = context.new_page()
    other.goto(reverse("admin:index"))
    bell = other.locator("#bell")
    expect(bell.locator(".count")).to_contain_text("1")
    bell.locator("summary").click()
    axe(other)
    bell.get_by_role("link", name="Harvest begins").click()
    thread = other.locator(f"#note-{note.pk}")
    expect(thread).to_be_focused()
    thread.get_by_text("Answer", exact=True).click()
    thread.get_by_label("Your answer").fill("Yes, since Monday.")
    thread.get_by_role("button", name="Add answer").click()
    expect(thread.locator(".note-text").last).to_have_text("Yes, since Monday.")
    thread.get_by_role("button", name="Resolve").click()
    expect(other.locator(".newsroom-noted")).to_have_count(0)
    expect(other.get_by_text("1 resolved note")).to_be_visible()
    context.close()
    assert Note.objects.get(pk=note.pk).resolved_by == ana


def test_whoever_only_reads_sees_where_notes_stand_and_writes_one_on_words(
    page: Page, context: BrowserContext, live_server: LiveServer, editor: User, axe: Axe
) -> None:
    story = writing.create(WorkingCopy("Harvest begins", body=BODY), by=editor)
    quote = Quote("rained all night", "It ", " in the valley.")
    note = writing.add_note(story, "Who says so?", by=editor, quote=quote)
    log_in(context, live_server, person(REPORTER, "ana"))
    page.goto(reverse("admin:articles_story_change", args=[story.pk]))
    mark = page.locator("mark.newsroom-noted")
    expect(mark).to_have_text("rained all night")
    mark.click()
    expect(page.locator(f"#note-{note.pk}")).to_contain_class("is-shown")
    page.locator(".reading-text p").last.dblclick(position={"x": 20, "y": 10})
    word = page.evaluate("getSelection().toString().trim()")
    assert word
    page.keyboard.press("Control+Alt+m")
    page.keyboard.type("Why?")
    page.keyboard.press("Control+Enter")
    expect(page.locator("mark.newsroom-noted")).to_have_text(["rained all night", word])
    axe(page)
