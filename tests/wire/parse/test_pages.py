"""Articles as they are copied from web pages: what is around headline, dateline and text."""

import pytest

from articles.wire.parse import furniture
from tests.wire.parse.words import parsed

TEXT = "The council said on Thursday that it would raise the tax on fuel from next year."
MORE = "Drivers said that they would protest in front of the town hall on Saturday morning."
LAST = "The mayor declined to comment on the plan, which goes to a vote in the spring."
HEADLINE = "Town council plans higher tax on fuel"

ABOVE = {
    "section": ["WORLD NEWS"],
    "section in Spanish": ["Economía"],
    "section in capitals without accents": ["ΚΥΠΡΟΣ"],
    "section in Japanese": ["国際ニュース"],
    "way to the section": ["Home > News > Politics"],
    "several": ["HOME", "NEWS", "POLITICS"],
    "kind": ["Kommentar", "Von Jana Muster"],
    "topic with a colon": ["Streit um die Steuer :"],
    "topic of two words": ["Steuer Kraftstoff"],
    "country": ["Cyprus"],
    "buttons": ["Share", "Facebook", "Twitter", "WhatsApp"],
    "times": ["Giriş Tarihi: 5.9.2025 10:20", "Son Güncelleme: 5.9.2025 11:02"],
    "number": ["News ID: 3389211"],
    "agency": ["中新網"],
    "title of the page": [f"{HEADLINE} - The Town Paper"],
}


@pytest.mark.parametrize("layout", ["\n\n", "\n"])
@pytest.mark.parametrize("above", ABOVE.values(), ids=ABOVE)
def test_the_headline_stands_below_labels(above: list[str], layout: str) -> None:
    copy = parsed(layout.join([*above, HEADLINE]) + f"\n\n{TEXT}\n\n{MORE}\n")
    assert copy.headline == HEADLINE
    assert [left.text for left in copy.left_out] == above
    assert {left.why for left in copy.left_out} == {furniture.ABOVE_HEADLINE}
    assert [block.text for block in copy.blocks] == [TEXT, MORE]


HEADLINES = [
    # Each looks like a label, a byline or a time, but is the headline.
    "Opinion: The tax is wrong",
    "By Land, Sea and Air",
    "On Sept. 11, a Nation Remembers",
    "Von der Leyen und Macron",
    "Horoscope: September 5",
    "Live",
    "Sport",
    "Fuel tax",
]


@pytest.mark.parametrize("headline", HEADLINES)
def test_a_headline_above_the_text_is_not_taken_for_a_label(headline: str) -> None:
    assert parsed(f"{headline}\n\n{TEXT}\n\n{MORE}").headline == headline


def test_a_label_right_above_a_dateline_is_the_headline() -> None:
    copy = parsed(f"Business\n\nLONDON, Sept 5 (Reuters) - {TEXT}\n\n{MORE}")
    assert copy.headline == "Business"
    assert copy.dateline is not None
    assert copy.dateline.sure


BETWEEN = {
    "byline": ["By Jane Doe"],
    "name and time": ["JANE DOE", "Updated 3:12 PM EDT, September 5, 2025"],
    "paper": ["Jean Tremblay", "La Presse"],
    "section below": ["Fiji", "05 September, 2025, 9:11 am"],
    "numbers of a page": ["05 September 2025 06:40 pm - 3 - 1,204"],
    "Indonesian": ["Kompas.com, 5 September 2025, 10:20 WIB", "Budi Santoso", "Penulis"],
    "Korean": ["송고시간2025-09-05 10:00", "홍길동 기자"],
    "Hindi": ["By Rajesh Kumar Edited By: Amit Singh", "Publish: Fri, 05 Sep 2025 10:20 AM"],
    "credit": ["Photo: Jane Doe/AFP"],
    "caption": ["The town hall on a sunny day in spring. (Photo by Jane Doe/Getty Images)"],
    "caption of an agency": ["Ratusan massa menyerang kantor polisi di kota. ANTARA/Siti Nur"],
    "reading time": ["3 min read"],
}


