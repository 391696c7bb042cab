"""Embargoes: a time before which readers see nothing of a story, whoever publishes it."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from articles import events, permissions
from articles.enums import Act, EditionKind
from articles.exceptions import BadTime, Embargoed, IllegalMove, NewsroomError, NotAllowed
from articles.locking import locked
from articles.models import Story
from articles.zone import in_words


@transaction.atomic
def put(story: Story, *, by: User, at: datetime, why: str) -> Story:
    """Keep the story from readers until the aware time `at`, in place of an embargo that it has.

    Who cannot publish the story can make its embargo longer, never shorter. Raises
    `NotAllowed`, `BadTime`, `IllegalMove` where readers see the story before that time or are
    to see it, and `NewsroomError` without a reason.
    """
    story = locked(story)
    if not permissions.can_embargo(by, story):
        raise NotAllowed(f"You may not set an embargo on the story “{story}”.")
    now = timezone.now()
    if at <= now:
        raise BadTime("This time has passed: choose a later one.")
    if not why.strip():
        raise NewsroomError("Say who asks for the embargo, or why, for the story's time line.")
    before = story.held_until(now)
    if before and at < before and not permissions.can_publish(by, story):
        raise NotAllowed(
            f"The story “{story}” is under embargo until {in_words(before)}. You can make the"
            " embargo longer; ask somebody who publishes stories to make it shorter."
        )
    _refuse_seen(story, now, at)
    story.embargo, story.embargoed_at = at, now
    story.save(update_fields=["embargo", "embargoed_at"])
    detail = {"until": at.isoformat()}
    if before:
        detail["was"] = before.isoformat()
    act = Act.EMBARGO_MOVED if before else Act.EMBARGO_SET
    events.record(story, act, by=by, from_state=story.state, why=why.strip(), detail=detail)
    return story


@transaction.atomic
def lift(story: Story, *, by: User, why: str) -> Story:
    """End the story's embargo now.

    Raises `NotAllowed`, `IllegalMove` where there is none, and `NewsroomError` without a reason.
    """
    story = locked(story)
    if not permissions.can_publish(by, story):
        raise NotAllowed(f"You may not lift the embargo of the story “{story}”.")
    before = story.held_until(timezone.now())
    if before is None:
        raise IllegalMove(f"The story “{story}” is under no embargo.")
    if not why.strip():
        raise NewsroomError("Say why the embargo is lifted, for the story's time line.")
    story.embargo = story.embargoed_at = None
    story.save(update_fields=["embargo", "embargoed_at"])
    detail = {"was": before.isoformat()}
    events.record(
        story, Act.EMBARGO_LIFTED, by=by, from_state=story.state, why=why.strip(), detail=detail
    )
    return story


def refuse_early(story: Story, start: datetime) -> None:
    """Raise `Embargoed` if readers cannot have the story yet at the aware time `start`."""
    if until := story.held_until(start):
        raise Embargoed(
            f"The story “{story}” is under embargo until {in_words(until)}, so readers"
            " cannot see it before. Schedule it for that time or later, or have the embargo lifted."
        )


def _refuse_seen(story: Story, now: datetime, at: datetime) -> None:
    early = story.editions.in_force_or_to_come(now).filter(
        kind=EditionKind.STORY, visible_from__lt=at
    )
    first = early.order_by("visible_from").first()
    if first is None:
        return
    if first.visible_from <= now:
        raise IllegalMove(
            f"Readers see the story “{story}” already, so an embargo comes too late. Withdraw it,"
            " then set the embargo."
        )
    raise IllegalMove(
        f"The story “{story}” is scheduled for {in_words(first.visible_from)}, before the embargo"
        " would end. Move that or call it off, then set the embargo."
    )
