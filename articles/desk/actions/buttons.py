"""The buttons of a story: what this person can do with it now."""

from dataclasses import dataclass
from datetime import datetime

from articles.desk.actions.action import Text
from articles.desk.actions.actions import ACTIONS
from articles.models import Story, WorkflowState
from articles.publishing import NothingNew, Situation
from newsroom.accounts.models import User


@dataclass(frozen=True, slots=True)
class Button:
    """One button; `asks` says whether it leads to a page with a question, at `url_name`.

    `needs_changes` says whether it does nothing until the form has changes.
    """

    name: str
    label: Text
    asks: bool
    needs_changes: bool
    is_destructive: bool
    url_name: str


#: The one that stands out, by workflow state: the first of these that is possible.
_PRIMARY = {
    WorkflowState.DRAFT: ("publish", "submit"),
    WorkflowState.IN_REVIEW: ("approve", "publish"),
    WorkflowState.READY: ("publish", "submit"),
}


def buttons(now: Situation, *, by: User) -> list[Button]:
    """Return the buttons for the actions that are possible for the person, in their order."""
    offered = []
    for action in ACTIONS:
        refusal = action.check(now, by=by)
        # The form may hold changes that are saved with the action.
        if refusal is None or isinstance(refusal, NothingNew):
            offered.append(
                Button(
                    name=action.name,
                    label=action.label(now),
                    asks=action.question is not None,
                    needs_changes=refusal is not None,
                    is_destructive=action.is_destructive,
                    url_name=action.url_name,
                )
            )
    return offered


def primary_of(offered: list[Button], state: WorkflowState) -> Button | None:
    """Return the button that stands out in this state, None if only Save does."""
    named = {button.name: button for button in offered}
    return next((named[name] for name in _PRIMARY[state] if name in named), None)


def situation_of_new(by: User, at: datetime) -> Situation:
    """Return the situation of a story that the person is about to start."""
    story = Story(created_by=by, changed_by=by, created_at=at, changed_at=at)
    return Situation(story, at, WorkflowState.DRAFT, None, (), ())
