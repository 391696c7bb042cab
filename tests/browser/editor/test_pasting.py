"""Text pasted from elsewhere."""

import pytest
from playwright.sync_api import Page, expect

from articles import body
from tests.body.pasted import PASTED, REDIRECTS
from tests.browser.editor.helpers import PULL_QUOTE, expect_written, paste, written
from tests.browser.keyboard import open_editor, press
from tests.factories import SAMPLES, make_story


def test_pasting_says_what_it_leaves_out(writing: Page) -> None:
    paste(
        writing,
        "<p>The <del>old</del><ins>new</ins> word, 10<sup>5</sup></p><p>ADVERTISEMENT</p>"
        "<p>See<a href> the report </a>now</p><ol><li>a</li></ol><img src='data:,'>"
        "<a href='https://www.google.com/url?q=https://a.example/'>b</a>",
    )
    expect(writing.locator(".newsroom-pasted")).to_contain_text("“ADVERTISEMENT”")
    expect(writing.locator(".newsroom-pasted")).to_contain_text("Pictures and videos left out: 1")
    assert writing.locator(".ProseMirror ol").get_attribute("style") is None
    expect_written(
        writing,
        "<p>The new word, 10<sup>5</sup></p>",
        "<p>See the report now</p>",
        "<ol><li><p>a</p></li></ol>",
        '<p><a href="https://a.example/">b</a></p>',
    )


@pytest.mark.parametrize(
    "pasted", ["<p>two</p><p>three</p>", "<ul><li>two</li></ul><h2>three</h2>"]
)
def test_pasting_into_a_pull_quote_loses_no_word(editor_page: Page, pasted: str) -> None:
    open_editor(editor_page, make_story(headline="A", body=PULL_QUOTE.replace("right", "one four")))
    press(editor_page, "Control+Home", *["ArrowRight"] * 4)
    paste(editor_page, pasted)

    assert body.plain_text(body.read(written(editor_page))).split() == "one two three four".split()


@pytest.mark.parametrize("sample", ["pasted-word.html", "pasted-google-docs.html"])
def test_pasting_gives_what_the_server_would_make_of_it(writing: Page, sample: str) -> None:
    html = (SAMPLES / sample).read_text()
    paste(writing, html)

    assert writing.locator("#id_body").input_value() == body.clean(html).replace("\n", "")


def test_the_editor_makes_of_it_what_the_server_makes(writing: Page) -> None:
    found = {}
    for name, (html, _) in PASTED.items():
        press(writing, "Control+a", "Delete")
        paste(writing, html)
        found[name] = writing.locator("#id_body").input_value()

    wrong = {
        name: html for name, html in found.items() if "<p></p>" in html or body.clean(html) != PASTED[name][1]
    }
    assert wrong == {}


def test_the_editor_knows_the_redirects_that_the_server_knows(writing: Page) -> None:
    assert writing.evaluate(
        """async (urls) => {
            const { targetOf } = await import("/static/js/editor/redirects.js")
            const { redirects } = JSON.parse(document.querySelector("#id_body").dataset.pasting)
            return Object.fromEntries(urls.map((url) => [url, targetOf(url, redirects)]))
        }""",
        list(REDIRECTS),
    ) == REDIRECTS
