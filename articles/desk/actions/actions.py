"""The actions on a story, in the order of their buttons."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from articles import publishing, writing
from articles.core import NewsroomError
from articles.desk.actions import questions
from articles.desk.actions.action import StoryAction, Text
from articles.models import Correction, PublishedVersion, Story, WorkflowState
from articles.publishing import Situation
from articles.stories import (
    APPROVE,
    REOPEN,
    RETURN,
    SEND_BACK,
    SUBMIT,
    Transition,
    check_make_ready,
    check_transition,
)
from articles.wire import close_embargo_question
from newsroom.accounts.models import User


def _transition(name: str, label: Text, transition: Transition, **more: Any) -> StoryAction:
    def check(now: Situation, *, by: User) -> NewsroomError | None:
        return check_transition(now.story, transition, by=by)

    return StoryAction(name=name, check=check, label=lambda now: label, **more)


def _check_publish(now: Situation, *, by: User) -> NewsroomError | None:
    return _check_ready(now, by=by) or publishing.check_publish(
        now.in_state(WorkflowState.READY), by=by
    )


def _check_schedule(now: Situation, *, by: User) -> NewsroomError | None:
    return _check_ready(now, by=by) or publishing.check_schedule(
        now.in_state(WorkflowState.READY), by=by
    )


def _check_ready(now: Situation, *, by: User) -> NewsroomError | None:
    return publishing.check_permission(now, by=by) or check_make_ready(now.story, by=by)


def _publish(story: Story, *, by: User, **values: Any) -> None:
    publishing.publish(writing.make_ready(story, by=by), by=by, **values)


def _schedule(story: Story, *, by: User, **values: Any) -> None:
    publishing.schedule(writing.make_ready(story, by=by), by=by, **values)


def _reschedule(story: Story, *, by: User, version: PublishedVersion, at: datetime) -> None:
    publishing.reschedule(version, by=by, at=at)


def _retract(story: Story, *, by: User, correction: Correction, reason: str) -> None:
    publishing.retract_correction(correction, by=by, reason=reason)


def _set_embargo(story: Story, *, by: User, at: datetime, reason: str) -> None:
    publishing.set_embargo(story, by=by, until=at, reason=reason)
    close_embargo_question(story)


def _label_publish(now: Situation) -> Text:
    return _("Publish changes…") if now.live else _("Publish now…")


ACTIONS = (
    _transition("submit", _("Submit for review"), SUBMIT, verb=writing.submit),
    _transition("approve", _("Approve"), APPROVE, verb=writing.approve),
    _transition(
        "send_back",
        _("Send back…"),
        SEND_BACK,
        verb=writing.send_back,
        question=questions.SEND_BACK,
    ),
    _transition(
        "return_to_draft",
        _("Return to draft…"),
        RETURN,
        verb=writing.return_to_draft,
        question=questions.RETURN,
    ),
    _transition("reopen", _("Return to draft"), REOPEN, verb=writing.reopen),
    StoryAction(
        name="publish",
        label=_label_publish,
        check=_check_publish,
        verb=_publish,
        question=questions.PUBLISH,
        replaces=True,
    ),
    StoryAction(
        name="add_correction",
        label=lambda now: _("Add correction…"),
        check=publishing.check_add_correction,
        verb=publishing.add_correction,
        question=questions.ADD_CORRECTION,
    ),
    StoryAction(
        name="schedule",
        label=lambda now: _("Schedule…"),
        check=_check_schedule,
        verb=_schedule,
        question=questions.SCHEDULE,
        replaces=True,
    ),
    StoryAction(
        name="reschedule",
        label=lambda now: _("Reschedule…"),
        check=publishing.check_reschedule,
        verb=_reschedule,
        question=questions.RESCHEDULE,
    ),
    StoryAction(
        name="unschedule",
        label=lambda now: _("Cancel scheduling…"),
        check=publishing.check_unschedule,
        verb=publishing.unschedule,
        question=questions.UNSCHEDULE,
    ),
    StoryAction(
        name="lift_embargo",
        label=lambda now: _("Lift embargo…"),
        check=publishing.check_lift_embargo,
        verb=publishing.lift_embargo,
        question=questions.LIFT_EMBARGO,
    ),
    StoryAction(
        name="retract_correction",
        label=lambda now: _("Retract correction…"),
        check=publishing.check_retract_correction,
        verb=_retract,
        question=questions.RETRACT_CORRECTION,
    ),
    StoryAction(
        name="reinstate",
        label=lambda now: _("Undo withdrawal…"),
        check=publishing.check_reinstate,
        verb=publishing.reinstate,
        question=questions.REINSTATE,
    ),
    StoryAction(
        name="embargo",
        label=lambda now: _("Change embargo…") if now.embargoed_until else _("Set embargo…"),
        check=publishing.check_set_embargo,
        verb=_set_embargo,
        question=questions.SET_EMBARGO,
    ),
    # What readers lose comes last.
    StoryAction(
        name="withdraw",
        label=lambda now: _("Withdraw…"),
        check=publishing.check_withdraw,
        verb=publishing.withdraw,
        question=questions.WITHDRAW,
        replaces=True,
        is_destructive=True,
    ),
)
#: Those that ask something first, by name, with the question.
ASKING = {action.name: (action, action.question) for action in ACTIONS if action.question}
