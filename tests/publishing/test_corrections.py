"""Corrections and other notes are added and retracted by those who publish, and never change."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import publishing
from articles.core import NewsroomError, NotAllowed, NotPossible
from articles.models import AuditEntry, Correction, CorrectionKind, Story
from tests.helpers import draft, managing_editor, ready, reporter

pytestmark = pytest.mark.django_db
KIND = CorrectionKind.CORRECTION


@pytest.fixture
def story() -> Story:
    return publishing.publish(ready(), by=managing_editor()).story


def test_a_note_stands_until_it_is_retracted(story: Story) -> None:
    note = publishing.add_correction(
        story, by=managing_editor(), kind=KIND, text=" The mayor  is Ana. "
    )
    assert note.text == "The mayor is Ana."
    assert list(Correction.objects.visible(timezone.now())) == [note]
    assert not Correction.objects.visible(note.at - timedelta(seconds=1))
    publishing.retract_correction(note, by=managing_editor(), reason="It was right.")
    assert not Correction.objects.visible(timezone.now())
    actions = AuditEntry.objects.filter(story=story).values_list("action", "reason")
    assert ("correction_added", "") in actions
    assert ("correction_retracted", "It was right.") in actions


def test_what_readers_do_not_see_has_no_notes() -> None:
    with pytest.raises(NotPossible, match="change its text instead"):
        publishing.add_correction(draft(), by=managing_editor(), kind=KIND, text="Wrong.")


def test_a_note_needs_words_and_a_retraction_a_reason(story: Story) -> None:
    with pytest.raises(NewsroomError, match="Write what readers"):
        publishing.add_correction(story, by=managing_editor(), kind=KIND, text="  ")
    note = publishing.add_correction(story, by=managing_editor(), kind=KIND, text="Wrong.")
    with pytest.raises(NewsroomError, match="Say why"):
        publishing.retract_correction(note, by=managing_editor(), reason=" ")
    publishing.retract_correction(note, by=managing_editor(), reason="Right.")
    with pytest.raises(NotPossible, match="already"):
        publishing.retract_correction(note, by=managing_editor(), reason="Right.")


def test_only_those_who_publish_add_and_retract_notes(story: Story) -> None:
    with pytest.raises(NotAllowed):
        publishing.add_correction(story, by=reporter(), kind=KIND, text="Wrong.")
    note = publishing.add_correction(story, by=managing_editor(), kind=KIND, text="Wrong.")
    with pytest.raises(NotAllowed):
        publishing.retract_correction(note, by=reporter(), reason="Right.")


def test_a_withdrawn_story_gets_no_note(story: Story) -> None:
    publishing.withdraw(story, by=managing_editor())
    with pytest.raises(NotPossible, match="do not see"):
        publishing.add_correction(story, by=managing_editor(), kind=KIND, text="Wrong.")
