"""The body's editor, as writers use it: by keyboard, in the admin's form."""

import re
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from articles import body
from articles.models import Picture
from tests.browser.keyboard import open_editor, press, select, write
from tests.factories import SAMPLES, make_picture, make_story

PULL_QUOTE = '<aside data-block="pull-quote" data-key="k3y0k3y0" data-speaker="Xi">right</aside>'


@pytest.fixture
def writing(editor_page: Page) -> Page:
    """The form of a new story, the cursor in its empty body."""
    open_editor(editor_page)
    return editor_page


def written(page: Page) -> str:
    """What the form would send, cleaned; keys are written as KEY."""
    html = body.clean(page.locator("#id_body").input_value())
    return re.sub(r'data-key="[a-z0-9]{12}"', 'data-key="KEY"', html)


def paste(page: Page, html: str) -> None:
    page.evaluate(
        """html => {
            const clipboardData = new DataTransfer()
            clipboardData.setData("text/html", html)
            clipboardData.setData("text/plain", "")
            const event = new ClipboardEvent("paste", { clipboardData, bubbles: true })
            document.querySelector(".ProseMirror").dispatchEvent(event)
        }""",
        html,
    )


# Text


def test_bold_italic_headings_lists_and_quotes_by_keys(writing: Page) -> None:
    press(writing, "Control+Alt+2")
    write(writing, "Heading")
    press(writing, "Enter")
    write(writing, "One ")
    press(writing, "Control+b")
    write(writing, "two")
    press(writing, "Control+b", "Control+i")
    write(writing, " three")
    press(writing, "Enter", "Control+i", "Control+Shift+Digit8")
    write(writing, "a")
    press(writing, "Enter", "Tab")
    write(writing, "b")
    press(writing, "Enter", "Enter", "Enter", "Control+Shift+Digit7")
    write(writing, "c")
    press(writing, "Enter", "Enter", "Control+Shift+B")
    write(writing, "d")
    press(writing, "Enter", "Enter")
    write(writing, "---")
    write(writing, "e")

    assert written(writing).split("\n") == [
        "<h2>Heading</h2>",
        "<p>One <strong>two</strong><em> three</em></p>",
        "<ul><li><p>a</p><ul><li><p>b</p></li></ul></li></ul>",
        "<ol><li><p>c</p></li></ol>",
        "<blockquote><p>d</p></blockquote>",
        "<hr>",
        "<p>e</p>",
    ]


def test_undo_and_redo(writing: Page) -> None:
    write(writing, "One")
    press(writing, "Control+z")
    assert written(writing) == ""
    press(writing, "Control+Shift+z")
    assert written(writing) == "<p>One</p>"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("/world/story/", "/world/story/"),
        ("www.example.org", "https://www.example.org"),
        ("desk@example.org", "mailto:desk@example.org"),
    ],
)
def test_link_by_keys(writing: Page, typed: str, kept: str) -> None:
    write(writing, "One two")
    select(writing, "two")
    press(writing, "Control+k")
    write(writing, typed)
    press(writing, "Enter")

    assert written(writing) == f'<p>One <a href="{kept}">two</a></p>'

    press(writing, "Control+k")
    writing.get_by_role("dialog", name="Link").get_by_role("button", name="Remove").click()
    expect(writing.locator("#id_body")).not_to_have_value(re.compile("<a "))
    assert written(writing) == "<p>One two</p>"


def test_an_invalid_url_is_refused_with_a_reason(writing: Page) -> None:
    write(writing, "One")
    select(writing, "One")
    press(writing, "Control+k")
    write(writing, "javascript:alert(1)")
    press(writing, "Enter")

    expect(writing.get_by_role("alert").filter(has_text="valid URL")).to_be_visible()
    press(writing, "Escape")
    assert written(writing) == "<p>One</p>"


def test_names_of_companies_do_not_become_links(writing: Page) -> None:
    write(writing, "Amazon.com said https://example.org was down.")

    assert "<a" not in written(writing)


# Pull quotes