@pytest.mark.parametrize("between", BETWEEN.values(), ids=BETWEEN)
def test_lines_above_a_dateline_are_left_out_and_listed(between: list[str]) -> None:
    copy = parsed("\n\n".join([HEADLINE, *between, f"LONDON (AP) — {TEXT}", MORE]))
    assert copy.headline == HEADLINE
    assert copy.summary == ""
    assert copy.dateline is not None
    assert (copy.dateline.text, copy.dateline.sure) == ("LONDON (AP) — ", True)
    assert [left.text for left in copy.left_out] == between
    assert [block.text for block in copy.blocks] == [TEXT, MORE]


def test_a_few_lines_above_a_dateline_are_one_summary() -> None:
    lines = [
        "Drivers announce a protest in front of the town hall",
        "The plan goes to a vote in spring",
    ]
    copy = parsed("\n\n".join([HEADLINE, *lines, f"LONDON (AP) — {TEXT}", MORE]))
    assert copy.summary == " ".join(lines)
    assert copy.left_out == ()


@pytest.mark.parametrize(
    "standfirst",
    [
        "Picture, if you will, a town without a single lorry on its roads",
        "Drivers and/or apples: what the council would rather not have in its streets",
    ],
)
def test_a_summary_is_not_taken_for_a_caption(standfirst: str) -> None:
    copy = parsed("\n\n".join([HEADLINE, standfirst, f"LONDON (AP) — {TEXT}", MORE]))
    assert copy.summary == standfirst


def test_buttons_and_advertisements_are_left_out_anywhere() -> None:
    lines = [HEADLINE, "Share", "Save", TEXT, "ADVERTISEMENT", MORE, "Reklama:", LAST, "分享"]
    copy = parsed("\n\n".join(lines))
    assert [block.text for block in copy.blocks] == [TEXT, MORE, LAST]
    assert [left.text for left in copy.left_out] == [*lines[1:3], lines[4], lines[6], lines[8]]
    assert {left.why for left in copy.left_out} == {furniture.BUTTON}


def test_a_word_that_is_a_button_only_next_to_others_stays() -> None:
    lines = [TEXT, "Facebook", MORE, "Comments", LAST]
    copy = parsed("\n\n".join([HEADLINE, *lines]))
    assert [block.text for block in copy.blocks] == lines
    assert copy.left_out == ()


def test_tags_and_rights_that_close_the_copy_are_left_out() -> None:
    closing = ["Tags: fuel, tax", "© 2025 The Town Paper", "Recent News"]
    copy = parsed("\n\n".join([HEADLINE, TEXT, "Tags: not at the end", MORE, *closing]))
    assert [block.text for block in copy.blocks] == [TEXT, "Tags: not at the end", MORE]
    assert [left.text for left in copy.left_out] == closing


@pytest.mark.parametrize(
    "body",
    [
        ["LIVE", "14:22", f"{TEXT} {MORE}", "13:50", f"Tucson: {TEXT}"],
        [f"Berlin: {TEXT}", f"Paris: {MORE}", f"Rome: {TEXT}"],
        [f"Gaza — {TEXT} Kyiv — {MORE} Markets — {TEXT}"],
    ],
    ids=["live page", "list of towns", "labels in a paragraph"],
)
def test_towns_that_label_parts_of_the_text_are_not_a_dateline(body: list[str]) -> None:
    copy = parsed("\n\n".join([HEADLINE, *body]))
    assert copy.dateline is None or not copy.dateline.sure
    assert [block.text for block in copy.blocks] == body


def test_without_a_dateline_bylines_and_captions_stay_in_the_text() -> None:
    lines = ["By Jane Doe", "5 September 2025, 10:14 BST", "Image caption,", "The town hall"]
    copy = parsed("\n\n".join([HEADLINE, *lines, TEXT, MORE]))
    assert [block.text for block in copy.blocks] == [*lines, TEXT, MORE]
