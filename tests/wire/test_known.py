"""The same text again is known, in whatever encoding and with whatever spaces it comes."""

import pytest

from articles import wire
from articles.models import Story, WireCopy
from articles.wire import fingerprint
from newsroom.accounts.models import User
from tests.helpers import managing_editor
from tests.wire.helpers import story, take

pytestmark = pytest.mark.django_db

TEXT = (
    "Stadtrat erhöht die Parkgebühren\n\nDer Rat hat am Donnerstag in Köln getagt, und\n"
    "die Händler kündigen Protest an.\n\nEr tagt am Montag wieder.\n"
)
AGAIN = {
    "Windows newlines": TEXT.replace("\n", "\r\n").encode(),
    "old Macintosh newlines": TEXT.replace("\n", "\r").encode(),
    "no final newline": TEXT.rstrip("\n").encode(),
    "more final newlines": f"{TEXT}\n\n".encode(),
    "no-break spaces": TEXT.replace(" ", "\u00a0").encode(),
    "byte order mark": TEXT.encode("utf-8-sig"),
    "UTF-16": TEXT.encode("utf-16"),
    "UTF-16 without a mark": TEXT.encode("utf-16-le"),
    "Windows-1252": TEXT.encode("cp1252"),
    "trailing blanks": TEXT.replace("\n", "  \t\n").encode(),
    "two spaces": TEXT.replace(". ", ".  ").replace(" und", "  und").encode(),
    "soft hyphens": TEXT.replace("gebühren", "ge\u00adbüh\u00adren").encode(),
    "zero-width spaces": TEXT.replace("Protest", "\u200bProtest").encode(),
    "decomposed accents": TEXT.replace("ö", "o\u0308").replace("ü", "u\u0308").encode(),
    "other line width": TEXT.replace(", und\n", ", und ").encode(),
    "line separators": TEXT.replace("\n", "\u2028").encode(),
    "form feeds": TEXT.replace("\n\n", "\n\f\n").encode(),
    "tabs": TEXT.replace("Der Rat", "\tDer\tRat").encode(),
    "narrow no-break spaces": TEXT.replace(" ", "\u202f").encode(),
    "zero-width no-break spaces": TEXT.replace("Rat", "\ufeffRat").encode(),
    "marks of direction": TEXT.replace("Rat", "\u200eRat\u200f").encode(),
    "entities": TEXT.replace("ö", "&ouml;").replace("ü", "&#252;").encode(),
    "UTF-32": TEXT.encode("utf-32"),
    "an end": f"{TEXT}\nENDE\n".encode(),
    "a sign-off": f"{TEXT}\nabc/def/gh\n".encode(),
    "a header": f"bdt0123 4 pl 345 dpa 0456\n\n{TEXT}".encode(),
    "blank lines of blanks": TEXT.replace("\n\n", "\n \t \n").encode(),
    "indented": TEXT.replace("\n\n", "\n\n    ").encode(),
}
QUOTED = (
    'Mayor isn\'t "happy" with tax\n\n"We don\'t agree -- not at all," said'
    " the mayor's spokesman...\n"
)
CURLY = QUOTED.replace("n't", "n’t").replace("r's", "r’s").replace("--", "—").replace("...", "…")


@pytest.fixture
def anna() -> User:
    return managing_editor("anna")


@pytest.mark.parametrize("again", AGAIN.values(), ids=AGAIN)
def test_the_same_text_is_known(again: bytes, anna: User) -> None:
    made = story(TEXT.encode(), anna)
    receipt = take(again, anna)
    assert (receipt.outcome, receipt.story) == ("known", made)
    assert (Story.objects.count(), WireCopy.objects.count()) == (1, 1)


def test_other_kinds_of_marks_are_no_other_version(anna: User) -> None:
    made = story(QUOTED.encode(), anna)
    curly = CURLY.replace('"happy"', "“happy”").replace('"We', "“We").replace(',"', ",”")
    receipt = take(curly.encode(), anna)
    assert (receipt.outcome, receipt.story) == ("known", made)
    french = CURLY.replace("“", "«").replace('"', "»")
    assert take(french.encode(), anna).outcome == "offered"


def test_another_sign_off_above_the_end_of_the_transmission_is_no_other_version(
    anna: User,
) -> None:
    made = story(f"ZCZC\n\n{TEXT}\nabc/def/gh\n\nNNNN\n".encode(), anna)
    for again in (f"ZCZC\n\n{TEXT}\nxyz/uvw\n\nNNNN\n", TEXT):
        receipt = take(again.encode(), anna)
        assert (receipt.outcome, receipt.story) == ("known", made)


def test_what_arrived_before_the_story_counted_is_still_known(anna: User) -> None:
    made = story(TEXT.encode(), anna)
    made.wire_copies.update(text_sha256=fingerprint(TEXT))
    assert take(TEXT.encode("utf-16"), anna).outcome == "known"


@pytest.mark.parametrize("opening", ["EMBARGOED UNTIL 3 SEPT", "(Corrects day)", "UPDATE 1-"])
def test_what_the_agency_says_of_the_story_is_another_version(opening: str, anna: User) -> None:
    made = story(TEXT.encode(), anna)
    gap = "" if opening.endswith("-") else "\n\n"
    receipt = take(f"{opening}{gap}{TEXT}".encode(), anna)
    assert (receipt.outcome, receipt.story) == ("offered", made)


@pytest.mark.parametrize(
    "other", [TEXT.replace("Montag", "Dienstag"), TEXT.replace("tagt am", "tagtam"), f"{TEXT}Neu."]
)
def test_another_word_or_a_lost_space_is_another_version(other: str, anna: User) -> None:
    made = story(TEXT.encode(), anna)
    receipt = take(other.encode(), anna)
    assert (receipt.outcome, receipt.story) == ("offered", made)


def test_a_dismissed_update_is_known_and_never_offered_again(anna: User) -> None:
    made = story(TEXT.encode(), anna)
    changed = TEXT.replace("Montag", "Dienstag")
    offer = take(changed.encode(), anna).wire_copy
    assert offer
    wire.dismiss(offer, by=anna)
    receipt = take(changed.replace("\n", "\r\n").encode(), anna)
    assert (receipt.outcome, receipt.story) == ("known", made)
    assert "dismissed" in receipt.message
    assert made.audit_log.filter(action="update_dismissed").count() == 1


def test_a_deleted_draft_can_be_imported_in_another_encoding(anna: User) -> None:
    story(TEXT.encode(), anna).delete()
    assert take(TEXT.encode("utf-16"), anna).outcome == "created"
    assert take(TEXT.encode(), anna).outcome == "known"


def test_a_fingerprint_says_nothing_of_spaces() -> None:
    assert fingerprint("a b\n\nc\u00ad") == fingerprint("\ufeffa  b c ")
    assert fingerprint("a b") != fingerprint("ab")
