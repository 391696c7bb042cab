"""Publish, schedule, call off, withdraw and restore: the only writer of editions."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from articles import corrections, embargo, events, permissions, working_copy
from articles.enums import Act, Change, CorrectionKind, EditionKind, State
from articles.exceptions import BadTime, IllegalMove, NewsroomError, NotAllowed, NotReady
from articles.models import Edition, Story
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
    story, start = _begin(story, by, at)
    if story.state != State.READY:
        raise IllegalMove(
            f"The story “{story}” is {story.get_state_display()}: it must be ready first."
        )
    copy = working_copy.of(story)
    if problems := copy.problems():
        raise NotReady([problem.message for problem in problems])
    refuse_taken(story.slug, story)
    _refuse_note(change, note)
    _end(story, start, by)
    edition = _add(story, working_copy.freeze(copy), by, start, change=change)
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


@transaction.atomic
def withdraw(story: Story, *, by: User, at: datetime | None = None, note: str = "") -> Edition:
    """Take the story from readers from `at` on (None: now); a notice stands in its place.

    `note` is public. Raises `NotAllowed`, `IllegalMove` and `BadTime`.
    """
    story, start = _begin(story, by, at)
    shown = story.editions.visible(start).first()
    if shown is None:
        raise IllegalMove(f"Readers do not see the story “{story}” then: nothing to withdraw.")
    _end(story, start, by)
    notice = Edition(
        kind=EditionKind.TOMBSTONE,
        slug=shown.slug,
        headline=shown.headline,
        section=shown.section,
        public_note=note,
    )
    return _add(story, notice, by, start)


@transaction.atomic
def call_off(story: Story, *, by: User) -> None:
    """Call off all that was to start later; what readers see now goes on.

    Raises `NotAllowed`, and `IllegalMove` if nothing is scheduled.
    """
    story, now = _begin(story, by, None)
    waiting = list(story.editions.to_come(now).order_by("visible_from"))
    if not waiting:
        raise IllegalMove(f"Nothing is scheduled for the story “{story}”.")
    for edition in waiting:
        _call_off(edition, by)
    # What was to end when the first of them started goes on.
    for edition in story.editions.filter(visible_until=waiting[0].visible_from).filter(
        visible_from__lt=waiting[0].visible_from
    ):
        _set_until(edition, None)
    events.record(story, Act.CALLED_OFF, by=by, from_state=story.state)


@transaction.atomic
def restore(story: Story, *, by: User) -> Edition:
    """Undo the withdrawal: readers see the last edition again, as a new one, from now on.

    Raises `NotAllowed`, and `IllegalMove` if no notice stands in the story's place.
    """
    story, now = _begin(story, by, None)
    if not story.editions.tombstones(now).exists():
        raise IllegalMove(f"The story “{story}” is not withdrawn: nothing to undo.")
    last = story.editions.began(now).latest("visible_from")
    _end(story, now, by)
    return _add(story, _again(last), by, now, change=Change.MINOR, act=Act.RESTORED)


def _again(edition: Edition) -> Edition:
    """Give what the edition froze, unsaved and without times."""
    return Edition(
        slug=edition.slug,
        headline=edition.headline,
        summary=edition.summary,
        section=edition.section,
        picture=edition.picture,
        content=edition.content,
        body_html=edition.body_html,
    )


def _begin(story: Story, by: User, at: datetime | None) -> tuple[Story, datetime]:
    """Lock the story, and only then read the clock, so that two acts have two times."""
    story = Story.objects.select_for_update().get(pk=story.pk)
    if not permissions.can_publish(by, story):
        raise NotAllowed(f"You may not publish or withdraw the story “{story}”.")
    now = timezone.now()
    if at is not None and at < now:
        raise BadTime("This time has passed: choose a later one.")
    return story, at or now


def _end(story: Story, start: datetime, by: User) -> None:
    for edition in story.editions.in_force_or_to_come(start):
        if edition.visible_from < start:
            _set_until(edition, start)
        else:
            _call_off(edition, by)


def _call_off(edition: Edition, by: User) -> None:
    _set_until(edition, edition.visible_from)
    corrections.call_off(edition.story, edition.visible_from, by=by)


def _set_until(edition: Edition, until: datetime | None) -> None:
    edition.visible_until = until
    edition.save(update_fields=["visible_until"])


def _add(
    story: Story,
    edition: Edition,
    by: User,
    start: datetime,
    *,
    change: Change = Change.MINOR,
    act: Act | None = None,
) -> Edition:
    now = timezone.now()
    if edition.kind == EditionKind.STORY:
        embargo.refuse_early(story, start)
    last = story.editions.began(start).order_by("visible_from").last()
    edition.story = story
    edition.published_at = last.published_at if last else start
    if last:
        edition.modified_at = last.modified_at if change is Change.MINOR else start
    edition.visible_from = start
    edition.made_at = now
    edition.made_by = by
    edition.save(force_insert=True)
    detail = {"edition": edition.pk, "visible_from": start.isoformat()}
    if edition.kind == EditionKind.TOMBSTONE:
        act = Act.WITHDRAWN
    elif act is None:
        act = Act.SCHEDULED if start > now else Act.PUBLISHED
        if last:
            detail["change"] = change
    events.record(story, act, by=by, from_state=story.state, detail=detail)
    return edition
