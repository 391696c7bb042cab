"""What is asked before an act on a story, of whom, and the verb that then does it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User

from articles import corrections, embargo, moves, permissions, publishing
from articles.enums import Act
from articles.forms.act import ActForm
from articles.forms.acts import CorrectForm, PublishForm, SendBackForm, TakeBackForm, WithdrawForm
from articles.forms.schedule import (
    CallOffForm,
    EmbargoForm,
    LiftEmbargoForm,
    MoveForm,
    ScheduleForm,
)
from articles.models import Correction, Edition, Story


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked before an act and of whom, and the verb that then does it.

    `done` is told after it, `later` where a time or what is to come was asked for. `replaces`
    tells that what was to come after it is called off.
    """

    title: str
    text: str
    button: str
    form: type[ActForm]
    verb: Callable[..., object]
    done: str
    later: str = ""
    grave: bool = False
    replaces: bool = False
    may: Callable[[User, Story], bool] = permissions.can_publish


def _publish(story: Story, *, by: User, **how: Any) -> None:
    publishing.publish(moves.make_ready(story, by=by), by=by, **how)


def _schedule(story: Story, *, by: User, **how: Any) -> None:
    publishing.schedule(moves.make_ready(story, by=by), by=by, **how)


def _send_back(story: Story, *, by: User, why: str) -> None:
    moves.move(story, Act.SEND_BACK, by=by, why=why)


def _may_send_back(user: User, story: Story) -> bool:
    return permissions.may_move(user, story, Act.SEND_BACK)


def _take_back(story: Story, *, by: User, correction: Correction, why: str) -> None:
    corrections.take_back(correction, by=by, why=why)


def _move(story: Story, *, by: User, edition: Edition, at: datetime) -> None:
    publishing.reschedule(edition, by=by, at=at)


ACTS = {
    "publish": Question(
        "Publish",
        "Readers will see the story, as it is saved now, from now on.",
        "Publish it",
        PublishForm,
        _publish,
        "is published",
        replaces=True,
    ),
    "schedule": Question(
        "Schedule",
        "Readers will see the story, as it is saved now, from this time on.",
        "Schedule it",
        ScheduleForm,
        _schedule,
        "is scheduled for {at}",
        replaces=True,
    ),
    "send_back": Question(
        "Send back",
        "The story becomes a draft again.",
        "Send it back",
        SendBackForm,
        _send_back,
        "is sent back: it is a draft again",
        may=_may_send_back,
    ),
    "embargo": Question(
        "Embargo",
        "Readers see nothing of the story before this time, whoever publishes or schedules it.",
        "Set the embargo",
        EmbargoForm,
        embargo.put,
        "is under embargo until {at}",
        may=permissions.can_embargo,
    ),
    "lift_embargo": Question(
        "Lift the embargo",
        "The story can be published at any time from now on. It is not published by this.",
        "Lift it",
        LiftEmbargoForm,
        embargo.lift,
        "is under no embargo any more",
    ),
    "move": Question(
        "Move the schedule",
        "It goes out at another time, as it was when it was scheduled; what was written since is"
        " not in it.",
        "Move it",
        MoveForm,
        _move,
        "is moved",
        later="is moved to {at}; it was scheduled for {was}",
    ),
    "call_off": Question(
        "Call off the schedule",
        "What was to appear later will not appear. What readers see now stays.",
        "Call it off",
        CallOffForm,
        publishing.call_off,
        "has its schedule called off",
        later="has its schedule for {was} called off",
    ),
    "correct": Question(
        "Add a note for readers",
        "Readers see it on the story's page and among all corrections, from now on. To change the"
        " text itself, edit the story and publish it again.",
        "Add the note",
        CorrectForm,
        corrections.add,
        "has a new note for readers",
    ),
    "take_back": Question(
        "Take a note back",
        "Readers will no longer see the note. The time line keeps it.",
        "Take it back",
        TakeBackForm,
        _take_back,
        "has one note less",
    ),
    "restore": Question(
        "Undo the withdrawal",
        "Readers will see the story again, as they saw it last. To publish changes, publish it"
        " instead.",
        "Show it to readers again",
        ActForm,
        publishing.restore,
        "is shown to readers again",
    ),
    "withdraw": Question(
        "Withdraw",
        "Readers will no longer see the story. Its address then shows that it was withdrawn,"
        " with your note. The working copy stays here.",
        "Withdraw it from readers",
        WithdrawForm,
        publishing.withdraw,
        "is withdrawn: readers no longer see it",
        later="will be withdrawn on {at}",
        grave=True,
        replaces=True,
    ),
}
