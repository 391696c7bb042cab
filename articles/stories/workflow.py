"""The workflow of a working copy: which transitions there are, and what stands in their way."""

from collections.abc import Callable
from typing import NamedTuple

from django.utils.translation import gettext

from articles.core import Action, NeedsSecondPerson, NewsroomError, NotAllowed, NotPossible
from articles.models import AuditEntry, Story, WorkflowState
from articles.people import permissions
from articles.stories import actions
from newsroom.accounts.models import User


class Transition(NamedTuple):
    """One step that a working copy may take.

    `may` says who may take it, from whatever state; `second_person` that the one who saved the
    copy last may not, where the newsroom asks for two people.
    """

    action: Action
    source: WorkflowState
    target: WorkflowState
    may: Callable[[User, Story], bool]
    second_person: bool = False


SUBMIT = Transition(
    actions.SUBMITTED, WorkflowState.DRAFT, WorkflowState.IN_REVIEW, permissions.can_submit
)
APPROVE = Transition(
    actions.APPROVED,
    WorkflowState.IN_REVIEW,
    WorkflowState.READY,
    permissions.can_review,
    second_person=True,
)
SEND_BACK = Transition(
    actions.SENT_BACK, WorkflowState.IN_REVIEW, WorkflowState.DRAFT, permissions.can_review
)
RETURN = Transition(
    actions.RETURNED, WorkflowState.IN_REVIEW, WorkflowState.DRAFT, permissions.can_return
)
REOPEN = Transition(
    actions.REOPENED, WorkflowState.READY, WorkflowState.DRAFT, permissions.can_reopen
)
#: All of them: no working copy changes its state in another way, but for a save (see `writing`).
TRANSITIONS = (SUBMIT, APPROVE, SEND_BACK, RETURN, REOPEN)


def check_transition(story: Story, transition: Transition, *, by: User) -> NewsroomError | None:
    """Return why `by` cannot take this step with the story now; None if it is possible."""
    if not transition.may(by, story):
        return NotAllowed(
            gettext("You do not have permission for this: the story “%(story)s” would be %(done)s.")
            % {"story": story, "done": transition.action.label}
        )
    if story.state != transition.source:
        return NotPossible(
            gettext(
                "The story “%(story)s” is %(state)s, so it cannot be %(done)s. Reload the page to"
                " see its current state."
            )
            % {
                "story": story,
                "state": WorkflowState(story.state).described,
                "done": transition.action.label,
            }
        )
    return _check_second_person(story, by=by) if transition.second_person else None


def check_make_ready(story: Story, *, by: User) -> NewsroomError | None:
    """Return why `by` cannot bring the story to ready, by one or two steps; None if possible."""
    if story.state == WorkflowState.READY:
        return None
    if not APPROVE.may(by, story):
        return NotAllowed(gettext("You may not approve the story “%(story)s”.") % {"story": story})
    if story.state == WorkflowState.DRAFT and (refusal := check_transition(story, SUBMIT, by=by)):
        return refusal
    return _check_second_person(story, by=by)


def _check_second_person(story: Story, *, by: User) -> NeedsSecondPerson | None:
    if not permissions.needs_second_person(by, story):
        return None
    return NeedsSecondPerson(
        gettext(
            "You were the last to change the story “%(story)s”, so you cannot approve it yourself:"
            " this newsroom requires a second person. Submit it, and have somebody else read and"
            " approve it."
        )
        % {"story": story}
    )


def sent_back(story: Story) -> AuditEntry | None:
    """Return who sent the draft back, when and why; None if nobody did, or it was resubmitted."""
    if story.state != WorkflowState.DRAFT:
        return None
    codes = [transition.action.code for transition in TRANSITIONS]
    last = story.audit_log.filter(action__in=codes).select_related("by").first()
    return last if last and last.action == actions.SENT_BACK.code else None
