"""What agencies and senders write for editors: left out by name, never lost, never a headline."""

import pytest

from articles.wire.parse.notices import notices
from tests.wire.parse import labels
from tests.wire.parse.words import parsed

HEADLINE = "Town council plans higher tax on fuel"
TEXT = "The council said on Thursday that it would raise the tax on fuel from next year."
MORE = "Drivers said that they would protest in front of the town hall on Saturday morning."
NOTES = [
    "FOR IMMEDIATE RELEASE",
    "Not for distribution to U.S. newswire services or for dissemination in the United States",
    "(Corrects day in para 3)",
    "(Adds quote)",
    "(Updates with details, background)",
    "(Recasts, adds shares)",
    "(This story was refiled)",
    "(Eds: adds photos)",
    "Eds: Updates with quotes.",
    "ATTENTION EDITORS - VISUAL COVERAGE FOLLOWS",
    "(Adds details in paragraphs 3-5 (see NLX01))",
    "(Aktualisiert: Details im dritten Absatz)",
    "(Berichtigung: Tag im 3. Absatz)",
    "(neu: Zitat)",
    "(Ajoute citation)",
    "(Actualisé avec détails)",
    "(Agrega detalles)",
    "(Añade declaraciones)",
    "(Actualiza con declaraciones)",
    "(Atualiza com mais informações)",
    "(Aggiunge dettagli)",
    "(Добавлена цитата)",
    "(Уточняется день в 3-м абзаце)",
    "(Добавлены подробности)",
    "Achtung Redaktionen: Bilder folgen",
    "Hinweis an die Redaktionen: Bilder folgen",
    "(تضيف تفاصيل)",
    "（更正：第三段）",
    "(Updates throughout)",
    "(Corrects to Tuesday, not Monday, in third paragraph)",
    "(New throughout, with comment)",
    "(Writes through with quotes)",
    "(Corrects)",
    "(WRITES THRU with detail)",
    "[Adds quote]",
    "Editors: adds byline",
]
TRANSPORT = [
    "bdt0123 4 pl 345 dpa 0456",
    "a0123 r i bc-fuel-tax 03-20 0123",
    "^BC-Fuel Tax,0123",
    "BC-US--Fuel Tax, 1st Ld-Writethru,250",
    "ZCZC",
    "NNNN",
    "051230 GMT SEP 25",
    "FRS0123 4 PI 0234 AFP-AA12",
    "r w PM-Tax 09-05 0345",
    "ZCZC BDT0123 4 PL 345",
]
NO_NOTES = [
    "Release date: 3 September 2025",
    "Frei ab 12 Jahren",
    "PM-Kisan scheme, 2024",
    "Attention editors of the school paper met the mayor",
    "For immediate release of the hostages, thousands march",
    "(Adds up to a lot)",
    "(Updated)",
    "Adds quote",
    "A note to editors of the school paper reached the council on Monday, it said.",
    "(Reuters)",
    "(The council met on Monday.)",
    "Editors met in Paris on Monday.",
    "(Corrective lenses are on sale.)",
    "For immediate help, call 112.",
    "BC-born singer wins prize",
    "(Neu-Delhi)",
    "AP-3 engines",
    "No sales of guns, council says",
    "US-China talks, 20",
    "EU-Gipfel, 27",
]


@pytest.mark.parametrize("line", NO_NOTES)
def test_what_is_for_readers_stays(line: str) -> None:
    assert notices.reason(line) == ""
    assert parsed(f"{line}\n\n{TEXT}\n\n{MORE}").headline == line


@pytest.mark.parametrize(
    ("line", "why"),
    [
        *((line, notices.NOTE) for line in (*NOTES, *labels.MORE_NOTES)),
        *((line, notices.TRANSPORT) for line in TRANSPORT),
    ],
)
def test_notes_for_editors_are_left_out_by_name(line: str, why: str) -> None:
    for source in (
        f"{line}\n\n{HEADLINE}\n\n{TEXT}\n\n{MORE}",
        f"{HEADLINE}\n\n{line}\n\nLONDON (AP) — {TEXT}\n\n{MORE}",
        f"{HEADLINE}\n\n{TEXT}\n\n{MORE}\n\n{line}",
    ):
        copy = parsed(source)
        assert (copy.headline, copy.summary) == (HEADLINE, "")
        assert [(left.text, left.why) for left in copy.left_out] == [(line, why)]


@pytest.mark.parametrize(
    "line",
    ["MEDIA RELEASE PR67276", "Press release", "PRESSEMITTEILUNG Nr. 12/2025", "Пресс-релиз № 12",
     "NEWS RELEASE 2025-12", "COMUNICADO DE PRENSA", "Communiqué de presse n° 12"],
)  # fmt: skip
def test_the_label_of_a_press_release_is_no_headline(line: str) -> None:
    copy = parsed(f"Source: Ministry of Finance\n\n{line}\n\n{HEADLINE}\n\n{TEXT}\n\n{MORE}")
    assert copy.headline == HEADLINE
    assert [left.text for left in copy.left_out] == ["Source: Ministry of Finance", line]


