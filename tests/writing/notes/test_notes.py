"""Notes among editors: who writes, answers, resolves, edits and deletes them, and their bounds."""

from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, transaction

from articles import writing
from articles.body import Quote
from articles.core import NewsroomError, NotAllowed, NotPossible
from articles.models import AuditEntry, Note, Revision, Story
from articles.people import EDITOR, MANAGING_EDITOR, MODERATOR, REPORTER
from articles.writing.notes import add
from newsroom.accounts.models import User
from tests.factories import HOUR, NOON
from tests.helpers import draft, person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
Act = Callable[[Note, User], Any]


def note(story: Story | None = None, by: User | None = None, text: str = "Who says so?") -> Note:
    return writing.add_note(story or draft(), text, by=by or person(REPORTER, "ana"))


@pytest.mark.parametrize("role", [REPORTER, EDITOR, MANAGING_EDITOR])
def test_whoever_may_view_drafts_writes_answers_and_resolves(role: str) -> None:
    by = person(role, "writer")
    made = note()
    writing.answer_note(made, "I do.", by=by)
    assert writing.resolve_note(made, by=by).resolved_by == by
    assert writing.reopen_note(made, by=by).resolved_at is None
    assert note(by=by).by == by


@pytest.mark.parametrize("role", [MODERATOR, ""])
def test_nobody_else_does(role: str) -> None:
    by, made = person(role, "stranger"), note()
    for act in (
        lambda: writing.add_note(made.story, "x", by=by),
        lambda: writing.answer_note(made, "x", by=by),
        lambda: writing.resolve_note(made, by=by),
        lambda: writing.reopen_note(made, by=by),
        lambda: writing.edit_note(made, "x", by=by),
        lambda: writing.delete_note(made, by=by),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert Note.objects.get().text == "Who says so?"


def test_only_its_author_edits_and_deletes_a_note(clock: time_machine.TimeMachineFixture) -> None:
    ana, other = person(REPORTER, "ana"), person(MANAGING_EDITOR)
    made = note(by=ana)
    with pytest.raises(NotAllowed):
        writing.edit_note(made, "Mine", by=other)
    with pytest.raises(NotAllowed):
        writing.delete_note(made, by=other)
    clock.move_to(NOON + HOUR, tick=False)
    assert writing.edit_note(made, "Who says so now?", by=ana).edited_at == NOON + HOUR
    writing.delete_note(made, by=ana)
    assert not Note.objects.exists()
    assert AuditEntry.objects.latest("pk").action == "note_deleted"


def test_a_note_that_others_answered_is_not_deleted() -> None:
    ana, made = person(REPORTER, "ana"), note()
    answer = writing.answer_note(made, "I do.", by=person(EDITOR))
    with pytest.raises(NotPossible, match="resolve it instead"):
        writing.delete_note(made, by=ana)
    writing.delete_note(answer, by=person(EDITOR))
    writing.delete_note(made, by=ana)


def test_an_answer_opens_a_resolved_note_and_answers_the_first_one() -> None:
    by, made = person(EDITOR), note()
    first = writing.answer_note(made, "I do.", by=by)
    writing.resolve_note(made, by=by)
    second = writing.answer_note(first, "So do I.", by=by)
    made.refresh_from_db()
    assert made.resolved_at is None
    assert second.answers_to == made
    with pytest.raises(NotPossible, match="with the note that it answers"):
        writing.resolve_note(second, by=by)


def test_resolving_twice_keeps_who_did_it_first(clock: time_machine.TimeMachineFixture) -> None:
    made = writing.resolve_note(note(), by=person(EDITOR))
    clock.move_to(NOON + HOUR, tick=False)
    again = writing.resolve_note(made, by=person(MANAGING_EDITOR))
    assert (again.resolved_by, again.resolved_at) == (person(EDITOR), NOON)


@pytest.mark.once
@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("  One \n\n two  \r\n", "One\n\ntwo"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("bell\a null\0 escape\x1b[31m", "bell null escape[31m"),
        ("right\u202eto left", "rightto left"),
        ("می‌خواهم", "می‌خواهم"),
    ],
)
def test_a_note_is_plain_text(text: str, stored: str) -> None:
    assert note(text=text).text == stored


