"""Move or call off what is to come."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from articles import corrections, events, periods
from articles.enums import Act, EditionKind
from articles.exceptions import BadTime, IllegalMove
from articles.models import Edition, Story
from articles.publishing.line import date_anew, put_again, take_off
from articles.publishing.start import begin, refuse_past
from articles.zone import in_words


@transaction.atomic
def call_off(story: Story, *, by: User, edition: Edition | None = None) -> None:
    """Call off this edition or notice, or all that was to start later; what is seen now goes on.

    A withdrawal that would find nothing to withdraw is called off too. Raises `NotAllowed`, and
    `IllegalMove` if nothing is scheduled or the edition is not to come.
    """
    story, now = begin(story, by, None)
    waiting = story.editions.to_come(now).order_by("-visible_from")
    chosen = [_waiting(story, edition, now)] if edition else list(waiting)
    if not chosen:
        raise IllegalMove(f"Nothing is scheduled for the story “{story}”.")
    for one in chosen:
        take_off(story, one, by)
    for notice in _of_nothing(story, now):
        take_off(story, notice, by)
    date_anew(story, now)


@transaction.atomic
def reschedule(edition: Edition, *, by: User, at: datetime) -> Edition:
    """Move an edition or notice that is to come to the aware time `at`, and give the new one.

    What it froze stays as it is, and so do the story's other editions to come. Raises
    `NotAllowed`, `BadTime`, `Embargoed`, and `IllegalMove` where it is not to come any more, or
    a withdrawal would find nothing to withdraw.
    """
    story, now = begin(edition.story, by, None)
    refuse_past(at, now)
    edition = _waiting(story, edition, now)
    if at == edition.visible_from:
        return edition
    if story.editions.to_come(now).filter(visible_from=at).exists():
        raise BadTime("Something starts for this story just then: choose another time.")
    periods.take_out(edition)
    date_anew(story, now)
    moved = put_again(story, edition, at)
    if notices := _of_nothing(story, now):
        raise IllegalMove(
            f"Readers would not see the story “{story}” at {in_words(notices[0].visible_from)},"
            " when it is to be withdrawn. Move the withdrawal too, or call it off."
        )
    corrections.move(story, edition.visible_from, at, by=by)
    date_anew(story, now)
    detail = {
        "edition": moved.pk,
        "visible_from": at.isoformat(),
        "was": edition.visible_from.isoformat(),
    }
    events.record(story, Act.RESCHEDULED, by=by, from_state=story.state, detail=detail)
    return moved


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
