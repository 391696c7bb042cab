"""Publish, schedule, move, call off, withdraw and restore: the only writer of editions."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from articles import corrections, embargo, events, periods, permissions, working_copy
from articles.enums import Act, Change, CorrectionKind, EditionKind, State
from articles.exceptions import BadTime, IllegalMove, NewsroomError, NotAllowed, NotReady
from articles.models import Edition, Story
from articles.slugs import refuse_taken
from articles.zone import in_words


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
def call_off(story: Story, *, by: User, edition: Edition | None = None) -> None:
    """Call off this edition or notice, or all that was to start later; what is seen now goes on.

    A withdrawal that would find nothing to withdraw is called off too. Raises `NotAllowed`, and
    `IllegalMove` if nothing is scheduled or the edition is not to come.
    """
    story, now = _begin(story, by, None)
    waiting = story.editions.to_come(now).order_by("-visible_from")
    chosen = [_waiting(story, edition, now)] if edition else list(waiting)
    if not chosen:
        raise IllegalMove(f"Nothing is scheduled for the story “{story}”.")
    for one in chosen:
        _call_off(one, by)
    for notice in _of_nothing(story, now):
        _call_off(notice, by)
    _date_anew(story, now)
    detail = {"edition": edition.pk, "was": edition.visible_from.isoformat()} if edition else {}
    events.record(story, Act.CALLED_OFF, by=by, from_state=story.state, detail=detail)


@transaction.atomic
def reschedule(edition: Edition, *, by: User, at: datetime) -> Edition:
    """Move an edition or notice that is to come to the aware time `at`, and give the new one.

    What it froze stays as it is, and so do the story's other editions to come. Raises
    `NotAllowed`, `BadTime`, `Embargoed`, and `IllegalMove` where it is not to come any more, or
    a withdrawal would find nothing to withdraw.
    """
    story, now = _begin(edition.story, by, None)
    _refuse_past(at, now)
    edition = _waiting(story, edition, now)
    if at == edition.visible_from:
        return edition
    if story.editions.to_come(now).filter(visible_from=at).exists():
        raise BadTime("Something starts for this story just then: choose another time.")
    periods.take_out(edition)
    _date_anew(story, now)
    moved = _put_again(story, edition, at)
    if notices := _of_nothing(story, now):
        raise IllegalMove(
            f"Readers would not see the story “{story}” at {in_words(notices[0].visible_from)},"
            " when it is to be withdrawn. Move the withdrawal too, or call it off."
        )
    corrections.move(story, edition.visible_from, at, by=by)
    _date_anew(story, now)
    detail = {
        "edition": moved.pk,
        "visible_from": at.isoformat(),
        "was": edition.visible_from.isoformat(),
    }
    events.record(story, Act.RESCHEDULED, by=by, from_state=story.state, detail=detail)
    return moved


@transaction.atomic
def restore(story: Story, *, by: User) -> Edition:
    """Undo the withdrawal: readers see the last edition again, as a new one, from now on.

    Raises `NotAllowed`, and `IllegalMove` if no notice stands in the story's place, or readers
    never saw what it was to replace.
    """
    story, now = _begin(story, by, None)
    if not story.editions.tombstones(now).exists():
        raise IllegalMove(f"The story “{story}” is not withdrawn: nothing to undo.")
    last = story.editions.began(now).order_by("visible_from").last()
    if last is None:
        raise IllegalMove(f"Readers never saw the story “{story}”: publish it instead.")
    _end(story, now, by)
    return _add(story, _again(last), by, now, change=Change.MINOR, act=Act.RESTORED)


def _begin(story: Story, by: User, at: datetime | None) -> tuple[Story, datetime]:
    """Lock the story, and only then read the clock, so that two acts have two times."""
    story = Story.objects.select_for_update().get(pk=story.pk)
    if not permissions.can_publish(by, story):
        raise NotAllowed(f"You may not publish or withdraw the story “{story}”.")
    now = timezone.now()
    if at is not None:
        _refuse_past(at, now)
    return story, at or now


def _refuse_past(at: datetime, now: datetime) -> None:
    if at < now:
        raise BadTime("This time has passed: choose a later one.")


def _waiting(story: Story, edition: Edition, now: datetime) -> Edition:
    found = story.editions.to_come(now).filter(pk=edition.pk).first()
    if found is None:
        raise IllegalMove(
            f"This is not to come any more for the story “{story}”: it is out, or somebody moved"
            " it or called it off. Open the story to see where it stands."
        )
    return found


def _of_nothing(story: Story, now: datetime) -> list[Edition]:
    """Give the withdrawals to come before which readers do not see the story."""
    return [
        notice
        for notice in story.editions.to_come(now).filter(kind=EditionKind.TOMBSTONE)
        if not story.editions.to_end(notice.visible_from).filter(kind=EditionKind.STORY).exists()
    ]


def _end(story: Story, start: datetime, by: User) -> None:
    for edition in story.editions.in_force_or_to_come(start):
        periods.set_until(edition, max(start, edition.visible_from))
        if edition.visible_from >= start:
            corrections.call_off(story, edition.visible_from, by=by)


def _call_off(edition: Edition, by: User) -> None:
    periods.take_out(edition)
    corrections.call_off(edition.story, edition.visible_from, by=by)


def _again(edition: Edition) -> Edition:
    """Give what the edition froze, unsaved and without times."""
    return Edition(
        kind=edition.kind,
        slug=edition.slug,
        headline=edition.headline,
        summary=edition.summary,
        section=edition.section,
        picture=edition.picture,
        content=edition.content,
        body_html=edition.body_html,
        public_note=edition.public_note,
    )


def _put_again(story: Story, edition: Edition, start: datetime) -> Edition:
    """Put what the edition froze, and who made it when, in its place from `start` on."""
    again = _again(edition)
    again.made_at, again.made_by = edition.made_at, edition.made_by
    again.visible_until = periods.make_room(story, start)
    return _put(story, again, start, _change_of(edition))


def _change_of(edition: Edition) -> Change:
    """Tell what the edition was to be for readers when it was made."""
    again = edition.published_at < edition.visible_from
    return Change.MINOR if again and edition.modified_at != edition.visible_from else Change.UPDATE


def _date_anew(story: Story, now: datetime) -> None:
    """Let editions to come that tell of one which does not come before them any more tell so."""
    for edition in story.editions.stories_to_come(now).order_by("visible_from"):
        told = edition.published_at, edition.modified_at
        if told != _dates(story, edition.visible_from, _change_of(edition)):
            periods.take_out(edition)
            _put_again(story, edition, edition.visible_from)


def _dates(story: Story, start: datetime, change: Change) -> tuple[datetime, datetime | None]:
    """Give when the story was first published, and when last changed, as of an edition then."""
    last = story.editions.began(start).exclude(visible_from=start).order_by("visible_from").last()
    if last is None:
        return start, None
    return last.published_at, last.modified_at if change is Change.MINOR else start


def _put(story: Story, edition: Edition, start: datetime, change: Change) -> Edition:
    if edition.kind == EditionKind.STORY:
        embargo.refuse_early(story, start)
    edition.story = story
    edition.published_at, edition.modified_at = _dates(story, start, change)
    edition.visible_from = start
    edition.save(force_insert=True)
    return edition


def _add(
    story: Story,
    edition: Edition,
    by: User,
    start: datetime,
    *,
    change: Change = Change.MINOR,
    act: Act | None = None,
) -> Edition:
    edition.made_at = now = timezone.now()
    edition.made_by = by
    _put(story, edition, start, change)
    detail = {"edition": edition.pk, "visible_from": start.isoformat()}
    if edition.kind == EditionKind.TOMBSTONE:
        act = Act.WITHDRAWN
    elif act is None:
        act = Act.SCHEDULED if start > now else Act.PUBLISHED
        if edition.published_at < start:
            detail["change"] = change
    events.record(story, act, by=by, from_state=story.state, detail=detail)
    return edition
