from dataclasses import replace
from pathlib import Path
from threading import Barrier, Thread

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from pytest_django import Settings

from articles import body, writing
from articles.core import NotAllowed, NotPossible
from articles.models import AuditEntry, RelatedLink, Story, WireCopy, WorkflowState
from articles.stories import working_copy_of
from articles.wire import accept_update, check_accept_update, check_import, decode
from articles.wire.parse.parse import parse
from newsroom.accounts.models import User
from tests.factories import SAMPLES
from tests.helpers import managing_editor
from tests.wire.helpers import GAZETTEER, article, story, take
from tests.wire.parse.words import letters

pytestmark = pytest.mark.django_db

FILES = sorted([SAMPLES / "xi-putin-sco.txt", *(SAMPLES / "wire").iterdir()])
MET = "The council met on Monday and raised the fees for parking in the old town."
OLD = article("Council raises fees", "Traders protest", text=f"Berlin: {MET}")
NEW = article(
    "Council raises fees", "Traders protest", text=f"Rome: {MET} It met again on Tuesday."
)


@pytest.fixture
def anna() -> User:
    return managing_editor("anna")


def offer(anna: User) -> tuple[Story, WireCopy]:
    """Return a story, and wire copy that is offered as an update of it."""
    made, receipt = story(OLD, anna), take(NEW, anna)
    assert receipt.wire_copy
    return made, receipt.wire_copy


@pytest.mark.parametrize("file", FILES, ids=[file.name for file in FILES])
def test_every_word_is_in_the_story_in_order(file: Path, anna: User) -> None:
    source = file.read_bytes()
    kept = working_copy_of(story(source, anna))
    copy = parse(source, gazetteer=GAZETTEER)
    assert copy.dateline
    blocks = body.read(kept.body)
    lines = [
        block.label + block.headline if isinstance(block, body.AlsoRead) else block.text
        for block in blocks
    ]
    rest = decode(source)
    for left in copy.left_out:
        rest = rest.replace(left.text, "", 1)
    told = letters(kept.headline + kept.summary + copy.dateline.text + "".join(lines))
    assert told == letters(rest)
    for part in (*kept.places, kept.date, kept.agency):
        assert part in copy.dateline.text


class AnyWords(TestCase):
    @given(
        st.lists(
            st.text(
                st.characters(codec="utf-8", exclude_categories=["C", "Z"]),
                min_size=1,
                max_size=40,
            ),
            min_size=1,
            max_size=6,
        )
    )
    def test_any_characters_come_through(self, paragraphs: list[str]) -> None:
        by = managing_editor("anna")
        source = "\n\n".join(paragraphs)
        receipt = take(source.encode(), by)
        assert receipt.story
        assert receipt.copy
        kept = working_copy_of(receipt.story)
        assert kept.headline == receipt.copy.headline
        blocks = body.read(kept.body)
        assert [letters(block.text) for block in blocks if isinstance(block, body.Paragraph)] == [
            letters(block.text) for block in receipt.copy.blocks if block.kind == "paragraph"
        ]


@pytest.mark.parametrize("file", FILES, ids=[file.name for file in FILES])
def test_the_source_is_kept_byte_for_byte(file: Path, anna: User) -> None:
    source = file.read_bytes()
    made = story(source, anna)
    wire_copy = made.wire_copies.get()
    assert bytes(wire_copy.source) == source
    assert wire_copy.received_by == anna


def test_a_story_begins_as_a_draft_with_an_entry_in_its_audit_log(anna: User) -> None:
    made = story(OLD, anna)
    assert made.state == WorkflowState.DRAFT
    assert [(entry.action, entry.by) for entry in AuditEntry.objects.all()] == [("imported", anna)]
    assert working_copy_of(made).places == ("Berlin",)


def test_the_same_bytes_make_no_second_story(anna: User) -> None:
    made = story(OLD, anna)
    again = take(OLD, anna)
    assert (again.outcome, again.story) == ("known", made)
    assert f"became the story “Council raises fees” (number {made.pk})" in again.message
    assert (Story.objects.count(), WireCopy.objects.count()) == (1, 1)


def test_the_bytes_of_an_offer_are_known_too(anna: User) -> None:
    made, _ = offer(anna)
    again = take(NEW, anna)
    assert (again.outcome, again.story) == ("known", made)
    assert "offered as an update of" in again.message
    assert AuditEntry.objects.filter(action="update_offered").count() == 1


