"""Moves of a working copy between its states, by the table of legal moves."""

from django.contrib.auth.models import User
from django.db import transaction

from articles import events, permissions
from articles.enums import MOVES, Act, State
from articles.exceptions import IllegalMove, NewsroomError, NotAllowed
from articles.locking import locked
from articles.models import Event, Story


@transaction.atomic
def move(story: Story, act: Act, *, by: User, why: str = "") -> Story:
    """Make one legal move; the row is locked and an event written.

    Raises `IllegalMove`, `NotAllowed`, and `NewsroomError` where a reason is missing.
    """
    rule = MOVES[act]
    story = locked(story)
    if not permissions.may_move(by, story, act):
        raise NotAllowed(f"You may not do this: the story “{story}” would be {act.label}.")
    if story.state not in rule.sources:
        raise IllegalMove(
            f"The story “{story}” is {State(story.state).told}, so it cannot be {act.label}."
            " Reload the page to see where it stands."
        )
    if permissions.needs_another(by, story, act):
        raise NotAllowed(
            f"You changed the story “{story}” last, so you cannot approve it yourself: this"
            " newsroom asks for two people. Submit it, and let somebody else read and approve it."
        )
    if act is Act.SEND_BACK and not why.strip():
        raise NewsroomError("Say why you send the story back, so that its writer can mend it.")
    before = story.state
    story.state = rule.target
    story.save(update_fields=["state"])
    events.record(story, act, by=by, from_state=before, why=why)
    return story


def sent_back(story: Story) -> Event | None:
    """Give who sent the draft back, when and why; None where it was not, or is submitted again."""
    if story.state != State.DRAFT:
        return None
    moved = story.events.filter(act__in=list(MOVES)).select_related("by").first()
    return moved if moved and moved.act == Act.SEND_BACK else None


def make_ready(story: Story, *, by: User) -> Story:
    """Bring a draft or a copy in review to ready, by the legal moves. Raises as `move` does."""
    if story.state == State.DRAFT:
        story = move(story, Act.SUBMIT, by=by)
    if story.state == State.IN_REVIEW:
        story = move(story, Act.APPROVE, by=by)
    return story