def test_pull_quote_of_the_selected_words(writing: Page) -> None:
    write(writing, "We must safeguard the right")
    select(writing, "safeguard the right")
    press(writing, "Control+Shift+Digit9")
    expect(writing.get_by_role("textbox", name="Speaker")).to_be_focused()
    write(writing, "Xi Jinping")
    press(writing, "Enter")
    write(writing, ".")

    quote = (
        '<aside data-block="pull-quote" data-key="KEY" data-speaker="Xi Jinping">'
        "safeguard the right</aside>"
    )
    assert written(writing).split("\n") == ["<p>We must safeguard the right.</p>", quote]


def test_pull_quote_is_edited_left_and_removed_by_keys(editor_page: Page) -> None:
    open_editor(editor_page, make_story(headline="A", body=f"<p>The right</p>\n{PULL_QUOTE}"))
    edit = editor_page.get_by_role("button", name="Edit: Pull quote")
    edit.focus()
    press(editor_page, "Enter")
    dialog = editor_page.get_by_role("dialog", name="Pull quote")
    dialog.get_by_label("Words").fill("The right")
    dialog.get_by_label("Speaker").fill("")
    press(editor_page, "Enter", "End", "Enter")
    write(editor_page, "After")
    expect(editor_page.locator(".newsroom-block-line")).to_have_text("no speaker")

    quote = '<aside data-block="pull-quote" data-key="k3y0k3y0">The right</aside>'
    assert written(editor_page).split("\n") == ["<p>The right</p>", quote, "<p>After</p>"]

    edit.focus()
    press(editor_page, "Enter")
    dialog.get_by_role("button", name="Remove").click()
    expect(editor_page.locator(".newsroom-block")).to_have_count(0)
    assert written(editor_page).split("\n") == ["<p>The right</p>", "<p>After</p>"]


def test_arrow_keys_move_through_our_blocks(editor_page: Page) -> None:
    html = f"<p>a</p>{PULL_QUOTE}<p>b</p>"
    open_editor(editor_page, make_story(headline="A", body=html))
    press(editor_page, "ArrowDown", "End")
    write(editor_page, "s")
    press(editor_page, "ArrowDown", "End")
    write(editor_page, "c")
    press(editor_page, "ArrowUp", "ArrowUp", "End")
    write(editor_page, "d")

    assert body.plain_text(body.read(written(editor_page))).split() == ["ad", "rights", "bc"]


def test_leaving_the_dialog_changes_nothing(writing: Page) -> None:
    write(writing, "One")
    press(writing, "Control+Shift+Digit9", "Escape")
    write(writing, " two")

    assert written(writing) == "<p>One two</p>"


def test_a_copy_gets_a_key_of_its_own_and_a_moved_block_keeps_its(editor_page: Page) -> None:
    open_editor(editor_page, make_story(headline="A", body=f"<p>One</p>\n{PULL_QUOTE}"))
    press(editor_page, "Control+Home")
    paste(editor_page, PULL_QUOTE)
    html = editor_page.locator("#id_body").input_value()
    keys = re.findall(r'data-key="(\w+)"', html)
    assert keys[1] == "k3y0k3y0"
    assert re.fullmatch("[a-z0-9]{12}", keys[0])

    press(editor_page, "Control+a", "Delete")
    paste(editor_page, PULL_QUOTE)
    assert written(editor_page) == PULL_QUOTE


def test_a_pull_quote_is_undone_at_once(writing: Page) -> None:
    write(writing, "One")
    select(writing, "One")
    press(writing, "Control+Shift+Digit9", "Enter")
    assert "pull-quote" in written(writing)
    press(writing, "Control+z")
    assert written(writing) == "<p>One</p>"


@pytest.mark.parametrize(
    "pasted", ["<p>two</p><p>three</p>", "<ul><li>two</li></ul><h2>three</h2>"]
)
def test_pasting_into_a_pull_quote_loses_no_word(editor_page: Page, pasted: str) -> None:
    open_editor(editor_page, make_story(headline="A", body=PULL_QUOTE.replace("right", "one four")))
    press(editor_page, "Control+Home", *["ArrowRight"] * 4)
    paste(editor_page, pasted)

    assert body.plain_text(body.read(written(editor_page))).split() == "one two three four".split()


# Also read


