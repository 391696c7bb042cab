"""A story is sent back with a reason, and its reporter is told."""

from playwright.sync_api import expect

from articles import writing
from articles.people import EDITOR, REPORTER
from articles.stories import WorkingCopy
from tests.browser.tasks.conftest import Desk
from tests.browser.tasks.desk_page import answer, button, choose_more, expect_told, row
from tests.helpers import person


def test_a_story_is_sent_back_and_its_reporter_told(desk: Desk) -> None:
    ben, aida = person(REPORTER, "ben"), person(EDITOR, "Aida")
    copy = WorkingCopy("Harvest begins", body="<p>It is late.</p>")
    story = writing.submit(writing.create(copy, by=ben), by=ben)
    hands = desk(aida)
    page = hands.page
    hands.press(row(page, "Harvest begins"))
    # Whoever else looks at the story is told that she has it open.
    reporter = desk(ben)
    reporter.page.goto(f"/admin/articles/story/{story.pk}/change/")
    expect(reporter.page.get_by_text("Aida has this story open.")).to_be_visible()
    choose_more(hands, "Send back…")
    expect(page.get_by_label("What needs fixing")).to_be_focused()
    hands.write("Who says so?")
    hands.press(answer(page, "Send back"))
    expect_told(page, "It is a draft again")
    assert hands.steps <= 5

    page.goto("/admin/")
    reporter.page.goto("/admin/")
    returned = reporter.page.get_by_role("region", name="Sent back to you")
    expect(returned).to_contain_text("Who says so?")
    reporter.press(row(reporter.page, "Harvest begins"))
    expect(reporter.page.get_by_role("region", name="Sent back")).to_contain_text("Who says so?")
    expect(reporter.page.get_by_text("has this story open")).to_be_hidden()
    reporter.press(button(reporter.page, "Submit for review"))
    expect_told(reporter.page, "It is in review")
