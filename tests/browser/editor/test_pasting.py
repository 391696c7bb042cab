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


SAID = {
    "<p>a <s>old</s> <span style='text-decoration:line-through'>قديم</span></p>": (
        "Deleted text left out: “old”, “\u2067قديم\u2069”."
    ),
    "<p>a<a class=msocomanchor href='#_msocom_1'>[A1]</a></p>": "Comments left out: 1.",
    "<nav>Home</nav><p>a</p><style>x</style><noscript>y</noscript>": (
        "Menus and hidden text left out: “Home”."
    ),
    "<h4>Share</h4><p>a</p><p><b>Advertisement</b></p><p>Share prices rose</p>": (
        "Left out as labels of buttons: “Share”, “Advertisement”."
    ),
    "<picture><img src='data:,'></picture><img width=1 src='data:,'><svg></svg><video></video>a": (
        "Pictures and videos left out: 2. Insert them as pictures."
    ),
    "<figure><img src='data:,'><figcaption>A boat. Photo: Ana</figcaption></figure>": (
        "Pictures and videos left out: 1. Insert them as pictures."
        " Captions that became paragraphs: “A boat. Photo: Ana”."
    ),
    "<table><tr><td>a</table><table><tr><td>a<td>b</table>": (
        "Tables whose cells became paragraphs: 1."
    ),
    "<p>a<a href='#_ftn1' name='_ftnref1'>[1]</a></p><p><a href='#_ftnref1'>[1]</a> b</p>"
    "<p>c<a href='#sdfootnote2sym'>2</a></p><p><a href='#sdfootnote2anc'>2</a>d</p>": (
        "Footnote marks left in the text: 2. Check where their notes belong."
    ),
    "<ol start=4><li>a</ol><ol><li>b</ol><p style='mso-list:l0 level1 lfo1'><span"
    " style='mso-list:Ignore'>7.</span>c</p>": (
        "Lists whose numbers now begin at 1: 2. Check the numbers."
    ),
    "<p>a</p>": "",
}


def test_pasting_says_all_that_is_lost(writing: Page) -> None:
    found = {}
    for html in SAID:
        press(writing, "Control+a", "Delete")
        paste(writing, html)
        found[html] = writing.locator(".newsroom-pasted").text_content()
    assert found == SAID


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
        name: (html, PASTED[name][1])
        for name, html in found.items()
        if "<p></p>" in html or body.clean(html) != PASTED[name][1]
    }
    assert wrong == {}


def test_the_editor_knows_the_redirects_that_the_server_knows(writing: Page) -> None:
    assert (
        writing.evaluate(
            """async (urls) => {
            const { targetOf } = await import("/static/js/editor/redirects.js")
            const { redirects } = JSON.parse(document.querySelector("#id_body").dataset.pasting)
            return Object.fromEntries(urls.map((url) => [url, targetOf(url, redirects)]))
        }""",
            list(REDIRECTS),
        )
        == REDIRECTS
    )
