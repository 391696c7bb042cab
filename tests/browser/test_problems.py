"""What needs fixing before publication is shown in the editor while somebody writes."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from articles import body
from articles.models import Story
from tests.browser.keyboard import open_editor, press, write
from tests.factories import make_picture, make_story

PULL_QUOTE = '<aside data-block="pull-quote" data-key="k3y0k3y0">{}</aside>'
NOT_IN_TEXT = "These words are not in the text word for word."
TEXT = (
    "“We must—safeguard the right,” he said. It’s 5 km – or “more”... Straße, STRASSE;"
    " 西方国家必须 и Астана ﬁne co\u00adoperate l'État"
)


@pytest.mark.parametrize("text", [TEXT, "", "a b", "aa a"])
def test_the_browser_follows_the_servers_rule(editor_page: Page, text: str) -> None:
    tried = {
        "We must-safeguard the right",
        '"We must--safeguard  the\u00a0right"',
        *("safeguar", "afeguard", "safeguard", "the right, he", "Its 5 km - or more"),
        *("it's", "It´s", "Straße", "strasse", "Strasse", "STRASSE", "西方", "国家必须 и"),
        *("Астан", "Астана", "fine", "ﬁne", "fin", "cooperate", "co-operate", "L'Etat", "lÉtat"),
        *("", " ", "“”", "a", "b", "a b", "aa", "5", "more...", "more…"),
    }
    editor_page.goto("/admin/articles/story/add/")
    found = editor_page.evaluate(
        """async ([text, tried]) => {
            const { quotable } = await import("/static/js/editor/quoting.js")
            return tried.filter(quotable(text))
        }""",
        [text, sorted(tried)],
    )

    blocks = [body.paragraph(text)]
    assert set(found) == {words for words in tried if body.pull_quote_in_text(words, blocks)}


def test_a_pull_quote_is_marked_while_its_words_are_not_in_the_text(editor_page: Page) -> None:
    html = f"<p>We must safeguard the right.</p>{PULL_QUOTE.format('“safeguard the right”')}"
    story = make_story(headline="A", body=html)
    open_editor(editor_page, story)
    quote = editor_page.get_by_role("group", name="Pull quote")
    fault = quote.get_by_text(NOT_IN_TEXT)
    summary = editor_page.locator(".newsroom-problems")
    expect(editor_page.locator(".newsroom-count")).to_be_visible()
    expect(fault).to_have_count(0)
    expect(summary).to_be_empty()

    press(editor_page, "Control+Home", *["Control+ArrowRight"] * 2)
    write(editor_page, "not ")
    press(editor_page, *["Control+ArrowRight"] * 2)
    write(editor_page, "own ")
    expect(fault).to_be_visible()
    expect(summary).to_have_text("Pull quotes that are not in the text word for word: 1.")
    expect(summary).to_have_role("status")

    # It keeps nobody from saving, and is shown again afterwards.
    editor_page.get_by_role("button", name="Save", exact=True).click()
    expect(editor_page.locator(".messagelist")).to_contain_text("saved")
    assert "own" in Story.objects.get(pk=story.pk).body
    expect(fault).to_be_visible()
    expect(summary).to_have_text("Pull quotes that are not in the text word for word: 1.")

    press(editor_page, "Tab")
    editor_page.get_by_role("textbox", name="Body").focus()
    press(editor_page, "Control+Home", *["Control+ArrowRight"] * 5, *["Delete"] * 4)
    expect(fault).to_have_count(0)
    expect(summary).to_be_empty()


def test_a_picture_is_marked_while_it_has_no_alternative_text(editor_page: Page) -> None:
    make_picture(caption="Astana")
    open_editor(editor_page)
    write(editor_page, "One")
    press(editor_page, "Control+Shift+Digit1", "ArrowDown")
    expect(editor_page.get_by_role("dialog").get_by_role("option")).to_be_visible()
    press(editor_page, "Enter", "Enter")
    fault = editor_page.get_by_role("group", name="Picture").get_by_text("no alternative text")
    expect(fault).to_be_visible()
    expect(editor_page.locator(".newsroom-problems")).to_have_text(
        "Pictures without alternative text: 1."
    )

    editor_page.get_by_role("button", name="Edit: Picture").click()
    editor_page.get_by_role("dialog").get_by_label("Alternative text").fill("A hall")
    editor_page.get_by_role("button", name="Update").click()
    expect(fault).to_have_count(0)
    expect(editor_page.locator(".newsroom-problems")).to_be_empty()


def test_it_is_said_once_after_a_pause_and_not_at_each_key(editor_page: Page) -> None:
    open_editor(editor_page, make_story(headline="A", body=PULL_QUOTE.format("two words")))
    press(editor_page, "Control+Home")
    editor_page.evaluate(
        """() => {
            window.told = []
            const line = document.querySelector(".newsroom-problems")
            const note = () => window.told.push(line.textContent)
            new MutationObserver(note).observe(line, { childList: true, characterData: true })
        }"""
    )
    press(editor_page, "End")
    write(editor_page, " and more and more")
    press(editor_page, "Enter")
    write(editor_page, "two words and more and more")
    expect(editor_page.locator(".newsroom-problems")).to_be_empty()
    assert editor_page.evaluate("window.told") == [""]


def test_the_marks_are_accessible(editor_page: Page, axe: Callable[[Page], None]) -> None:
    open_editor(editor_page, make_story(headline="A", body=PULL_QUOTE.format("two words")))
    expect(editor_page.get_by_text(NOT_IN_TEXT)).to_be_visible()
    axe(editor_page)
