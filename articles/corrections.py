"""Notes on published stories: added, or taken back, and never changed."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from articles import events, permissions
from articles.enums import Act, CorrectionKind
from articles.exceptions import IllegalMove, NewsroomError, NotAllowed
from articles.locking import locked
from articles.models import Correction, Story


@transaction.atomic
def add(
    story: Story, *, by: User, kind: CorrectionKind, text: str, at: datetime | None = None
) -> Correction:
    """Add a note that readers see from `at` on (None: now), on the story's page and among all.

    A later time is that of an edition which the note comes with. Raises `NotAllowed`,
    `IllegalMove` where readers have not seen the story by then, and `NewsroomError` where the
    note has no words.
    """
    story = locked(story)
    _refuse(by, story)
    start = at or timezone.now()
    if not story.editions.began(start).exists():
        raise IllegalMove(
            f"Readers have not seen the story “{story}” yet: correct its text instead."
        )
    text = " ".join(text.split())
    if not text:
        raise NewsroomError("Write what readers are to know.")
    correction = Correction.objects.create(story=story, kind=kind, text=text, at=start, by=by)
    detail = {"correction": correction.pk, "kind": kind, "text": text}
    detail |= {"visible_from": start.isoformat()}
    events.record(story, Act.CORRECTED, by=by, from_state=story.state, detail=detail)
    return correction


@transaction.atomic
def take_back(correction: Correction, *, by: User, why: str) -> Correction:
    """Take the note from readers, for a reason that the time line keeps.

    Raises `NotAllowed`, `IllegalMove` if that was done, and `NewsroomError` without a reason.
    """
    correction = locked(correction)
    _refuse(by, correction.story)
    if correction.withdrawn_at:
        raise IllegalMove("This note has been taken back already.")
    if not why.strip():
        raise NewsroomError("Say why the note is taken back.")
    _withdraw(correction, by, why.strip())
    return correction


def call_off(story: Story, start: datetime, *, by: User) -> None:
    """Take back the notes that were to come with the story's edition that starts at `start`."""
    for correction in _to_come(story, start):
        _withdraw(correction, by, "The edition that it came with was called off.")


def move(story: Story, start: datetime, to: datetime, *, by: User) -> None:
    """Let the notes that were to come with an edition at `start` come with it at `to` instead."""
    for correction in _to_come(story, start):
        _withdraw(correction, by, "The edition that it comes with was moved to another time.")
        kind = CorrectionKind(correction.kind)
        add(story, by=by, kind=kind, text=correction.text, at=to)


def _to_come(story: Story, start: datetime) -> list[Correction]:
    return list(story.corrections.visible(start).filter(at=start, at__gt=timezone.now()))


def _withdraw(correction: Correction, by: User, why: str) -> None:
    correction.withdrawn_at, correction.withdrawn_by = timezone.now(), by
    correction.withdrawn_why = why
    correction.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    story = correction.story
    detail = {"correction": correction.pk, "text": correction.text}
    events.record(
        story, Act.CORRECTION_WITHDRAWN, by=by, from_state=story.state, why=why, detail=detail
    )


def _refuse(by: User, story: Story) -> None:
    if not permissions.can_publish(by, story):
        raise NotAllowed(f"You may not add notes to the story “{story}” or take them back.")
