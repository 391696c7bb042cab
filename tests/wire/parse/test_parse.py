"""Whole pieces of copy: layout, headline, summary, dateline, also-read lines, what is left out."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles.wire import UnreadableCopy, as_json
from articles.wire.parse.copy_parts import Copy
from articles.wire.parse.parse import parse
from tests.factories import SAMPLES
from tests.wire.parse.words import assert_no_word_lost, parsed, story

FIRST = "The council said on Thursday that it would raise the tax on fuel from next year."
SECOND = "Drivers said that they would protest in front of the town hall on Saturday morning."
THIRD = "The mayor declined to comment on the plan, which goes to a vote in the spring."
HEADLINE = "Town Council Plans Higher Tax on Fuel"
STANDFIRST = "Drivers announce a protest against the plan, which goes to a vote in the spring."


def kinds(copy: Copy) -> list[str]:
    return [block.kind for block in copy.blocks]


def texts(copy: Copy) -> list[str]:
    return [block.text for block in copy.blocks]


def test_the_sample_story() -> None:
    source = (SAMPLES / "xi-putin-sco.txt").read_bytes()
    copy = parse(source)
    assert_no_word_lost(source.decode(), copy)
    assert (
        copy.headline == "Xi and Putin Outline Ambitious Goals for Eurasian Security Organization"
    )
    assert copy.summary.startswith("The SCO, established in 2001")
    assert copy.summary.endswith("counterbalance to Western powers.")
    assert copy.dateline is not None
    assert copy.dateline.places == ("Astana",)
    assert copy.dateline.text == "Astana: "
    assert copy.dateline.sure
    assert kinds(copy) == ["paragraph"] * 3 + ["also-read"] + ["paragraph"] * 3
    assert copy.blocks[0].text.startswith("Chinese President Xi Jinping called")
    assert copy.blocks[3].label == "Also Read | "
    assert copy.blocks[3].headline.startswith("DR Congo Military Tribunal")
    assert [left.text for left in copy.left_out] == ["Recent News"]
    assert copy.pull_quotes[0].speaker == "Xi"
    assert copy.pull_quotes[0].text in copy.blocks[2].text


LAYOUTS = {
    "empty lines": "{0}\n\n{1}\n\n{2}\n\n{3}\n",
    "leading empty lines": "\n\n  \n{0}\n\n{1}\n\n{2}\n\n{3}",
    "one newline": "{0}\n{1}\n{2}\n{3}\n",
    "Windows": "{0}\r\n\r\n{1}\r\n\r\n{2}\r\n\r\n{3}\r\n",
    "old Macintosh": "{0}\r\r{1}\r\r{2}\r\r{3}",
    "line separators": "{0}\u2028{1}\u2028{2}\u2028{3}",
    "paragraph separators": "{0}\u2029{1}\u2029{2}\u2029{3}",
    "trailing spaces": "{0}  \n \t\n{1}   \n\u00a0\n{2}\n\n{3}\u00a0",
    "indented": "{0}\n    {1}\n    {2}\n    {3}\n",
    "indented by one em": "{0}\n\u3000\u3000{1}\n\u3000\u3000{2}\n\u3000\u3000{3}\n",
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_paragraphs_in_any_layout(layout: str) -> None:
    copy = parsed(layout.format(HEADLINE, FIRST, SECOND, THIRD))
    assert copy.headline == HEADLINE
    assert texts(copy) == [FIRST, SECOND, THIRD]


def wrapped(text: str, width: int) -> str:
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


@pytest.mark.parametrize("width", [42, 60, 72])
def test_hard_wrapped_lines_are_joined(width: int) -> None:
    headline = "Town Council Plans Higher Tax on Fuel From Next Year, Drivers Announce a Protest"
    source = "\n\n".join(
        wrapped(text, width) for text in (headline, f"LONDON, July 4 (Reuters) - {FIRST}", SECOND)
    )
    copy = parsed(source)
    assert copy.headline == headline
    assert texts(copy) == [FIRST, SECOND]


def test_hard_wrapped_without_empty_lines_is_split_at_the_indents() -> None:
    source = HEADLINE + "\n" + "\n".join("   " + wrapped(t, 50) for t in (FIRST, SECOND, THIRD))
    assert texts(parsed(source)) == [FIRST, SECOND, THIRD]


def test_an_indent_begins_a_paragraph_after_a_full_line() -> None:
    lines = [f"{number} one two three four five six seven eight" for number in range(9)]
    indented = [line if number % 3 else f"   {line}" for number, line in enumerate(lines)]
    copy = parsed(f"{HEADLINE}\n\n" + "\n".join(indented))
    assert texts(copy) == [" ".join(lines[at : at + 3]) for at in (0, 3, 6)]


def test_wrapped_chinese_is_joined_without_spaces() -> None:
    text = "政府星期四宣布明年将提高燃油税并将采取措施减轻低收入家庭的负担" * 4 + "。"
    source = "市议会计划提高燃油税\n\n" + "\n".join(
        text[at : at + 30] for at in range(0, len(text), 30)
    )
    assert texts(parsed(source)) == [text]


def test_a_wrapped_headline_above_long_lines() -> None:
    copy = parsed(f"Town Council Plans Higher Tax on Fuel\nAnd Drivers Protest\n\n{FIRST} {SECOND}")
    assert copy.headline == "Town Council Plans Higher Tax on Fuel And Drivers Protest"


@pytest.mark.parametrize(
    "below",
    ["By Jane Doe", "4 July 2024", "Reuters", f"LONDON (AP) — {FIRST}", f"Berlin: {FIRST}"],
)
def test_a_headline_is_not_joined_with_what_follows_on_the_next_line(below: str) -> None:
    assert parsed(f"{HEADLINE}\n{below}\n\n{SECOND}\n\n{THIRD}").headline == HEADLINE


def test_a_summary_recurs_in_the_body() -> None:
    copy = parsed(f"{HEADLINE}\n\n{SECOND}\n\n{FIRST}\n\n{SECOND} {THIRD}")
    assert copy.summary == SECOND
    assert texts(copy) == [FIRST, f"{SECOND} {THIRD}"]


def test_a_summary_stands_above_a_dateline() -> None:
    copy = parsed(f"{HEADLINE}\n\n{STANDFIRST}\n\nWASHINGTON (AP) — {FIRST}\n\n{SECOND}")
    assert copy.summary == STANDFIRST
    assert copy.dateline is not None
    assert copy.dateline.agency == "AP"


def test_a_summary_stands_above_a_byline() -> None:
    copy = parsed(f"{HEADLINE}\n\n{STANDFIRST}\n\nBy Jane Doe\n\n{FIRST}\n\n{SECOND}")
    assert copy.summary == STANDFIRST
    assert texts(copy) == ["By Jane Doe", FIRST, SECOND]


def test_a_first_paragraph_with_a_dateline_is_body() -> None:
    copy = parsed(f"{HEADLINE}\n\nWASHINGTON (AP) — {FIRST}\n\n{FIRST} {SECOND}")
    assert copy.summary == ""
    assert texts(copy)[0] == FIRST


def test_in_doubt_there_is_no_summary() -> None:
    copy = parsed(f"{HEADLINE}\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}")
    assert copy.summary == ""
    assert copy.dateline is None


def test_bylines_above_a_dateline_are_listed_as_left_out() -> None:
    copy = parsed(
        f"{HEADLINE}\n\n{STANDFIRST}\n\nBy Jane Doe\n\nPublished 4 July 2024 10:15 GMT\n\n"
        f"LONDON, July 4 (Reuters) - {FIRST}\n\n{SECOND}"
    )
    assert copy.summary == STANDFIRST
    assert [left.text for left in copy.left_out] == [
        "By Jane Doe",
        "Published 4 July 2024 10:15 GMT",
    ]
    assert all("above the dateline" in left.why for left in copy.left_out)
    assert texts(copy) == [FIRST, SECOND]


def test_a_dateline_below_other_text_is_only_a_question() -> None:
    copy = parsed(f"{HEADLINE}\n\n{THIRD}\n\n{SECOND}\n\nLONDON (Reuters) - {FIRST}")
    assert copy.dateline is not None
    assert not copy.dateline.sure
    assert texts(copy) == [THIRD, SECOND, f"LONDON (Reuters) - {FIRST}"]


def test_a_dateline_on_a_line_of_its_own() -> None:
    copy = parsed(f"{HEADLINE}\n\nANKARA\n\n{FIRST}\n\n{SECOND}")
    assert copy.dateline is not None
    assert (copy.dateline.places, copy.dateline.text) == (("ANKARA",), "ANKARA")
    assert texts(copy) == [FIRST, SECOND]


def test_a_list_of_places_has_no_dateline() -> None:
    lines = [f"{place}: {FIRST}" for place in ("Berlin", "Hamburg", "Munich", "Cologne")]
    copy = parsed("\n\n".join([HEADLINE, *lines]))
    assert copy.dateline is None
    assert texts(copy) == lines


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Also Read | Mayor Opens a Bridge", "Also Read | "),
        ("ALSO READ: Mayor Opens a Bridge", "ALSO READ: "),
        ("READ ALSO | Mayor Opens a Bridge", "READ ALSO | "),
        ("ALSO READ – Mayor Opens a Bridge", "ALSO READ – "),
        ("Also read - Mayor opens a bridge", "Also read - "),
        ("Read more: Mayor Opens a Bridge", "Read more: "),
        ("Related: Mayor Opens a Bridge", "Related: "),
        ("See also: Mayor Opens a Bridge", "See also: "),
        ("Lire aussi : Le maire inaugure un pont", "Lire aussi : "),
        ("Lesen Sie auch: Brücke eröffnet", "Lesen Sie auch: "),
        ("Lee también: El alcalde abre un puente", "Lee también: "),
        ("Leia também: Prefeito abre uma ponte", "Leia também: "),
        ("Leggi anche: Il sindaco apre un ponte", "Leggi anche: "),
        ("Читайте также: Мэр открыл мост", "Читайте также: "),
        ("اقرأ أيضا: العمدة يفتتح جسرا", "اقرأ أيضا: "),
        ("ये भी पढ़ें: महापौर ने पुल खोला", "ये भी पढ़ें: "),
        ("Baca juga: Wali kota membuka jembatan", "Baca juga: "),
        ("延伸閱讀：市長啟用新橋", "延伸閱讀："),
    ],
)
def test_also_read_lines_stay_in_place(line: str, label: str) -> None:
    copy = parsed(f"{HEADLINE}\n\n{FIRST}\n\n{line}\n\n{SECOND}\n\n{line}\n\n{THIRD}")
    assert kinds(copy) == ["paragraph", "also-read", "paragraph", "also-read", "paragraph"]
    assert copy.blocks[1].label == label
    assert copy.blocks[1].label + copy.blocks[1].headline == line


@pytest.mark.parametrize(
    "line",
    [
        "Read more:",
        "Also Read | ",
        f"Related: {FIRST} {SECOND}",
        "Read more about the tax in the report of the council.",
        "More than 200 drivers came.",
        "See also: " + "a very long line of words that no headline would ever have " * 4 + "end",
    ],
)
def test_prose_and_labels_without_a_headline_stay_paragraphs(line: str) -> None:
    copy = parsed(f"{HEADLINE}\n\n{FIRST}\n\n{line}\n\n{SECOND}")
    assert kinds(copy) == ["paragraph"] * 3


@pytest.mark.parametrize(
    "heading",
    [
        "Recent News",
        "RELATED STORIES:",
        "Mehr zum Thema",
        "Les plus lus",
        "最新新闻",
        "أخبار ذات صلة",
    ],
)
def test_only_headings_that_close_the_copy_are_left_out(heading: str) -> None:
    copy = parsed(f"{HEADLINE}\n\n{FIRST}\n\n{heading}\n\n{SECOND}\n\nMore News\n\n{heading}\n")
    assert texts(copy) == [FIRST, heading, SECOND]
    assert [left.text for left in copy.left_out] == ["More News", heading]


WORDS = "We will not accept this tax on us"
GERMAN = "Wir nehmen diese Steuer auf keinen Fall hin"
FRENCH = "Nous n’accepterons pas cette taxe injuste"
CHINESE = "中方愿意同各方一道继续努力推动和平。"
QUOTED = [
    (f"“{WORDS},” Doe stated.", WORDS, "Doe"),
    (f'"{WORDS}," said Dr. Jane Doe.', WORDS, "Dr. Jane Doe"),
    (f"“{WORDS},” according to Jane Doe of the union.", WORDS, "Jane Doe"),
    (f"Jane Doe said on Friday: “{WORDS}”", WORDS, "Jane Doe"),
    (f"“{WORDS},” he said.", WORDS, ""),
    (f"“{WORDS}.” Doe then left.", f"{WORDS}.", ""),
    (f"„{GERMAN}“, sagte Doe.", GERMAN, "Doe"),
    (f"« {FRENCH} », a déclaré Jeanne Doe.", FRENCH, "Jeanne Doe"),
    (f"王毅表示：“{CHINESE}”", CHINESE, "王毅"),
]


@pytest.mark.parametrize(("paragraph", "words", "speaker"), QUOTED)
def test_quotations_with_the_speaker_that_the_text_names(
    paragraph: str, words: str, speaker: str
) -> None:
    copy = parsed(f"{HEADLINE}\n\n{FIRST}\n\n{paragraph}")
    assert [(quote.text, quote.speaker) for quote in copy.pull_quotes] == [(words, speaker)]


def test_a_few_words_in_quotation_marks_are_not_a_quotation() -> None:
    assert parsed(f"{HEADLINE}\n\nThe “so called” tax is “a bad idea” to many.").pull_quotes == ()


def test_the_summary_of_a_check_is_plain_data() -> None:
    data = as_json(parsed(f"{HEADLINE}\n\nAstana: {FIRST}\n\nAlso Read | A Bridge Opens"))
    assert data["dateline"] == {
        "places": ["Astana"],
        "date": "",
        "agency": "",
        "sure": True,
        "text": "Astana: ",
    }
    assert data["blocks"] == [
        {"kind": "paragraph", "text": FIRST},
        {"kind": "also-read", "text": "Also Read | A Bridge Opens"},
    ]


@pytest.mark.parametrize("source", ["", " \n\t\n", "\u200b\n", "A\0B", "half \ud800"])
def test_text_that_cannot_be_read_is_refused(source: str) -> None:
    with pytest.raises(UnreadableCopy):
        parse(source)


PIECES = st.sampled_from(
    [
        *(HEADLINE, STANDFIRST, FIRST, SECOND, THIRD, "By Jane Doe", "Reuters", "4 July 2024"),
        *("Recent News", "Read more:", "Also Read | A Bridge Opens", "ANKARA", "\u3000", "「…」"),
        *(f"LONDON (AP) — {FIRST}", f"Astana: {FIRST}", f"Köln. {FIRST}", "(CNN) -- Hello There"),
        *("WORLD NEWS", "Home > Sport", "Share", "Facebook", "Advertisement", "Tags: fuel, tax"),
        *("Jane Doe", "Photo: Jane Doe/AFP", "10:20", "© The Town Paper", "Sachsen", "Cyprus"),
        *("Zoo Leipzig zeigt Nachwuchs im Mai", "(Montréal) Le projet reprend.", "【香港訊】"),
        *(
            "新华社上海5月3日电 政府宣布明年将提高燃油税",
            "МОСКВА, 4 июля. /ТАСС/. Текст",
            "—",
            ": ",
            "12",
        ),
    ]
)
COPY = st.lists(
    st.one_of(PIECES, st.text(max_size=60), st.sampled_from(["\n", "\n\n", "\r\n", " ", "\u2028"])),
    max_size=14,
)


@settings(max_examples=300, deadline=None)
@given(COPY.map("\n".join) | COPY.map("\n\n".join) | COPY.map("".join) | st.text())
@example("0\n\nANKARA")
def test_no_word_is_ever_lost(source: str) -> None:
    try:
        copy = parse(source)
    except UnreadableCopy:
        return
    assert_no_word_lost(source, copy)
    body = "\n".join(block.text for block in copy.blocks)
    assert all(quote.text in body for quote in copy.pull_quotes)


@settings(max_examples=300, deadline=None)
@given(COPY.map("\n\n".join))
def test_a_story_read_again_is_the_same_story(source: str) -> None:
    try:
        first = parse(source)
    except UnreadableCopy:
        return
    again = parse(story(first))
    assert (again.headline, again.summary, again.dateline) == (
        first.headline,
        first.summary,
        first.dateline,
    )
    assert again.blocks == first.blocks


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(source: bytes) -> None:
    try:
        copy = parse(source)
    except UnreadableCopy:
        return
    assert copy.headline
