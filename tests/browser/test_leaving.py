"""The story's form is sent only once, and the browser asks before somebody leaves it unsaved."""

import re
import time
from typing import Literal

import pytest
from playwright.sync_api import Dialog, Page, Route, expect

from articles.models import Story
from tests.browser.keyboard import open_editor, press, write
from tests.factories import make_picture, make_story

BODY = "<p>One</p>\n<p>Two</p>"


@pytest.fixture
def asked(editor_page: Page) -> list[str]:
    """What the browser asked; the answer is always to stay."""
    questions: list[str] = []

    def stay(dialog: Dialog) -> None:
        questions.append(dialog.type)
        dialog.dismiss()

    editor_page.on("dialog", stay)
    return questions


def leave(page: Page) -> None:
    """Click on a link that leads away, and wait until the browser has gone or stayed."""
    page.get_by_role("link", name="Desk", exact=True).click(no_wait_after=True)
    page.wait_for_timeout(500)


def test_leaving_with_unsaved_words_asks_first(editor_page: Page, asked: list[str]) -> None:
    open_editor(editor_page, make_story(headline="Harvest begins", body=BODY))
    write(editor_page, "More words. ")
    leave(editor_page)

    assert asked == ["beforeunload"]
    expect(editor_page.get_by_role("textbox", name="Body")).to_contain_text("More words.")


@pytest.mark.parametrize(("role", "field"), [("textbox", "Headline"), ("combobox", "Tags")])
def test_leaving_asks_first_after_a_change_to_a_line(
    editor_page: Page, asked: list[str], role: Literal["textbox", "combobox"], field: str
) -> None:
    open_editor(editor_page, make_story(headline="Harvest begins", body=BODY))
    editor_page.get_by_role(role, name=field).press_sequentially("x")
    press(editor_page, "Tab")
    leave(editor_page)

    assert asked == ["beforeunload"]


def test_leaving_asks_first_after_a_change_of_the_lead_picture(
    editor_page: Page, asked: list[str]
) -> None:
    make_picture(caption="Newest")
    open_editor(editor_page, make_story(headline="Harvest begins", body=BODY))
    editor_page.get_by_role("button", name="Lead picture Choose…").focus()
    press(editor_page, "Enter", "ArrowDown")
    expect(editor_page.get_by_role("dialog").get_by_role("option")).to_be_visible()
    press(editor_page, "Enter", "Enter")
    leave(editor_page)

    assert asked == ["beforeunload"]


def test_leaving_asks_first_where_the_server_refused_the_form(
    editor_page: Page, asked: list[str]
) -> None:
    story = make_story(headline="Harvest begins", body=BODY)
    open_editor(editor_page, story)
    Story.objects.filter(pk=story.pk).update(version=9)
    write(editor_page, "More words. ")
    editor_page.get_by_role("button", name="Save", exact=True).click()
    expect(editor_page.locator("#newsroom-conflict")).to_be_visible()
    editor_page.get_by_role("textbox", name="Headline").click()
    leave(editor_page)

    assert asked == ["beforeunload"]


def test_nothing_is_asked_where_nothing_is_lost(editor_page: Page, asked: list[str]) -> None:
    open_editor(editor_page, make_story(headline="Harvest begins", body=BODY))
    write(editor_page, "x")
    press(editor_page, "Backspace")
    editor_page.get_by_role("textbox", name="Headline").press_sequentially("x")
    press(editor_page, "Backspace")
    leave(editor_page)
    expect(editor_page).to_have_url(re.compile("/admin/$"))

    open_editor(editor_page)
    editor_page.get_by_role("textbox", name="Headline").press_sequentially("Council meets")
    editor_page.get_by_role("button", name="Save", exact=True).click()
    expect(editor_page.locator(".messagelist")).to_contain_text("saved")
    leave(editor_page)
    expect(editor_page).to_have_url(re.compile("/admin/$"))
    assert asked == []


def test_a_form_is_sent_once_however_often_somebody_clicks(editor_page: Page) -> None:
    sent = []

    def take_time(route: Route) -> None:
        if route.request.method == "POST":
            sent.append(route.request.url)
            time.sleep(1)
        route.continue_()

    open_editor(editor_page)
    editor_page.route("**/story/add/", take_time)
    editor_page.get_by_role("textbox", name="Headline").fill("Council meets")
    editor_page.evaluate(
        """() => {
            const save = document.querySelector(".story-bar [name=_continue]")
            for (const wait of [0, 200, 400]) setTimeout(() => save.click(), wait)
        }"""
    )
    expect(editor_page.locator(".messagelist")).to_contain_text("saved")

    assert len(sent) == 1
    assert Story.objects.count() == 1


def test_a_preview_keeps_nobody_from_saving(editor_page: Page) -> None:
    open_editor(editor_page)
    editor_page.get_by_role("textbox", name="Headline").fill("Council meets")
    with editor_page.expect_popup() as popup:
        editor_page.get_by_role("button", name="Preview").click()
    expect(popup.value.locator("h1")).to_have_text("Council meets")
    editor_page.get_by_role("button", name="Save", exact=True).click()
    expect(editor_page.locator(".messagelist")).to_contain_text("saved")
