"""Hard-wrapped copy in any layout: a line that completes a sentence is text."""

import textwrap

import pytest

from tests.wire.parse.words import parsed

HEADLINE = "Town council plans higher tax on fuel"
WRAPPED = {
    # What a line of the middle begins with, or the last line is.
    "a word that is a button": ["Net income rose to 33 cents a share from 29 cents a", "share."],
    "a button with a comma": [
        "Drivers said that they would rather not buy but",
        "save, they said.",
    ],
    "a button as a verb": ["The mayor of the town declined in spring to make any", "comment."],
    "a button in a list": ["The council would pay for television, radio and", "print."],
    "an agency": ["A member of the council who asked not to be named told", "Reuters."],
    "a date": ["The council decided to put off the vote on the tax until", "12 March 2017."],
    "a heading": ["The council said that it had not yet read any of the", "latest news."],
    "a quotation mark": [
        "He praised the United Arab Emirates for being",
        '"fully onboard" with it.',
    ],
    "a capital": ["The plan was welcomed in the capital by the president of", "Kenya on Monday."],
    "a digit": ["The company, which is based in the town, said that it had", "33 offices there."],
    "Cyrillic capital": [
        "План поддержал на встрече в столице президент соседней",
        "Кении в среду.",
    ],
    "German noun": ["Der Rat der Stadt beschloss am Donnerstag die höhere", "Steuer auf Benzin."],
    "Arabic": ["أعلنت الحكومة يوم الخميس أنها سترفع الضريبة على الوقود", "في العام المقبل."],
}


@pytest.mark.parametrize("pair", WRAPPED.values(), ids=WRAPPED)
@pytest.mark.parametrize("times", [1, 4])
def test_a_line_that_completes_a_sentence_is_text(pair: list[str], times: int) -> None:
    other = "A paragraph of one line that the source has left as it is, and which has an end."
    copy = parsed("\n\n".join([HEADLINE, *["\n".join(pair)] * times, *[other] * 4]))
    told = [copy.summary] if copy.summary else []
    told += [block.text for block in copy.blocks]
    assert told == [" ".join(pair)] * times + [other] * 4
    assert copy.left_out == ()


RAGGED = """\
The minister praised the United Arab Emirates for being
"fully onboard" with the plan, and said that it
33 countries had already agreed to it before the meeting of
Kenya and Uganda, which begins on Monday in the capital.
He spoke to reporters there.

Nobody else was asked, the president said. The plan was
"a good one" he said. It goes to a vote in
May, and the first results are expected in
2026 at the earliest.

The council will meet again on Monday in the town hall.
Drivers said that they would protest in front of it.

The mayor declined to comment on the plan, and
so did the members of the council."""


def test_ragged_lines_are_joined_whatever_they_begin_with() -> None:
    copy = parsed(f"{HEADLINE}\n\n{RAGGED}")
    assert [block.text for block in copy.blocks] == [
        " ".join(paragraph.split()) for paragraph in RAGGED.split("\n\n")
    ]


INDENTED = """\
    TORONTO, April 3 - <Nelson Ltd> said its profit rose to 33 cents a
share from 29 cents.
    "We are happy," the company said. It will pay for radio and
print.
Sales rose too.
    The figures are for the quarter that ended in
March.
"""


def test_where_paragraphs_are_indented_an_unindented_line_goes_on() -> None:
    copy = parsed(f"{HEADLINE}\n{INDENTED}")
    assert [block.text for block in copy.blocks] == [
        "<Nelson Ltd> said its profit rose to 33 cents a share from 29 cents.",
        '"We are happy," the company said. It will pay for radio and print. Sales rose too.',
        "The figures are for the quarter that ended in March.",
    ]


def test_short_lines_stay_apart() -> None:
    lines = ["Ingredients", "Two onions", "Three eggs", "Method", "Chop the onions"]
    copy = parsed("\n\n".join([HEADLINE, "Cook it on Monday, or on Tuesday.", "\n".join(lines)]))
    assert [block.text for block in copy.blocks][1:] == lines


def test_labels_of_buttons_on_lines_of_their_own_are_still_left_out() -> None:
    text = "The council said on Thursday that it would raise the tax."
    lines = [HEADLINE, text, "Share", "Save", text, "Print", "Comment", text]
    copy = parsed("\n".join(lines))
    assert [left.text for left in copy.left_out] == ["Share", "Save", "Print", "Comment"]


