"""A story's history, as an editor uses it: two versions compared, one restored."""

from dataclasses import replace

from django.urls import reverse
from playwright.sync_api import Page, expect

from articles import writing
from articles.models import Story
from articles.stories import working_copy_of
from newsroom.accounts.models import User
from tests.helpers import draft


def save(by: User, headline: str, body: str) -> None:
    story = Story.objects.get()
    copy = replace(working_copy_of(story), headline=headline, body=f"<p>{body}</p>")
    writing.save(story, copy, by=by)


def test_two_versions_are_compared_and_one_is_restored(editor_page: Page, editor: User) -> None:
    story = draft("First headline", body="<p>The council met on Monday.</p>")
    save(editor, "Second headline", "The council met on Tuesday.")
    save(editor, "Third headline", "The council met on Friday.")
    page = editor_page
    page.goto(reverse("admin:articles_story_change", args=[story.pk]))

    page.get_by_role("link", name="History").click()
    page.get_by_role("radio", name="Version 1 as before").check()
    page.get_by_role("button", name="Compare").click()
    row = page.get_by_role("row", name="paragraph changed")
    expect(row.locator("del")).to_have_text("Monday")
    expect(row.locator("ins")).to_have_text("Friday")

    page.get_by_label("Breadcrumbs").get_by_role("link", name="History").click()
    page.get_by_role("link", name="Restore version 2").click()
    expect(page.locator("ins").filter(has_text="Tuesday")).to_be_visible()
    page.get_by_role("button", name="Restore version 2").click()

    expect(page.locator(".messagelist")).to_contain_text("is version 2 again")
    expect(page.locator("#id_headline")).to_have_value("Second headline")
    assert Story.objects.get().version == 4