@pytest.mark.parametrize("line", labels.TEXT_ONLY)
def test_what_only_resembles_a_note_stays_in_the_text(line: str) -> None:
    copy = parsed(f"{HEADLINE}\n\n{TEXT}\n\n{line}\n\n{MORE}")
    assert line in [block.text for block in copy.blocks]


@pytest.mark.parametrize("line", labels.SIGN_OFFS)
def test_how_agencies_end_is_left_out_by_name(line: str) -> None:
    copy = parsed(f"{HEADLINE}\n\nLONDON (AP) — {TEXT}\n\n{MORE}\n\n{line}")
    assert [block.text for block in copy.blocks] == [TEXT, MORE]
    assert [left.text for left in copy.left_out] == [line.strip()]


@pytest.mark.parametrize(
    "line",
    [
        "(Compiled by the United Nations, the list has forty names.)",
        "(Compiled by Oxfam, the list has forty names.)",
        "(Written by hand in 1912, the letter is in the town hall.)",
        "(Reporting by Jane Doe) The mayor said no to that (and laughed).",
        "Apa artinya",
    ],
)
def test_what_only_resembles_a_sign_off_stays(line: str) -> None:
    copy = parsed(f"{HEADLINE}\n\nLONDON (AP) — {TEXT}\n\n{MORE}\n\n{line}")
    assert [block.text for block in copy.blocks] == [TEXT, MORE, line]


@pytest.mark.parametrize(
    "headline",
    [
        "IMMEDIATE RELEASE OF HOSTAGES DEMANDED",
        "IMMEDIATE RELEASE FROM PRISON DEMANDED",
        "PRESS RELEASE BY COUNCIL ANGERS MINISTER",
        "PRESSEMITTEILUNG DER STADT EMPÖRT MINISTER",
    ],
)
def test_a_headline_about_a_release_is_no_label(headline: str) -> None:
    copy = parsed(f"{headline}\n\nFamilies march in the capital\n\n{TEXT}\n\n{MORE}")
    assert copy.headline == headline


@pytest.mark.parametrize("line", labels.ABOVE)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_what_stands_above_is_no_headline(line: str, gap: str) -> None:
    copy = parsed(f"{line}{gap}{HEADLINE}\n\n{TEXT}\n\n{MORE}")
    assert (copy.headline, [left.text for left in copy.left_out]) == (HEADLINE, [line])


WRAPPED_NOTES = [
    "(Updates with comments of the minister and of drivers, adds background on\ntaxes)",
    "Eds: Updates with comments from the mayor, who said that the tax was needed for\nschools.",
    "NOT FOR DISSEMINATION TO UNITED STATES NEWSWIRE SERVICES OR\nFOR DISSEMINATION IN THE US",
    "Not for release, publication or distribution, in whole or in part, directly or\nindirectly.",
    "Editors: Please note that the pictures are embargoed and that\nthey must not be cropped",
]


@pytest.mark.parametrize("wrapped", WRAPPED_NOTES)
def test_a_note_that_is_wrapped_is_one_note(wrapped: str) -> None:
    line = " ".join(wrapped.split())
    for source in (
        f"{wrapped}\n\n{HEADLINE}\n\n{TEXT}\n\n{MORE}",
        f"{HEADLINE}\n\n{wrapped}\n\nLONDON (AP) — {TEXT}\n\n{MORE}",
    ):
        copy = parsed(source)
        assert (copy.headline, copy.summary) == (HEADLINE, "")
        assert [left.text for left in copy.left_out] == [line]


@pytest.mark.parametrize(
    "note",
    [
        "Eds: Updates with quotes from the mayor and details of tax",
        "EDITORS: Pictures of the council are on the picture service now",
    ],
)
def test_a_note_right_above_the_headline_ends_there(note: str) -> None:
    copy = parsed(f"{note}\n{HEADLINE}\n\nLONDON (Reuters) - {TEXT}\n\n{MORE}")
    assert (copy.headline, [left.text for left in copy.left_out]) == (HEADLINE, [note])


def test_a_short_headline_above_its_summary_is_no_label() -> None:
    deck = "Как депутаты готовятся к весенней сессии и что из этого выйдет"
    text = "Правительство в четверг сообщило о повышении налога на топливо в следующем году."
    for headline in ("Легкий троннинг", "Троннинг", "Тихий час"):
        assert parsed(f"{headline}\n\n{deck}\n\n{text}\n\n{text} {text}").headline == headline
    assert parsed(f"Easy riding\n\n{HEADLINE} next year\n\n{TEXT}\n\n{MORE}").headline == (
        "Easy riding"
    )


def test_an_editors_note_above_the_story_takes_nothing_out() -> None:
    copy = parsed(f"{HEADLINE}\n\n{TEXT}\n\nEditor's note\n\n{MORE}\n\n{MORE} {TEXT}")
    assert [block.text for block in copy.blocks] == [TEXT, "Editor's note", MORE, f"{MORE} {TEXT}"]
    copy = parsed(f"{HEADLINE}\n\n{TEXT}\n\n{MORE}\n\nEditor's note\n\nPhotos follow.")
    assert [block.text for block in copy.blocks] == [TEXT, MORE]
