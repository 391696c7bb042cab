"""Publish, schedule, call off and withdraw: the only writer of editions."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from articles import events, permissions, working_copy
from articles.enums import Act, EditionKind, State
from articles.exceptions import BadTime, IllegalMove, NotAllowed, NotReady
from articles.models import Edition, Story
from articles.slugs import refuse_taken


@transaction.atomic
def publish(story: Story, *, by: User, at: datetime | None = None) -> Edition:
    """Freeze the ready copy into an edition that readers see from `at` on (None: from now).

    It ends what readers see then, and calls off all that was to start later. Raises
    `NotAllowed`, `IllegalMove`, `NotReady`, `BadTime` and `SlugTaken`.
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
    _end(story, start)
    edition = working_copy.freeze(copy)
    return _add(story, edition, by, start)


def schedule(story: Story, *, by: User, at: datetime) -> Edition:
    """Publish at the aware time `at`, which must be to come; nothing has to run then."""
    if at <= timezone.now():
        raise BadTime("This time has passed: choose a later one, or publish now.")
    return publish(story, by=by, at=at)


@transaction.atomic
def withdraw(story: Story, *, by: User, at: datetime | None = None, note: str = "") -> Edition:
    """Take the story from readers from `at` on (None: now); a notice stands in its place.

    `note` is public. Raises `NotAllowed`, `IllegalMove` and `BadTime`.
    """
    story, start = _begin(story, by, at)
    shown = story.editions.visible(start).first()
    if shown is None:
        raise IllegalMove(f"Readers do not see the story “{story}” then: nothing to withdraw.")
    _end(story, start)
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
        _set_until(edition, edition.visible_from)
    # What was to end when the first of them started goes on.
    for edition in story.editions.filter(visible_until=waiting[0].visible_from).filter(
        visible_from__lt=waiting[0].visible_from
    ):
        _set_until(edition, None)
    events.record(story, Act.CALLED_OFF, by=by, from_state=story.state)


def _begin(story: Story, by: User, at: datetime | None) -> tuple[Story, datetime]:
    """Lock the story, and only then read the clock, so that two acts have two times."""
    story = Story.objects.select_for_update().get(pk=story.pk)
    if not permissions.can_publish(by, story):
        raise NotAllowed(f"You may not publish or withdraw the story “{story}”.")
    now = timezone.now()
    if at is not None and at < now:
        raise BadTime("This time has passed: choose a later one.")
    return story, at or now


def _end(story: Story, start: datetime) -> None:
    for edition in story.editions.in_force_or_to_come(start):
        _set_until(edition, max(start, edition.visible_from))


def _set_until(edition: Edition, until: datetime | None) -> None:
    edition.visible_until = until
    edition.save(update_fields=["visible_until"])


def _add(story: Story, edition: Edition, by: User, start: datetime) -> Edition:
    now = timezone.now()
    first = story.editions.began(start).order_by("visible_from").first()
    edition.story = story
    edition.published_at = first.published_at if first else start
    edition.visible_from = start
    edition.made_at = now
    edition.made_by = by
    edition.save(force_insert=True)
    if edition.kind == EditionKind.TOMBSTONE:
        act = Act.WITHDRAWN
    else:
        act = Act.SCHEDULED if start > now else Act.PUBLISHED
    events.record(
        story,
        act,
        by=by,
        from_state=story.state,
        detail={"edition": edition.pk, "visible_from": start.isoformat()},
    )
    return edition
