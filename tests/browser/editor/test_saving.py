"""What is written is saved as it was written."""

import re

from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from articles import body
from tests.browser.editor.helpers import PULL_QUOTE
from tests.browser.keyboard import open_editor, press, write
from tests.factories import make_story


def test_saving_and_opening_again_leaves_the_body_as_it_was(editor_page: Page) -> None:
    html = body.clean(
        '<p>One <strong>t<em>w</em>o</strong> &amp; <a href="/three/?a=1&amp;b=2">th&nbsp;ree</a>'
        "<br>four</p><h2>Five</h2><h3>Six</h3><hr>"
        "<ul><li><p>a</p><p>b</p><ol><li><p>c</p></li></ol></li></ul><blockquote><p>d</p>"
        f"<p>e</p></blockquote>{PULL_QUOTE}<aside data-block='also-read' data-key='aaaaaaaa'"
        " data-label='Also Read | '>Later</aside><p>end</p>"
    )
    story = make_story(headline="A story", body=html)
    open_editor(editor_page, story)
    write(editor_page, "x")
    press(editor_page, "Backspace")
    assert body.clean(editor_page.locator("#id_body").input_value()) == html

    editor_page.get_by_role("textbox", name="Headline").fill("Another headline")
    editor_page.get_by_role("button", name=re.compile("^Save")).click()
    expect(editor_page.get_by_role("toolbar", name="Formatting")).to_be_visible()
    story.refresh_from_db()
    assert (story.headline, story.body) == ("Another headline", html)


def test_without_javascript_the_html_is_there_and_saves(
    editor_page: Page, browser: Browser, live_server: LiveServer
) -> None:
    story = make_story(headline="A story", body="<p>One</p>")
    context = browser.new_context(
        base_url=live_server.url,
        java_script_enabled=False,
        storage_state=editor_page.context.storage_state(),
    )
    page = context.new_page()
    page.goto(f"/admin/articles/story/{story.pk}/change/")
    expect(page.get_by_label("Body")).to_have_value("<p>One</p>")
    page.get_by_label("Body").fill("One <b>two</b><script>x</script>")
    page.get_by_role("button", name=re.compile("^Save")).click()
    expect(page.get_by_label("Body")).to_have_value("<p>One <strong>two</strong></p>")
    context.close()
