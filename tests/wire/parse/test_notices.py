"""What agencies and senders write for editors: left out by name, never lost, never a headline."""

import pytest

from articles.wire.parse.notices import notices, versions
from articles.wire.parse.notices.moment import moment
from articles.wire.parse.parse import parse
from tests.wire.parse import labels
from tests.wire.parse.embargoes import MORE_EMBARGOES, NEWS_OF_EMBARGOES
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
UPDATES = [
    "UPDATE 1-{}",
    "CORRECTED-{}",
    "REFILE-{}",
    "(2nd LD) {}",
    "(LEAD) {}",
    "{} (2nd LD)",
    "RPT-UPDATE 2-{}",
    "CORRECTED-(OFFICIAL)-{}",
    "WRAPUP 3-{}",
    "UPDATE: {}",
    "2. Zusammenfassung: {}",
    "Berichtigung: {}",
    "1st LD: {}",
    "{} -- Update",
    "CORRECTION: {}",
    "ACTUALIZACIÓN 2-{}",
    "ПОВТОР: {}",
    "(CORRECTED) {}",
    "Update 2: {}",
    "1st Ld-Writethru: {}",
    "LEAD 1-{}",
    "ROUNDUP/{}",
    "KORREKTUR/ROUNDUP: {}",
    "更正：{}",
]
KILLS = [
    "KILL: {}",
    "WITHDRAWAL-{}",
    "KILL-{}",
    "RÜCKZUG: {}",
    "STORY WITHDRAWN-{}",
    "(KILL) {}",
    "{} -- KILL",
    "АННУЛИРОВАНО: {}",
    "撤稿：{}",
    "إلغاء: {}",
    "MANDATORY KILL: {}",
    "WITHDRAWAL-UPDATE 1-{}",
    "ATTENTION - KILL - {}",
    "ANNULATION : {}",
    "BC-KILL--{}",
]
NO_VERSIONS = [
    "KILL-SWITCH LAW PASSES",
    "Update on the fuel tax",
    "Correction needed: prices",
    "Kill Bill: Volume 3 announced",
    "Withdrawal from Afghanistan - a history",
    "UPDATE",
    "Lead-free petrol",
    "(LEAD)",
    "Kill the bill: protesters",
    "Repeat offender",
    "Update: A History of Software",
    "Corrected vision - a history",
    "UPDATE-FREE PHONES SELL WELL",
]


@pytest.mark.parametrize("wrapped", [*EMBARGOES, *MORE_EMBARGOES])
def test_an_embargo_is_neither_headline_nor_summary(wrapped: str) -> None:
    line = " ".join(wrapped.split())
    for source in (
        f"{wrapped}\n\n{HEADLINE}\n\n{TEXT}\n\n{MORE}",
        f"{wrapped}\n{HEADLINE}\n\n{TEXT}\n\n{MORE}",
        f"{HEADLINE}\n\n{wrapped}\n\n{TEXT}\n\n{MORE}",
        f"{HEADLINE}\n{wrapped}\n\n{TEXT}\n\n{MORE}",
        f"{HEADLINE}\n\n{wrapped}\n\nLONDON (AP) — {TEXT}\n\n{MORE}",
        f"{HEADLINE}\n\n{TEXT}\n\n{MORE}\n\n{wrapped}",
    ):
        copy = parsed(source)
        assert (copy.headline, copy.summary, copy.embargo) == (HEADLINE, "", line)
        assert [(left.text, left.why) for left in copy.left_out] == [(line, notices.EMBARGO)]
        assert [block.text for block in copy.blocks] == [TEXT, MORE]


def test_copy_that_is_nothing_but_an_embargo_still_has_one() -> None:
    assert parse(EMBARGOES[0]).embargo == EMBARGOES[0]


@pytest.mark.parametrize("line", NO_EMBARGOES + NEWS_OF_EMBARGOES + NO_NOTES)
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


@pytest.mark.parametrize(
    ("form", "kind"), [*((form, "update") for form in UPDATES), *((form, "kill") for form in KILLS)]
)
def test_labels_of_versions_are_not_part_of_the_headline(form: str, kind: str) -> None:
    copy = parsed(f"{form.format(HEADLINE)}\n\n{TEXT}\n\n{MORE}")
    assert (copy.headline, copy.kind) == (HEADLINE, kind)
    assert all(left.why in {versions.LABEL, versions.KILL_LABEL} for left in copy.left_out)


@pytest.mark.parametrize("form", labels.MORE_UPDATES)
def test_labels_in_many_languages_are_not_part_of_the_headline(form: str) -> None:
    copy = parsed(f"{form.format(HEADLINE)}\n\n{TEXT}\n\n{MORE}")
    assert (copy.headline, copy.kind in {"", "update"}) == (HEADLINE, True)
    assert {left.why for left in copy.left_out} <= {versions.LABEL, versions.URGENT_LABEL}


@pytest.mark.parametrize("form", ["Rückzug: {}", "Cancelled: {}", "(withdrawn) {}", "Ritiro: {}"])
def test_words_that_open_headlines_withdraw_only_a_story_of_that_headline(form: str) -> None:
    assert parsed(f"{form.format(HEADLINE)}\n\n{TEXT}\n\n{MORE}").kind == ""
    version = versions.split(form.format(HEADLINE), any_case=True)
    assert (version.kind, version.headline) == ("kill", HEADLINE)


