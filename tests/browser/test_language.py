"""Texts and times of the form's scripts, in the language and time zone of the person."""

from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from articles.models import Story
from newsroom.accounts.models import User
from tests.factories import make_story

TRANSLATE = """async (text) => {
  const { gettext, ngettext, interpolate } = await import("/static/js/i18n.js")
  const fields = ngettext("%(count)s field", "%(count)s fields", 2)
  return [gettext(text), interpolate(fields, { count: 2 })]
}"""


@pytest.fixture
def story(editor_page: Page, editor: User) -> Story:
    editor.language, editor.time_zone = "ru", "Asia/Almaty"
    editor.save()
    return make_story(headline="Harvest begins", body="<p>One</p>")


def form(story: Story) -> str:
    return f"/admin/articles/story/{story.pk}/change/"


def test_scripts_use_the_catalog_of_the_admin_where_a_page_has_it(
    editor_page: Page, story: Story
) -> None:
    editor_page.goto("/admin/articles/story/schedule/")
    assert editor_page.evaluate(TRANSLATE, "Today") == ["Today", "2 fields"]
    editor_page.clock.set_fixed_time(datetime(2025, 9, 1, 20, 30, tzinfo=UTC))
    editor_page.goto(form(story))
    # A text that Django itself translates, and one that nobody does.
    assert editor_page.evaluate(TRANSLATE, "Today") == ["Сегодня", "2 fields"]

    # So are unsaved changes dated, in the person's time zone.
    expect(editor_page.locator(".ProseMirror")).to_be_visible()
    editor_page.locator("#id_headline").fill("Harvest ends")
    editor_page.wait_for_function("() => Object.keys(sessionStorage).length === 1")
    editor_page.reload()
    expect(editor_page.locator("#newsroom-unsaved time")).to_have_text(
        "2 сент. 2025 г., 01:30 GMT+5"
    )
