"""Yesterday's revision of a story comes back."""

from dataclasses import replace

from playwright.sync_api import expect

from articles import writing
from articles.models import Story
from articles.stories import working_copy_of
from tests.browser.tasks.conftest import Desk
from tests.browser.tasks.desk_page import button, choose_more, expect_told, row
from tests.helpers import draft, managing_editor


def test_an_earlier_revision_is_restored(desk: Desk) -> None:
    by, story = managing_editor(), draft("Harvest begins", body="<p>It began on Monday.</p>")
    for day in ("Tuesday", "Friday"):
        copy = replace(working_copy_of(story), body=f"<p>It began on {day}.</p>")
        story = writing.save(Story.objects.get(), copy, by=by)
    hands = desk(by)
    page = hands.page
    hands.press(row(page, "Harvest begins"))
    choose_more(hands, "History")
    hands.press(page.get_by_role("link", name="Restore version 2"))
    # What would become of the draft is shown first.
    expect(page.locator("td del")).to_have_text("Friday")
    expect(page.locator("td ins")).to_have_text("Tuesday")
    hands.press(button(page, "Restore version 2"))
    expect_told(page, "is version 2 again")
    assert hands.steps <= 5

    assert "Tuesday" in Story.objects.get().body