@pytest.mark.parametrize("headline", ["Council raises fees", "COUNCIL  raises “fees”"])
def test_a_changed_version_is_offered_and_changes_nothing(headline: str, anna: User) -> None:
    made = story(article('Council raises "fees"' if "“" in headline else headline), anna)
    before = working_copy_of(made)
    receipt = take(article(headline, text="Other words."), anna)
    assert (receipt.outcome, receipt.story) == ("offered", made)
    assert str(made.pk) in receipt.message
    kept = Story.objects.get()
    assert (working_copy_of(kept), kept.version) == (before, made.version)


def test_accepting_an_update_is_a_save(anna: User) -> None:
    made, wire_copy = offer(anna)
    tagged = writing.save(made, replace(working_copy_of(made), tags=("council",)), by=anna)
    saved = accept_update(wire_copy, by=anna)
    copy = working_copy_of(saved)
    assert "again on Tuesday" in copy.body
    assert (copy.places, copy.tags, copy.slug) == (("Rome",), ("council",), tagged.slug)
    assert saved.version == tagged.version + 1
    actions = list(AuditEntry.objects.order_by("pk").values_list("action", flat=True))
    assert actions[-2:] == ["saved", "update_accepted"]
    wire_copy.refresh_from_db()
    assert wire_copy.outcome == "accepted"
    assert isinstance(check_accept_update(wire_copy, by=anna), NotPossible)
    with pytest.raises(NotPossible):
        accept_update(wire_copy, by=anna)


def test_an_also_read_line_that_comes_again_keeps_its_link(anna: User) -> None:
    _, wire_copy = offer(anna)
    before = RelatedLink.objects.get()
    accept_update(wire_copy, by=anna)
    assert RelatedLink.objects.get() == before
    assert RelatedLink.objects.placed().get().key == before.key


def test_an_update_can_be_accepted_whatever_the_limit_is_now(
    anna: User, settings: Settings
) -> None:
    _, wire_copy = offer(anna)
    settings.NEWSROOM_WIRE_MAX_BYTES = 1
    assert "Tuesday" in accept_update(wire_copy, by=anna).body


def test_whoever_may_not_write_imports_nothing() -> None:
    reader = User.objects.create_user("ben")
    assert isinstance(check_import(by=reader), NotAllowed)
    receipt = take(OLD, reader)
    assert receipt.outcome == "failed"
    assert "permission" in receipt.message
    assert not WireCopy.objects.exists()


def test_whoever_may_not_edit_accepts_no_update(anna: User) -> None:
    made, wire_copy = offer(anna)
    ben = User.objects.create_user("ben")
    ben.user_permissions.add(Permission.objects.get(codename="add_story"))
    assert check_accept_update(wire_copy, by=anna) is None
    assert isinstance(check_accept_update(wire_copy, by=ben), NotAllowed)
    with pytest.raises(NotAllowed):
        accept_update(wire_copy, by=ben)
    wire_copy.refresh_from_db()
    assert wire_copy.outcome == "offered"
    assert Story.objects.get().version == made.version


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (b"", "empty"),
        (b" \n\n ", "empty"),
        (b"%PDF-1.7 ...", "a PDF"),
        (bytes(range(256)), "binary"),
        (b"x" * 301, "Line 1: the headline has 301"),
        (b"\n\n" + b"x" * 301, "Line 3: the headline has 301"),
        ("é".encode() * 20 + b"\n\xff", "line 2"),
    ],
)
def test_what_cannot_be_read_leaves_nothing(source: bytes, told: str, anna: User) -> None:
    receipt = take(source, anna)
    assert receipt.outcome == "failed"
    assert told in receipt.message
    assert (Story.objects.count(), WireCopy.objects.count()) == (0, 0)


def test_too_much_is_refused(anna: User, settings: Settings) -> None:
    settings.NEWSROOM_WIRE_MAX_BYTES = 100
    assert take(b"Headline\n\n" + b"x" * 90, anna).outcome == "created"
    receipt = take(b"Headline\n\n" + b"y" * 91, anna)
    assert receipt.outcome == "failed"
    assert "NEWSROOM_WIRE_MAX_BYTES" in receipt.message


def test_a_deleted_draft_is_imported_again(anna: User) -> None:
    story(OLD, anna).delete()
    again = take(OLD, anna)
    assert again.outcome == "created"
    assert WireCopy.objects.get().story == again.story


@pytest.mark.django_db(transaction=True)
def test_two_people_import_the_same_at_once() -> None:
    people = [managing_editor("anna"), managing_editor("ben")]
    start, outcomes = Barrier(2), []

    def run(by: User) -> None:
        try:
            start.wait()
            outcomes.append(take(OLD, by).outcome)
        finally:
            connection.close()

    threads = [Thread(target=run, args=[by]) for by in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["created", "known"]
    assert Story.objects.count() == 1
