"""A story is found by words of its body, and linked."""

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from articles.models import RelatedLink, Story
from tests.browser.tasks.conftest import Desk
from tests.browser.tasks.desk_page import expect_told
from tests.helpers import draft, managing_editor


def test_yesterdays_story_is_found_by_its_words_and_linked(desk: Desk) -> None:
    yesterday = draft("Mayor resigns", body="<p>An auditor found empty grain silos.</p>")
    Story.objects.filter(pk=yesterday.pk).update(changed_at=timezone.now() - timedelta(days=1))
    story = draft("Harvest begins")
    hands = desk(managing_editor())
    page = hands.page
    page.goto(f"/admin/articles/story/{story.pk}/change/")
    expect(page.get_by_role("toolbar", name="Formatting")).to_be_visible()
    hands.go_to(page.get_by_role("textbox", name="Body"))
    hands.tool("Also read", "Control+Shift+Digit6")
    hands.write("auditor silos")
    expect(page.get_by_role("dialog").get_by_role("option")).to_contain_text("Mayor resigns")
    hands.keys("ArrowDown", "Enter")
    expect(page.locator(".newsroom-block-line")).to_have_text("linked to a story")
    hands.save()
    expect_told(page, "saved")
    assert hands.steps <= 6

    assert RelatedLink.objects.get(story=story).target == yesterday
