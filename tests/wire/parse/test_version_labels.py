"""Labels of newer, urgent and withdrawn versions are no part of a headline."""

import pytest

from articles.wire.parse.notices import versions
from tests.wire.parse import labels
from tests.wire.parse.words import parsed

HEADLINE = "Town council plans higher tax on fuel"
TEXT = "The council said on Thursday that it would raise the tax on fuel from next year."
MORE = "Drivers said that they would protest in front of the town hall on Saturday morning."
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
    "Alcaraz vence a Zverev (retirado)",
    "Rybakina passe, Osaka (retirée)",
    "Match (annulé)",
    "The race: Red Rum (withdrawn)",
    "Tech stocks enter bear market - correction",
    "Gold price – correct",
    "Congress recasts Texas map – recast",
    "2nd Lead Poisoning Case Confirmed in Flint",
]


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


@pytest.mark.parametrize(
    "form", ["Rückzug: {}", "Cancelled: {}", "(withdrawn) {}", "Ritiro: {}", "{} (zurückgezogen)"]
)
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


@pytest.mark.parametrize(
    "line",
    [
        "The story has been retracted by Science magazine",
        "The item has been withdrawn by the auction house",
    ],
)
def test_news_of_a_withdrawal_withdraws_nothing(line: str) -> None:
    copy = parsed(f"{HEADLINE}\n\n{line}\n\n{TEXT}\n\n{MORE}")
    assert (copy.kind, copy.left_out) == ("", ())


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