@pytest.mark.parametrize(
    "call", ["Achtung Redaktionen", "ATTENTION EDITORS -", "Eds:", "Avis aux rédactions :"]
)
def test_a_withdrawal_that_calls_editors_names_its_story(call: str) -> None:
    copy = parsed(f"{call} KILL: {HEADLINE}\n\n{TEXT}")
    assert (copy.headline, copy.kind) == (HEADLINE, "kill")


@pytest.mark.parametrize(
    "line",
    [
        "This story has been withdrawn by the agency.",
        "Diese Meldung wird zurückgezogen.",
        "Bitte Meldung nicht verwenden!",
        "Cette dépêche est annulée",
        "Это сообщение аннулировано.",
        "STORY IS WITHDRAWN",
    ],
)
def test_a_sentence_below_the_headline_withdraws_the_story(line: str) -> None:
    copy = parsed(f"{HEADLINE}\n\n{line}\n\n{TEXT}")
    assert (copy.headline, copy.kind) == (HEADLINE, "kill")
    assert [left.why for left in copy.left_out] == [versions.KILL_LABEL]


@pytest.mark.parametrize("line", labels.TEXT_ONLY)
def test_what_only_resembles_a_note_stays_in_the_text(line: str) -> None:
    copy = parsed(f"{HEADLINE}\n\n{TEXT}\n\n{line}\n\n{MORE}")
    assert line in [block.text for block in copy.blocks]


@pytest.mark.parametrize("line", labels.SIGN_OFFS)
def test_how_agencies_end_is_left_out_by_name(line: str) -> None:
    copy = parsed(f"{HEADLINE}\n\nLONDON (AP) — {TEXT}\n\n{MORE}\n\n{line}")
    assert [block.text for block in copy.blocks] == [TEXT, MORE]
    assert [left.text for left in copy.left_out] == [line.strip()]


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


@pytest.mark.parametrize("headline", NO_VERSIONS + labels.PLAIN_HEADLINES)
def test_a_headline_that_only_looks_like_a_label_stays(headline: str) -> None:
    copy = parsed(f"{headline}\n\n{TEXT}\n\n{MORE}")
    assert (copy.headline, copy.kind) == (headline, "")


def test_a_label_on_a_line_of_its_own_counts() -> None:
    copy = parsed(f"UPDATE 2\n\n{HEADLINE}\n\n{TEXT}\n\n{MORE}")
    assert (copy.headline, copy.kind) == (HEADLINE, "update")


@pytest.mark.parametrize("heading", ["Lead", "Zusammenfassung", "Korrektur"])
def test_a_heading_in_the_text_is_no_label(heading: str) -> None:
    copy = parsed(f"{HEADLINE}\n\n{TEXT}\n\n{heading}\n\n{MORE}")
    assert [block.text for block in copy.blocks] == [TEXT, heading, MORE]
    assert copy.kind == ""


def test_a_short_headline_above_its_summary_is_no_label() -> None:
    deck = "Как депутаты готовятся к весенней сессии и что из этого выйдет"
    text = "Правительство в четверг сообщило о повышении налога на топливо в следующем году."
    for headline in ("Легкий троннинг", "Троннинг", "Тихий час"):
        assert parsed(f"{headline}\n\n{deck}\n\n{text}\n\n{text} {text}").headline == headline
    assert parsed(f"Easy riding\n\n{HEADLINE} next year\n\n{TEXT}\n\n{MORE}").headline == (
        "Easy riding"
    )