def test_also_read_by_a_part_of_the_headline(writing: Page) -> None:
    story = make_story(headline="DR Congo’s Tribunal Sentences 25 Soldiers to Death")
    make_story(headline="Tribunal in Geneva")
    write(writing, "One")
    press(writing, "Control+Shift+Digit6")
    write(writing, "soldiers congo's")
    option = writing.get_by_role("option", name=story.headline)
    expect(option).to_contain_text("unpublished")
    expect(writing.get_by_role("dialog").get_by_role("option")).to_have_count(1)
    press(writing, "ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    press(writing, "Enter")
    write(writing, ".")

    link = (
        '<aside data-block="also-read" data-key="KEY" data-label="Also Read | "'
        f' data-story="{story.pk}">{story.headline}</aside>'
    )
    assert written(writing).split("\n") == ["<p>One.</p>", link]
    expect(writing.locator(".newsroom-block-line")).to_have_text("linked to a story")


def test_also_read_without_a_story_waits_for_it(writing: Page) -> None:
    press(writing, "Control+Shift+Digit6")
    write(writing, "A story to come")
    expect(writing.get_by_role("status").filter(has_text="No story")).to_be_visible()
    press(writing, "Enter")

    assert written(writing) == (
        '<aside data-block="also-read" data-key="KEY" data-label="Also Read | ">'
        "A story to come</aside>"
    )
    expect(writing.locator(".newsroom-block-line")).to_have_text("waiting for its story")


def test_a_story_is_not_offered_to_itself(editor_page: Page) -> None:
    make_story(headline="Other tribunal")
    open_editor(editor_page, make_story(headline="Own tribunal"))
    press(editor_page, "Control+Shift+Digit6")
    write(editor_page, "tribunal")

    expect(editor_page.get_by_role("dialog").get_by_role("option")).to_have_text(
        ["Other tribunalunpublished"]
    )


def test_escape_closes_the_list_first_and_then_the_dialog(writing: Page) -> None:
    make_story(headline="Tribunal")
    press(writing, "Control+Shift+Digit6")
    write(writing, "trib")
    expect(writing.get_by_role("listbox")).to_be_visible()
    press(writing, "Escape")
    expect(writing.get_by_role("listbox")).to_be_hidden()
    expect(writing.get_by_role("dialog")).to_be_visible()
    press(writing, "Escape")
    expect(writing.get_by_role("dialog")).to_be_hidden()


# Pictures


def test_picture(writing: Page) -> None:
    write(writing, "One")
    press(writing, "Control+Shift+Digit1")
    dialog = writing.get_by_role("dialog", name="Picture")
    dialog.get_by_label("File").set_input_files(SAMPLES / "picture.jpg")
    expect(dialog.locator("img")).to_be_visible()
    dialog.get_by_label("Alternative text").fill("A hall with flags")
    dialog.get_by_label("Caption").fill("Astana on Thursday")
    dialog.get_by_label("Credit").fill("A. Photographer/Agency")
    press(writing, "Enter")

    shown = writing.get_by_role("img", name="A hall with flags")
    expect(shown).to_have_js_property("complete", value=True)
    assert shown.evaluate("image => image.naturalWidth") > 0
    picture = Picture.objects.get()
    assert (picture.alt, picture.credit) == ("A hall with flags", "A. Photographer/Agency")
    figure = (
        f'<figure data-block="figure" data-key="KEY" data-picture="{picture.pk}"'
        ' data-alt="A hall with flags"><figcaption>Astana on Thursday</figcaption></figure>'
    )
    assert written(writing).split("\n") == ["<p>One</p>", figure]

    writing.get_by_role("button", name="Edit: Picture").click()
    dialog.get_by_label("Alternative text").fill("Flags")
    press(writing, "Tab", "Tab", "Enter")
    expect(writing.get_by_role("img", name="Flags")).to_be_visible()
    assert written(writing) == f"<p>One</p>\n{figure.replace('A hall with flags', 'Flags')}"


def test_a_picture_of_the_newsroom_by_its_words(writing: Page) -> None:
    picture = make_picture(caption="Xi’s arrival", alt="A hall with flags", credit="A/Agency")
    make_picture(caption="The harvest")
    write(writing, "One")
    press(writing, "Control+Shift+Digit1")
    dialog = writing.get_by_role("dialog", name="Picture")
    write(writing, "hall")
    expect(dialog.get_by_role("option")).to_have_text(["Xi’s arrivalA/Agency"])
    shown = dialog.get_by_role("option").locator("img")
    expect(shown).to_have_js_property("complete", value=True)
    assert shown.evaluate("image => image.naturalWidth") > 0
    press(writing, "Enter")
    expect(dialog.get_by_label("Alternative text")).to_have_value("A hall with flags")
    expect(dialog.get_by_label("Credit")).to_be_hidden()
    dialog.get_by_label("Caption").fill("Astana on Thursday")
    dialog.get_by_label("A picture of the newsroom").focus()
    press(writing, "Enter")

    expect(writing.get_by_role("img", name="A hall with flags")).to_be_visible()
    figure = (
        f'<figure data-block="figure" data-key="KEY" data-picture="{picture.pk}"'
        ' data-alt="A hall with flags"><figcaption>Astana on Thursday</figcaption></figure>'
    )
    assert written(writing).split("\n") == ["<p>One</p>", figure]
    assert list(Picture.objects.values_list("caption", flat=True)) == [
        "The harvest",
        "Xi’s arrival",
    ]


def test_the_newest_pictures_by_arrow_key_and_a_change_of_mind(writing: Page) -> None:
    make_picture(caption="Older", alt="Old flags")
    make_picture(caption="Newer", alt="New flags")
    press(writing, "Control+Shift+Digit1", "ArrowDown")
    dialog = writing.get_by_role("dialog", name="Picture")
    expect(dialog.get_by_role("option")).to_have_text(["Newer", "Older"])
    press(writing, "ArrowDown", "Enter")
    alternative = dialog.get_by_label("Alternative text")
    expect(alternative).to_have_value("Old flags")

    # Another one, and then a file instead: no word of a picture stays with a wrong one.
    press(writing, "Control+a")
    write(writing, "newer")
    expect(dialog.get_by_role("option")).to_have_count(1)
    press(writing, "Enter")
    expect(alternative).to_have_value("New flags")
    dialog.get_by_label("File").set_input_files(SAMPLES / "picture.jpg")
    expect(alternative).to_have_value("")
    expect(dialog.get_by_label("A picture of the newsroom")).to_have_value("")
    alternative.fill("Own words")
    dialog.get_by_role("button", name="Insert").click()

    expect(writing.get_by_role("img", name="Own words")).to_be_visible()
    assert Picture.objects.count() == 3


def test_a_file_that_is_not_a_picture_is_refused_with_a_reason(
    writing: Page, complaints: list[str]
) -> None:
    press(writing, "Control+Shift+Digit1")
    dialog = writing.get_by_role("dialog", name="Picture")
    dialog.get_by_label("File").set_input_files(
        {"name": "a.png", "mimeType": "image/png", "buffer": b"text"}
    )
    dialog.get_by_role("button", name="Insert").click()

    expect(dialog.get_by_role("alert").filter(has_text="valid image")).to_be_visible()
    assert not Picture.objects.exists()
    assert "400" in complaints.pop()


# Saving


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


# Pasting


@pytest.mark.parametrize("sample", ["pasted-word.html", "pasted-google-docs.html"])
def test_pasting_gives_what_the_server_would_make_of_it(writing: Page, sample: str) -> None:
    html = (SAMPLES / sample).read_text()
    paste(writing, html)

    assert writing.locator("#id_body").input_value() == body.clean(html).replace("\n", "")


# The form


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_editor_is_accessible(editor_page: Page, scheme: Literal["light", "dark"]) -> None:
    editor_page.emulate_media(color_scheme=scheme)
    open_editor(editor_page, make_story(headline="A", body=f"<p>The right</p>{PULL_QUOTE}"))

    def check(place: str) -> None:
        results = Axe().run(editor_page, context=place)
        assert results.violations_count == 0, results.generate_report()

    check(".prose-editor")
    for key in ("1", "6", "9"):
        press(editor_page, "Control+Home", f"Control+Shift+Digit{key}")
        check(".newsroom-dialog")
        press(editor_page, "Escape")

    make_picture(caption="Newest", credit="A/Agency")
    press(editor_page, "Control+Home", "Control+Shift+Digit1", "ArrowDown")
    expect(editor_page.get_by_role("dialog").get_by_role("option")).to_be_visible()
    check(".newsroom-dialog")


def test_it_fits_a_narrow_screen(editor_page: Page) -> None:
    editor_page.set_viewport_size({"width": 320, "height": 640})
    open_editor(editor_page, make_story(headline="A", body=f"<p>The right</p>{PULL_QUOTE}"))
    press(editor_page, "Control+Shift+Digit6")

    for place in (".prose-editor", ".newsroom-block", ".newsroom-dialog"):
        box = editor_page.locator(place).bounding_box()
        assert box
        assert 0 <= box["x"] <= box["x"] + box["width"] <= 320


def test_the_toolbar_is_one_stop_with_arrows_inside(writing: Page) -> None:
    press(writing, "Alt+F10")
    expect(writing.get_by_role("button", name="Bold")).to_be_focused()
    press(writing, "ArrowRight")
    expect(writing.get_by_role("button", name="Italic")).to_be_focused()
    press(writing, "Home", "ArrowLeft")
    expect(writing.get_by_role("button", name="Redo")).to_be_focused()
    press(writing, "ArrowRight")
    expect(writing.get_by_role("button", name="Bold")).to_be_focused()
    press(writing, "Enter")
    expect(writing.get_by_role("button", name="Bold")).to_have_attribute("aria-pressed", "true")
    press(writing, "Control+Shift+Digit8")
    expect(writing.get_by_role("button", name="List", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )


def test_words_are_counted(writing: Page) -> None:
    write(writing, "We must. 西方")
    paste(writing, PULL_QUOTE)

    expect(writing.locator(".newsroom-count")).to_have_text("3 words · 11 characters")


def test_the_headline_is_counted_against_what_reads_well(writing: Page) -> None:
    headline = writing.get_by_role("textbox", name="Headline")
    target = int(headline.get_attribute("data-count-target") or 0)
    headline.fill("x" * (target + 2))

    counter = writing.locator("#id_headline_count")
    expect(counter).to_have_text(f"{target + 2} of {target}, 2 too many")
    expect(headline).to_have_attribute("aria-describedby", re.compile("id_headline_count"))


def test_arabic_is_written_from_right_to_left_beside_our_blocks(editor_page: Page) -> None:
    html = f"{PULL_QUOTE}<p>وصل الرئيس</p><ul><li><p>نقطة</p></li></ul>"
    open_editor(editor_page, make_story(headline="وصل الرئيس (Reuters)", body=html))

    body = editor_page.get_by_role("textbox", name="Body")
    expect(body).to_have_css("direction", "ltr")
    press(editor_page, "Control+Home", *["Delete"] * len("right"))
    write(editor_page, "الحق")
    expect(body).to_have_css("direction", "rtl")
    expect(body.get_by_role("listitem")).to_have_css("direction", "rtl")
    expect(editor_page.get_by_label("Headline")).to_have_css("direction", "rtl")
    press(editor_page, "Control+Shift+Digit6")
    write(editor_page, "قصة أخرى")
    headline = editor_page.get_by_role("dialog").get_by_label("Headline")
    expect(headline).to_have_css("direction", "rtl")


def test_the_toolbar_stays_in_sight_and_hides_no_caret(editor_page: Page) -> None:
    html = "".join(f"<p>{number}</p>" for number in range(60))
    open_editor(editor_page, make_story(headline="A", body=html))
    toolbar = editor_page.get_by_role("toolbar", name="Formatting")
    press(editor_page, "Control+End")
    expect(toolbar).to_be_in_viewport(ratio=1)

    press(editor_page, *["ArrowUp"] * 40)
    box = toolbar.bounding_box()
    caret = editor_page.evaluate("getSelection().getRangeAt(0).getBoundingClientRect().top")
    assert box
    assert caret >= box["y"] + box["height"]


def test_a_picture_that_is_sent_after_a_log_out_is_refused_with_the_reason(
    writing: Page, complaints: list[str]
) -> None:
    press(writing, "Control+Shift+Digit1")
    dialog = writing.get_by_role("dialog", name="Picture")
    dialog.get_by_label("File").set_input_files(SAMPLES / "picture.jpg")
    writing.context.clear_cookies()
    dialog.get_by_role("button", name="Insert").click()

    expect(dialog.get_by_role("alert").filter(has_text="logged out")).to_be_visible()
    assert not Picture.objects.exists()
    assert "403" in complaints.pop()