@pytest.mark.once
@pytest.mark.parametrize("text", ["", " \n\t", "\u200b\u2060", "\0", "x" * 2001])
def test_a_note_says_something_and_not_too_much(text: str) -> None:
    with pytest.raises(NewsroomError):
        note(text=text)
    assert not Note.objects.exists()


@pytest.mark.once
@pytest.mark.parametrize(
    "quote", [Quote("x" * 501), Quote("x", "y" * 41), Quote("x", "", "y" * 41), Quote("a\0b")]
)
def test_words_that_cannot_be_marked_are_refused(quote: Quote) -> None:
    with pytest.raises(NewsroomError):
        writing.add_note(draft(), "Hm.", by=person(EDITOR), quote=quote)


def test_context_without_words_is_dropped() -> None:
    made = writing.add_note(draft(), "Hm.", by=person(EDITOR), quote=Quote(" ", "before", "after"))
    assert (made.exact, made.prefix, made.suffix) == ("", "", "")


def test_a_story_has_a_bounded_number_of_notes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(add, "MOST", 2)
    story = draft()
    writing.answer_note(note(story), "I do.", by=person(EDITOR))
    with pytest.raises(NotPossible, match="at most 2 notes"):
        note(story)
    note(draft("Another"))


def test_notes_stand_in_the_order_of_the_text_and_say_whose_words_are_gone() -> None:
    story = draft(body="<p>The harvest has begun. It rained all night in the valley.</p>")
    by = person(EDITOR)
    on_story = writing.add_note(story, "All of it", by=by)
    gone = writing.add_note(
        story, "Gone", by=by, quote=Quote("in the spring of that year", "x", "y")
    )
    late = writing.add_note(story, "Rain", by=by, quote=Quote("rained all night", "It ", " in"))
    early = writing.add_note(story, "Harvest", by=by, quote=Quote("The harvest", "", " has begun"))
    answer = writing.answer_note(early, "Yes.", by=by)

    found = writing.threads(story)

    assert [thread.note for thread in found] == [early, late, on_story, gone]
    assert [thread.is_gone for thread in found] == [False, False, False, True]
    assert found[0].answers == [answer]


def test_a_note_on_words_that_were_edited_says_what_they_are_now() -> None:
    story, by = (
        draft(body="<p>There were 17 people in the hall, and they sang.</p>"),
        person(EDITOR),
    )
    quote = Quote("17 people", "There were ", " in the hall, and they sang.")
    writing.add_note(story, "Who counted?", by=by, quote=quote)
    story.body = "<p>There were 18 people in the hall, and they sang.</p>"
    (thread,) = writing.threads(story)
    assert (thread.is_gone, thread.is_reworded, thread.anchor.exact) == (False, True, "18 people")
    story.body = "<p>Nobody came.</p>"
    (thread,) = writing.threads(story)
    assert (thread.is_gone, thread.is_reworded, thread.anchor) == (True, False, quote)


def test_nothing_of_a_note_is_in_the_story_or_its_revisions() -> None:
    story = draft()
    before = (story.body, Revision.objects.count(), story.version)
    writing.add_note(story, "Hm.", by=person(EDITOR), quote=Quote("harvest", "The ", " has"))
    story.refresh_from_db()
    assert (story.body, Revision.objects.count(), story.version) == before


def test_a_story_is_deleted_with_its_notes_and_notices() -> None:
    story, boss = draft(), person(MANAGING_EDITOR)
    writing.answer_note(note(story, by=person(EDITOR)), "@ana", by=boss)
    writing.delete(story, by=boss)
    assert not Note.objects.exists()


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("note_has_text", {"text": ""}),
        ("note_context_is_that_of_words", {"prefix": "before"}),
        ("note_resolution_complete", {"resolved_at": NOON}),
    ],
)
def test_the_database_refuses_what_no_verb_writes(constraint: str, fields: dict[str, Any]) -> None:
    made = note()
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Note.objects.filter(pk=made.pk).update(**fields)


def test_the_database_refuses_words_and_a_resolution_of_an_answer() -> None:
    answer = writing.answer_note(note(), "I do.", by=person(EDITOR))
    with pytest.raises(IntegrityError, match="note_answer_is_an_answer_only"), transaction.atomic():
        Note.objects.filter(pk=answer.pk).update(exact="words")