MOMENTS = [
    ("STRICTLY EMBARGOED UNTIL 12 NOON GMT 3 SEPT", (9, 3, 12, 0, 0)),
    ("Sperrfrist: 03.09., 12.00 Uhr", (9, 3, 12, 0, None)),
    ("Embargoed until 12.01am BST on 3 September", (9, 3, 0, 1, 60)),
    ("Embargoed for release at 2:30 p.m. EDT Sept. 3, 2025", (9, 3, 14, 30, -240)),
    ("Sous embargo jusqu’au 3 septembre à 6h", (9, 3, 6, 0, None)),
    ("Эмбарго до 09.00 МСК 3 сентября", (9, 3, 9, 0, 180)),
    ("Embargado hasta las 12:00 horas del 3 de septiembre", (9, 3, 12, 0, None)),
    ("Sotto embargo fino alle ore 12 del 3 settembre", (9, 3, 12, 0, None)),
    ("Embargo: 0001 hrs, 3 September 2025", (9, 3, 0, 1, None)),
    ("解禁：9月3日12時", (9, 3, 12, 0, None)),
    ("EMBARGO UNTIL 2025-09-03 12:00 UTC", (9, 3, 12, 0, 0)),
    ("EMBARGO UNTIL 3 SEPT 1200 GMT", (9, 3, 12, 0, 0)),
    ("HOLD FOR RELEASE", (None, None, None, 0, None)),
    ("EMBARGOED TILL 0001 GMT WEDNESDAY 3 SEPT", (9, 3, 0, 1, 0)),
    ("EMBARGOED UNTIL NOON EST, DEC. 12", (12, 12, 12, 0, -300)),
    ("EMBARGO: 12 DECEMBER 2026, 6PM CEST", (12, 12, 18, 0, 120)),
    ("Embargoed until 00:01 on Tuesday", (None, None, 0, 1, None)),
    ("EMBARGOED UNTIL MIDNIGHT TONIGHT", (None, None, 24, 0, None)),
    ("Embargo ends 0001 BST Friday", (None, None, 0, 1, 60)),
    ("For release after 10 a.m. EST on Dec. 4", (12, 4, 10, 0, -300)),
    ("FOR RELEASE: 12:01 A.M. ET, MONDAY, DEC. 7, 2026", (12, 7, 0, 1, None)),
    ("HOLD UNTIL 1500 GMT", (None, None, 15, 0, 0)),
    ("Strictly embargoed for 22:30 GMT on Wednesday, 2 December 2026", (12, 2, 22, 30, 0)),
    ("Under embargo until 11.00 CET (10.00 GMT) on 2 December", (12, 2, 11, 0, 60)),
    ("Sperrfrist: 3. Dezember 2026, 10.00 Uhr MEZ", (12, 3, 10, 0, 60)),
    ("Sperrfrist: Donnerstag 5.00 Uhr", (None, None, 5, 0, None)),
    ("SPERRFRIST: 0400 MEZ", (None, None, 4, 0, 60)),
    ("SOUS EMBARGO JUSQU'À 14H00 GMT", (None, None, 14, 0, 0)),
    ("Sous embargo jusqu'au jeudi 3 décembre à minuit", (12, 3, 24, 0, None)),
    ("EMBARGADO HASTA LAS 10.00 GMT DEL JUEVES", (None, None, 10, 0, 0)),
    ("Embargado até as 10h de quinta-feira, 3 de dezembro", (12, 3, 10, 0, None)),
    ("EMBARGO FINO ALLE 18.00 DEL 3 DICEMBRE", (12, 3, 18, 0, None)),
    ("Onder embargo tot donderdag 3 december 10.00 uur", (12, 3, 10, 0, None)),
    ("Sperrefrist til torsdag 3. desember kl. 06.00", (12, 3, 6, 0, None)),
    ("Julkaisuvapaa 3.12.2026 klo 10.00", (12, 3, 10, 0, None)),
    ("Embargo do 3 grudnia 2026 r., godz. 10:00", (12, 3, 10, 0, None)),
    ("Под эмбарго до 15.00 МСК", (None, None, 15, 0, 180)),
    ("Ембарго до 10:00 3 грудня 2026 року", (12, 3, 10, 0, None)),
    ("Ambargo: 3 Aralık 2026, saat 10.00", (12, 3, 10, 0, None)),
    ("محظور النشر حتى الساعة 12 ظهرا يوم 3 ديسمبر", (12, 3, 12, 0, None)),
    ("解禁日時：12月3日午前6時", (12, 3, 6, 0, None)),
    ("【解禁日時】2026年12月3日（木）14:00", (12, 3, 14, 0, None)),
    ("엠바고 12월 3일 오전 6시", (12, 3, 6, 0, None)),
    ("엠바고 12월 3일 오후 6시", (12, 3, 18, 0, None)),
    ("解禁日時：12月3日午後6時", (12, 3, 18, 0, None)),
    ("EMBARGO: 3 December 2026 at 7pm GMT+2", (12, 3, 19, 0, 120)),
    ("Embargo: 3 December 2026, 07:00 UTC+05:30", (12, 3, 7, 0, 330)),
    ("EMBARGOED UNTIL 4:30 PM PT, DEC 3", (12, 3, 16, 30, None)),
    ("Embargo until 5 a.m. Eastern, Dec. 3", (12, 3, 5, 0, None)),
    ("Sperrfrist: 3. Dezember, 24.00 Uhr", (12, 3, 24, 0, None)),
    ("Sperrfrist: 3. Dezember, 6 Uhr abends", (12, 3, 18, 0, None)),
    ("SPERRFRIST 031200 DEZ", (12, 3, 12, 0, None)),
]


@pytest.mark.parametrize(("line", "expected"), MOMENTS)
def test_the_time_of_an_embargo_is_read(line: str, expected: tuple[int | None, ...]) -> None:
    read = moment(line)
    assert (read.month, read.day, read.hour, read.minute, read.offset) == expected


def test_an_editors_note_above_the_story_takes_nothing_out() -> None:
    copy = parsed(f"{HEADLINE}\n\n{TEXT}\n\nEditor's note\n\n{MORE}\n\n{MORE} {TEXT}")
    assert [block.text for block in copy.blocks] == [TEXT, "Editor's note", MORE, f"{MORE} {TEXT}"]
    copy = parsed(f"{HEADLINE}\n\n{TEXT}\n\n{MORE}\n\nEditor's note\n\nPhotos follow.")
    assert [block.text for block in copy.blocks] == [TEXT, MORE]
