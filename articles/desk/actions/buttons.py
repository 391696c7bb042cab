"""The buttons of a story: what this person can do with it now."""

from dataclasses import dataclass
from datetime import datetime

from articles.desk.actions.action import Text
from articles.desk.actions.actions import ACTIONS
from articles.models import Story, WorkflowState
from articles.publishing import Situation
from newsroom.accounts.models import User


@dataclass(frozen=True, slots=True)
class Button:
    """One button; `asks` says whether it leads to a page with a question, at `url_name`."""

    name: str
    label: Text
    asks: bool
    is_destructive: bool
    url_name: str


def buttons(now: Situation, *, by: User) -> list[Button]:
    """Return the buttons for the actions that are possible for the person, in their order."""
    return [
        Button(
            action.name,
            action.label(now),
            action.question is not None and action.asks(now),
            action.is_destructive,
            action.url_name,
        )
        for action in ACTIONS
        if action.is_possible(now, by=by)
    ]


def situation_of_new(by: User, at: datetime) -> Situation:
    """Return the situation of a story that the person is about to start."""
    story = Story(created_by=by, changed_by=by, created_at=at, changed_at=at)
    return Situation(story, at, WorkflowState.DRAFT, None, (), ())
