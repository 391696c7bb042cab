"""A story's way through the desk, with two people: a reporter writes, an editor decides."""

import re
from collections.abc import Callable

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from articles import publishing
from articles.desk.actions.actions import ASKING
from articles.models import Story
from articles.people import REPORTER
from articles.people.roles import EDITOR
from newsroom.accounts.models import User
from tests.browser.keyboard import open_editor, write
from tests.factories import make_link, make_story
from tests.helpers import managing_editor, person, ready

pytestmark = pytest.mark.django_db(transaction=True)
Desk = Callable[[User], Page]


@pytest.fixture
def desk(browser: Browser, live_server: LiveServer) -> Desk:
    """A browser profile of its own for each person: `desk(user)`."""

    def sit_down(user: User) -> Page:
        client = Client()
        client.force_login(user)
        session = client.cookies[settings.SESSION_COOKIE_NAME]
        context = browser.new_context(base_url=live_server.url, locale="en-GB")
        context.add_cookies([{"name": session.key, "value": session.value, "url": live_server.url}])
        return context.new_page()

    return sit_down


def form(story: Story) -> str:
    return reverse("admin:articles_story_change", args=[story.pk])


def press(page: Page, name: str) -> None:
    """Press a button of this name, or follow the link that stands for it."""
    button = page.get_by_role("button", name=name, exact=True)
    button.or_(page.get_by_role("link", name=name, exact=True)).click()


def expect_message(page: Page, what: str) -> None:
    """Expect the page to say what was done."""
    expect(page.locator(".messagelist")).to_contain_text(what)


def test_a_draft_is_submitted_sent_back_approved_and_scheduled(desk: Desk) -> None:
    writer, editor = desk(person(REPORTER)), desk(person(EDITOR))
    open_editor(writer)
    write(writer, "The harvest has begun.")
    writer.get_by_label("Headline").fill("Harvest begins")
    press(writer, "Submit for review")
    expect_message(writer, "It is in review")
    story = Story.objects.get()

    editor.goto(form(story))
    press(editor, "Send back…")
    editor.get_by_label("What needs fixing").fill("Who says so?")
    press(editor, "Send back")
    expect_message(editor, "It is a draft again")

    writer.goto(form(story))
    expect(writer.get_by_role("region", name="Sent back")).to_contain_text("Who says so?")
    writer.get_by_label("Summary").fill("Farmers say so.")
    press(writer, "Submit for review")

    editor.goto(form(story))
    press(editor, "Approve")
    expect_message(editor, "It is ready")
    press(editor, "Schedule…")
    editor.get_by_label("Readers see it from").fill("2099-01-01T06:30")
    press(editor, "Schedule")
    expect_message(editor, "is scheduled for 1 January 2099, 06:30")
    expect(editor.get_by_text("Readers: scheduled")).to_be_visible()
    assert editor.request.get("/news/harvest-begins/").status == 404


def test_a_published_story_is_corrected_withdrawn_and_shown_again(desk: Desk, page: Page) -> None:
    story = ready("Harvest begins")
    publishing.publish(story, by=managing_editor())
    editor = desk(person(EDITOR))

    editor.goto(form(story))
    editor.get_by_label("Summary").fill("It is late this year.")
    press(editor, "Publish changes…")
    editor.get_by_label(re.compile("A correction")).check()
    editor.get_by_label("Note for readers").fill("It was not early.")
    press(editor, "Publish")
    expect_message(editor, "was published")
    page.goto("/news/harvest-begins/")
    expect(page.get_by_text("It was not early.")).to_be_visible()
    expect(page.get_by_text("It is late this year.")).to_be_visible()
    page.goto("/corrections/")
    expect(page.get_by_text("It was not early.")).to_be_visible()

    press(editor, "Withdraw…")
    editor.get_by_label("Public note").fill("Our source retracted it.")
    press(editor, "Withdraw")
    expect_message(editor, "readers no longer see it")
    assert page.request.get("/news/harvest-begins/").status == 410

    press(editor, "Undo withdrawal…")
    press(editor, "Show it to readers again")
    expect_message(editor, "Readers see “Harvest begins” again")
    assert page.request.get("/news/harvest-begins/").status == 200


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_questions(
    desk: Desk, axe: Callable[[Page], None], scheme: str
) -> None:
    story = ready("Harvest begins")
    make_link(make_story(headline="It links here"), target=story, state="approved")
    publishing.publish(story, by=managing_editor())
    publishing.publish(story, by=managing_editor(), note="Two more have come.")
    editor = desk(managing_editor())
    editor.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    editor.set_viewport_size({"width": 320, "height": 640})
    for name in ASKING:
        editor.goto(reverse(f"admin:articles_story_{name}", args=[story.pk]))
        axe(editor)
        assert editor.evaluate("document.documentElement.scrollWidth") <= 320, name
