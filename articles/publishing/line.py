"""A story's line of editions: what is put into it, and what is taken out."""

from datetime import datetime

from django.contrib.auth.models import User
from django.utils import timezone

from articles import corrections, embargo, events, periods
from articles.enums import Act, Change, EditionKind
from articles.models import Edition, Story


def add(
    story: Story,
    edition: Edition,
    by: User,
    start: datetime,
    *,
    change: Change = Change.MINOR,
    act: Act | None = None,
) -> Edition:
    """Put a new edition or notice into the line from the aware time `start` on, and log it.

    Raises `Embargoed`.
    """
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


def copy_of(edition: Edition) -> Edition:
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


def put_again(story: Story, edition: Edition, start: datetime) -> Edition:
    """Put what the edition froze, and who made it when, in its place from `start` on."""
    again = copy_of(edition)
    again.made_at, again.made_by = edition.made_at, edition.made_by
    again.visible_until = periods.make_room(story, start)
    return _put(story, again, start, edition.change or Change.UPDATE)


def end_all(story: Story, start: datetime, by: User) -> None:
    """End what is seen at the aware time `start`, and call off all that was to start later."""
    for edition in story.editions.in_force_or_to_come(start).order_by("-visible_from"):
        periods.set_until(edition, max(start, edition.visible_from))
        if edition.visible_from >= start:
            _called_off(story, edition, by)


def take_off(story: Story, edition: Edition, by: User) -> None:
    """Take out what is to come, with its notes; what was to end when it starts goes on."""
    periods.take_out(edition)
    _called_off(story, edition, by)


def date_anew(story: Story, now: datetime) -> None:
    """Let editions to come that tell of one which does not come before them any more tell so."""
    for edition in story.editions.stories_to_come(now).order_by("visible_from"):
        told = edition.published_at, edition.modified_at
        if told != _dates(story, edition.visible_from, edition.change or Change.UPDATE):
            periods.take_out(edition)
            put_again(story, edition, edition.visible_from)


def _called_off(story: Story, edition: Edition, by: User) -> None:
    corrections.call_off(story, edition.visible_from, by=by)
    detail = {"edition": edition.pk, "was": edition.visible_from.isoformat()}
    events.record(story, Act.CALLED_OFF, by=by, from_state=story.state, detail=detail)


def _put(story: Story, edition: Edition, start: datetime, change: Change) -> Edition:
    if edition.kind == EditionKind.STORY:
        embargo.refuse_early(story, start)
    edition.story = story
    edition.published_at, edition.modified_at = _dates(story, start, change)
    edition.visible_from = start
    edition.save(force_insert=True)
    return edition


def _dates(story: Story, start: datetime, change: Change) -> tuple[datetime, datetime | None]:
    """Give when the story was first published, and when last changed, as of an edition then."""
    last = story.editions.began(start).exclude(visible_from=start).order_by("visible_from").last()
    if last is None:
        return start, None
    return last.published_at, last.modified_at if change is Change.MINOR else start