PROSE = """\
The council of the town said on Thursday evening that it would raise the tax on fuel from next \
year on, and that drivers would get nothing in return for it.
Drivers said that they would protest in front of the town hall. “We do not have the money,” said \
Jane Doe of the union of drivers, who spoke to reporters in the town.
The vote is on Monday. 12 members of the council are for the tax, and 11 against it, as the paper \
of the town reports, which asked all of them last week.
""".splitlines()


def lines(paragraph: str) -> list[str]:
    return textwrap.wrap(paragraph, 66)


def test_double_spaced_copy_is_as_good_as_any() -> None:
    doubled = "\n\n\n".join("\n\n".join(lines(paragraph)) for paragraph in PROSE)
    for headline in (HEADLINE, f"{HEADLINE} for all of its\ndrivers"):
        copy = parsed(f"{headline}\n\n\n{doubled}")
        assert copy.headline == " ".join(headline.split())
        assert [block.text for block in copy.blocks] == PROSE


def test_paragraphs_of_one_line_are_not_double_spaced() -> None:
    items = [f"Point {number} of the plan of the town council" for number in range(12)]
    copy = parsed("\n\n".join([HEADLINE, *items]))
    assert [block.text for block in copy.blocks] == items


@pytest.mark.parametrize("mark", ["*", "•", "-", "–", "1."])
def test_what_hangs_below_an_item_of_a_list_belongs_to_it(mark: str) -> None:
    first = f"{mark} Raise the tax on fuel by a tenth from the first of January of next"
    items = [f"{first}\n   year on", f"{mark} Build a road", f"{mark} Close the hall"]
    wrapped = ["\n".join(lines(paragraph)) for paragraph in PROSE]
    copy = parsed("\n\n".join([HEADLINE, wrapped[0], "\n".join(items), wrapped[1]]))
    assert [block.text for block in copy.blocks] == [
        PROSE[0],
        f"{first} year on",
        *items[1:],
        PROSE[1],
    ]


def test_lines_of_verse_stay_apart() -> None:
    verse = ["The rain is on the roof tonight,", "the town is dark and still,", "and no one sees"]
    wrapped = ["\n".join(lines(paragraph)) for paragraph in PROSE]
    copy = parsed("\n\n".join([HEADLINE, wrapped[0], "\n".join(verse), *wrapped[1:]]))
    assert [block.text for block in copy.blocks] == [PROSE[0], *verse, *PROSE[1:]]


HEADINGS = ["How it came to that", "What drivers say", "The vote"]


def test_without_empty_lines_a_heading_stays_apart() -> None:
    texts = [paragraph.replace("The", "A") for paragraph in PROSE]
    parts = [part for pair in zip(HEADINGS, texts, strict=True) for part in pair]
    many = [*PROSE, *parts]
    source = "\n".join("\n".join(lines(part)) for part in many)
    assert [block.text for block in parsed(f"{HEADLINE}\n\n{source}").blocks] == many


@pytest.mark.parametrize(
    "headline",
    [
        "“It ends the debate”: what economists said of the latest jobs\nreport",
        "La revancha de Verstappen frente a Russell tras la sanción de ayer:\n“No le soporto”",
        "Town council of the capital plans a much higher tax on fuel, and\nMinister agrees",
        "Prophecy on the crown: is it true that the king of the country, Charles\nIII, resigns?",
    ],
)
def test_a_wrapped_headline_is_whole(headline: str) -> None:
    wrapped = "\n\n".join("\n".join(textwrap.wrap(paragraph, 68)) for paragraph in PROSE)
    assert parsed(f"{headline}\n\n{wrapped}").headline == " ".join(headline.split())


@pytest.mark.parametrize("day", ["On Monday, 12", "On November 16, a", "on June 11 at 3"])
def test_a_line_that_begins_with_a_day_goes_on(day: str) -> None:
    opening = f"{day} members of the council of the town said in the town hall that"
    paragraph = f"{opening} they would vote."
    wrapped = ["\n".join(lines(one)) for one in PROSE]
    copy = parsed("\n\n".join([HEADLINE, wrapped[0], f"{opening}\nthey would vote.", *wrapped[1:]]))
    assert [block.text for block in copy.blocks] == [PROSE[0], paragraph, *PROSE[1:]]
