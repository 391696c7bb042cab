"""The buttons below a story: what this user may do with it now, in the order of the work."""

from dataclasses import dataclass

from django.contrib.auth.models import User

from articles import permissions
from articles.enums import Act, Standing, State
from articles.models import Story


@dataclass(frozen=True, slots=True)
class Button:
    """One button; `asks` tells that a page with a question follows."""

    name: str
    label: str
    asks: bool = False
    grave: bool = False

    @property
    def address(self) -> str:
        """The name of the page that asks."""
        return f"admin:articles_story_{self.name}"


SUBMIT = Button("submit", "Submit for review")
APPROVE = Button("approve", "Approve")
SEND_BACK = Button("send_back", "Send back…", asks=True)
REOPEN = Button("reopen", "Back to draft")
PUBLISH = Button("publish", "Publish now")
PUBLISH_INSTEAD = Button("publish", "Publish now…", asks=True)
PUBLISH_CHANGES = Button("publish", "Publish the changes…", asks=True)
SCHEDULE = Button("schedule", "Schedule…", asks=True)
EMBARGO = Button("embargo", "Embargo…", asks=True)
MOVE_EMBARGO = Button("embargo", "Move the embargo…", asks=True)
LIFT_EMBARGO = Button("lift_embargo", "Lift the embargo…", asks=True)
MOVE = Button("move", "Move the schedule…", asks=True)
CALL_OFF = Button("call_off", "Call off the schedule…", asks=True)
CORRECT = Button("correct", "Note for readers…", asks=True)
TAKE_BACK = Button("take_back", "Take a note back…", asks=True)
RESTORE = Button("restore", "Undo the withdrawal…", asks=True)
WITHDRAW = Button("withdraw", "Withdraw…", asks=True, grave=True)


def buttons(
    user: User, story: Story | None, standing: str, *, embargoed: bool, waiting: bool, noted: bool
) -> list[Button]:
    """Give the buttons for the user.

    `story` is None while it is new, `standing` is its `Standing` now, and `embargoed` tells
    whether readers cannot have it yet, `waiting` whether an edition of it is scheduled, `noted`
    whether it has a note for readers.
    """
    may = story or Story(created_by=user, changed_by=user)
    found = [
        button
        for act, button in (
            (Act.SUBMIT, SUBMIT),
            (Act.APPROVE, APPROVE),
            (Act.SEND_BACK, SEND_BACK),
            (Act.REOPEN, REOPEN),
        )
        if permissions.can_move(user, may, act) and (story or act is Act.SUBMIT)
    ]
    live = standing == Standing.LIVE
    if permissions.can_publish(user, may):
        if may.state == State.READY or not permissions.needs_another(user, may, Act.APPROVE):
            publish = PUBLISH_CHANGES if live else PUBLISH_INSTEAD if waiting else PUBLISH
            found += [SCHEDULE] if embargoed else [publish, SCHEDULE]
        found += [MOVE, CALL_OFF] if waiting else []
        found += [LIFT_EMBARGO] if embargoed else []
        found += [CORRECT] if live else []
        found += [TAKE_BACK] if noted else []
        found += [WITHDRAW] if live else []
        found += [RESTORE] if standing == Standing.WITHDRAWN and not embargoed else []
    if permissions.can_embargo(user, may) and not live:
        found.append(MOVE_EMBARGO if embargoed else EMBARGO)
    return found
