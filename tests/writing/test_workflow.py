"""A copy on its way to readers: taken back by its writer, and when somebody else was faster."""

import pytest

from articles import writing
from articles.core import NotAllowed, NotPossible
from articles.models import Story, WorkflowState
from articles.people import EDITOR, REPORTER
from articles.stories import WorkingCopy
from newsroom.accounts.models import User
from tests.helpers import draft, managing_editor, person

pytestmark = pytest.mark.django_db


def test_what_is_ready_already_stays_ready_though_this_window_shows_a_draft() -> None:
    editor, shown = managing_editor(), draft()
    writing.make_ready(Story.objects.get(pk=shown.pk), by=editor)
    assert writing.make_ready(shown, by=editor).state == WorkflowState.READY


def submitted(by: User) -> Story:
    return writing.submit(writing.create(WorkingCopy("Harvest"), by=by), by=by)


def test_a_reporter_takes_a_submitted_story_back_and_goes_on_writing() -> None:
    ana = person(REPORTER, "ana")
    story = writing.return_to_draft(submitted(ana), by=ana)
    assert story.state == WorkflowState.DRAFT
    entry = story.audit_log.first()
    assert entry
    assert (entry.action, entry.by) == ("returned_to_draft", ana)
    assert (entry.from_state, entry.to_state) == ("in_review", "draft")
    assert writing.save(story, WorkingCopy("Harvest begins"), by=ana).headline == "Harvest begins"


def test_once_it_is_approved_it_is_not_taken_back() -> None:
    ana = person(REPORTER, "ana")
    story = writing.approve(submitted(ana), by=managing_editor())
    with pytest.raises(NotPossible, match="is ready, so it cannot be returned to draft"):
        writing.return_to_draft(story, by=ana)


@pytest.mark.parametrize("role", [REPORTER, EDITOR])
def test_nobody_takes_the_story_of_somebody_else_back(role: str) -> None:
    story = submitted(person(REPORTER, "ana"))
    with pytest.raises(NotAllowed):
        writing.return_to_draft(story, by=person(role, "else"))
