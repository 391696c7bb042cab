"""Take a working copy through its workflow."""

from django.db import transaction
from django.utils.translation import gettext

from articles.core import NewsroomError, locked, refuse
from articles.models import Story, WorkflowState
from articles.stories import (
    APPROVE,
    REOPEN,
    RETURN,
    SEND_BACK,
    SUBMIT,
    Transition,
    audit_log,
    check_make_ready,
    check_transition,
)
from newsroom.accounts.models import User


def submit(story: Story, *, by: User) -> Story:
    """Submit a draft for review. Raise `NotAllowed` and `NotPossible`."""
    return _take(story, SUBMIT, by=by)


def approve(story: Story, *, by: User) -> Story:
    """Approve what is in review: it is ready then. Raise `NotAllowed` and `NotPossible`."""
    return _take(story, APPROVE, by=by)


def send_back(story: Story, *, by: User, reason: str) -> Story:
    """Make what is in review a draft again, for a reason that its writer reads.

    Raise `NotAllowed`, `NotPossible`, and `NewsroomError` without a reason.
    """
    if not reason.strip():
        raise NewsroomError(
            gettext("Say why you send the story back, so that its writer can fix it.")
        )
    return _take(story, SEND_BACK, by=by, reason=reason)


def return_to_draft(story: Story, *, by: User) -> Story:
    """Let whoever started the story take it back from review. Raise `NotAllowed`, `NotPossible`."""
    return _take(story, RETURN, by=by)


def reopen(story: Story, *, by: User) -> Story:
    """Make a ready story a draft again. Raise `NotAllowed` and `NotPossible`."""
    return _take(story, REOPEN, by=by)


@transaction.atomic
def make_ready(story: Story, *, by: User) -> Story:
    """Bring a draft or a copy in review to ready. Raise what `check_make_ready` returns."""
    story = locked(story)
    refuse(check_make_ready(story, by=by))
    if story.state == WorkflowState.DRAFT:
        story = submit(story, by=by)
    if story.state == WorkflowState.IN_REVIEW:
        story = approve(story, by=by)
    return story


@transaction.atomic
def _take(story: Story, transition: Transition, *, by: User, reason: str = "") -> Story:
    story = locked(story)
    refuse(check_transition(story, transition, by=by))
    before, story.state = story.state, transition.target
    story.save(update_fields=["state"])
    audit_log.record(story, transition.action, by=by, from_state=before, reason=reason)
    return story
