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
}


@pytest.fixture
def anna() -> User:
    return managing_editor("anna")


@pytest.mark.parametrize("again", AGAIN.values(), ids=AGAIN)
def test_the_same_text_is_known(again: bytes, anna: User) -> None:
    made = story(TEXT.encode(), anna)
    receipt = take(again, anna)
    assert (receipt.outcome, receipt.story) == ("known", made)
    assert (Story.objects.count(), WireCopy.objects.count()) == (1, 1)


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
