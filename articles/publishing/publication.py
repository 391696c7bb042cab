"""Bring the ready copy to readers, now or at a time."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from articles import corrections, working_copy
from articles.enums import Change, CorrectionKind, State
from articles.exceptions import BadTime, IllegalMove, NewsroomError, NotReady
from articles.models import Edition, Story
from articles.publishing.line import add, end_all
from articles.publishing.start import begin
from articles.slugs import refuse_taken


@transaction.atomic
def publish(
    story: Story,
    *,
    by: User,
    at: datetime | None = None,
    change: Change = Change.UPDATE,
    note: str = "",
) -> Edition:
    """Freeze the ready copy into an edition that readers see from `at` on (None: from now).

    It ends what readers see then, and calls off all that was to start later. Where readers have
    seen the story, `change` says what is new to them, and `note` tells them: a correction needs
    one, a minor change has none. Raises `NotAllowed`, `IllegalMove`, `NotReady`, `BadTime`,
    `Embargoed`, `SlugTaken`, and `NewsroomError` where the note does not fit.
    """
    story, start = begin(story, by, at)
    if story.state != State.READY:
        raise IllegalMove(
            f"The story “{story}” is {State(story.state).told}: it must be ready first."
        )
    copy = working_copy.of(story)
    if problems := copy.problems():
        raise NotReady([problem.message for problem in problems])
    refuse_taken(story.slug, story)
    _refuse_note(change, note)
    end_all(story, start, by)
    edition = add(story, working_copy.freeze(copy), by, start, change=change)
    if note.strip():
        kind = CorrectionKind(change.value)
        corrections.add(story, by=by, kind=kind, text=note, at=start)
    return edition


def schedule(
    story: Story, *, by: User, at: datetime, change: Change = Change.UPDATE, note: str = ""
) -> Edition:
    """Publish at the aware time `at`, which must be to come; nothing has to run then."""
    if at <= timezone.now():
        raise BadTime("This time has passed: choose a later one, or publish now.")
    return publish(story, by=by, at=at, change=change, note=note)


def _refuse_note(change: Change, note: str) -> None:
    if change is Change.CORRECTION and not note.strip():
        raise NewsroomError("Tell readers what was wrong and what is right.")
    if change is Change.MINOR and note.strip():
        raise NewsroomError(
            "A minor change has no note for readers. Choose “update” or “correction”, or leave the"
            " note empty."
        )
