"""A story is written: three hundred words, with all that belongs to it."""

from playwright.sync_api import expect

from articles import body
from articles.models import Story
from tests.browser.tasks.conftest import Desk
from tests.browser.tasks.desk_page import expect_told
from tests.factories import make_picture
from tests.helpers import managing_editor

SENTENCE = "The farmers of the south have waited three weeks for rain and for a price."
PARAGRAPH = " ".join([SENTENCE] * 5)
SAID = "We wait for rain and nothing else."


def test_three_hundred_words_are_written(desk: Desk) -> None:
    make_picture(caption="A field near the river", alt="A dry field", credit="A/Agency")
    hands = desk(managing_editor())
    page = hands.page
    hands.press(page.get_by_role("link", name="New story"))
    expect(page.get_by_role("toolbar", name="Formatting")).to_be_visible()
    hands.write("Harvest begins late", "Enter")
    hands.write("Farmers wait for rain.", "Enter")
    expect(page.get_by_role("textbox", name="Body")).to_be_focused()
    for word, url in (("ministry", "https://ministry.example"), ("agency", "www.agency.example")):
        hands.write(f"{PARAGRAPH} So says the {word}")
        hands.select_word(word)
        hands.tool("Link", "Control+k")
        hands.write(url, "Enter")
        expect(page.locator(".ProseMirror a", has_text=word)).to_be_visible()
        hands.keys("End", "Enter")
    hands.write("## In the south", "Enter")
    hands.write(SAID)
    hands.select_paragraph(SAID)
    hands.tool("Pull quote", "Control+Shift+Digit9")
    hands.write("Ana Lee", "Enter")
    hands.keys("Control+End", "Enter")
    hands.write(f"{PARAGRAPH} {PARAGRAPH}")
    hands.tool("Picture", "Control+Shift+Digit1")
    hands.write("field")
    expect(page.get_by_role("dialog").get_by_role("option")).to_have_count(1)
    hands.keys("Enter", "Enter")
    expect(page.get_by_role("img", name="A dry field")).to_be_visible()
    hands.save()
    expect_told(page, "saved")
    assert hands.steps <= 30

    story = Story.objects.get()
    blocks = body.read(story.body)
    kinds = [type(block).__name__ for block in blocks]
    assert sorted(set(kinds)) == ["Figure", "Heading", "Paragraph", "PullQuote"]
    assert story.body.count("<a ") == 2
    assert len(body.plain_text(blocks).split()) > 300
