"""Notes on published stories are added or taken back, by who may publish, and never changed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import corrections, publishing
from articles.enums import Act, CorrectionKind
from articles.exceptions import IllegalMove, NewsroomError, NotAllowed
from articles.models import Correction, Event, Story
from tests.desk import chief, draft, ready, reporter

pytestmark = pytest.mark.django_db
KIND = CorrectionKind.CORRECTION


@pytest.fixture
def story() -> Story:
    return publishing.publish(ready(), by=chief()).story


def test_a_note_stands_until_it_is_taken_back(story: Story) -> None:
    note = corrections.add(story, by=chief(), kind=KIND, text=" The mayor  is Ana. ")
    assert note.text == "The mayor is Ana."
    assert list(Correction.objects.visible(timezone.now())) == [note]
    assert not Correction.objects.visible(note.at - timedelta(seconds=1))
    corrections.take_back(note, by=chief(), why="It was right.")
    assert not Correction.objects.visible(timezone.now())
    acts = Event.objects.filter(story=story).values_list("act", "why")
    assert (Act.CORRECTED, "") in acts
    assert (Act.CORRECTION_WITHDRAWN, "It was right.") in acts


def test_what_readers_have_not_seen_has_no_notes() -> None:
    with pytest.raises(IllegalMove, match="correct its text instead"):
        corrections.add(draft(), by=chief(), kind=KIND, text="Wrong.")


def test_a_note_needs_words_and_taking_back_a_reason(story: Story) -> None:
    with pytest.raises(NewsroomError, match="Write what readers"):
        corrections.add(story, by=chief(), kind=KIND, text="  ")
    note = corrections.add(story, by=chief(), kind=KIND, text="Wrong.")
    with pytest.raises(NewsroomError, match="Say why"):
        corrections.take_back(note, by=chief(), why=" ")
    corrections.take_back(note, by=chief(), why="Right.")
    with pytest.raises(IllegalMove, match="already"):
        corrections.take_back(note, by=chief(), why="Right.")


def test_only_who_may_publish_adds_notes_and_takes_them_back(story: Story) -> None:
    with pytest.raises(NotAllowed):
        corrections.add(story, by=reporter(), kind=KIND, text="Wrong.")
    note = corrections.add(story, by=chief(), kind=KIND, text="Wrong.")
    with pytest.raises(NotAllowed):
        corrections.take_back(note, by=reporter(), why="Right.")
