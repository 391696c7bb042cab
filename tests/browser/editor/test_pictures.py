"""Pictures in the text: those of the newsroom, and new ones."""

from playwright.sync_api import Page, expect

from articles.models import Picture
from tests.browser.editor.helpers import expect_written
from tests.browser.keyboard import press, write
from tests.factories import SAMPLES, make_picture


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
    expect_written(writing, "<p>One</p>", figure)

    writing.get_by_role("button", name="Edit: Picture").click()
    dialog.get_by_label("Alternative text").fill("Flags")
    press(writing, "Tab", "Tab", "Tab", "Enter")
    expect(writing.get_by_role("img", name="Flags")).to_be_visible()
    expect_written(writing, f"<p>One</p>\n{figure.replace('A hall with flags', 'Flags')}")

    # Its credit is that of the library, which it follows, until it has another one here.
    writing.get_by_role("button", name="Edit: Picture").click()
    expect(dialog.get_by_label("Credit")).to_have_value("A. Photographer/Agency")
    dialog.get_by_label("Credit").fill("Agency")
    press(writing, "Enter")
    expect(writing.locator(".newsroom-block-line")).to_have_text("Flags · Agency")
    own = figure.replace('"A hall with flags"', '"Flags" data-credit="Agency"')
    expect_written(writing, f"<p>One</p>\n{own}")
    writing.get_by_role("button", name="Edit: Picture").click()
    expect(dialog.get_by_label("Credit")).to_have_value("Agency")


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
    expect(dialog.get_by_label("Credit")).to_have_value("A/Agency")
    dialog.get_by_label("Caption").fill("Astana on Thursday")
    dialog.get_by_label("A picture from the library").focus()
    press(writing, "Enter")

    expect(writing.get_by_role("img", name="A hall with flags")).to_be_visible()
    figure = (
        f'<figure data-block="figure" data-key="KEY" data-picture="{picture.pk}"'
        ' data-alt="A hall with flags"><figcaption>Astana on Thursday</figcaption></figure>'
    )
    expect_written(writing, "<p>One</p>", figure)
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
    expect(dialog.get_by_label("A picture from the library")).to_have_value("")
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

    expect(dialog.get_by_role("alert").filter(has_text="not a picture")).to_be_visible()
    assert not Picture.objects.exists()
    assert "400" in complaints.pop()


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
