"""What agencies and senders write for editors: left out by name, never lost, never a headline."""

import pytest

from articles.wire.parse.notices import notices, versions
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


@pytest.mark.parametrize("line", NO_NOTES)
def test_what_is_no_note_for_editors_stays(line: str) -> None:
    assert notices.reason(line) == ""
    assert parsed(f"{line}\n\n{TEXT}\n\n{MORE}").headline == line


@pytest.mark.parametrize(
    ("line", "why"),
    [*((line, notices.NOTE) for line in NOTES), *((line, notices.TRANSPORT) for line in TRANSPORT)],
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


@pytest.mark.parametrize("headline", NO_VERSIONS)
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
