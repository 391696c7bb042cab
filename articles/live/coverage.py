"""Coverage of a live blog: started, ended, and started again."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from articles.core import Action, NewsroomError, NotAllowed, NotPossible, refuse
from articles.live import actions
from articles.models import LiveCoverage, Story
from articles.people import permissions
from articles.publishing import begin, next_period
from articles.stories import audit_log
from newsroom.accounts.models import User


def coverage_at(story: Story, at: datetime) -> LiveCoverage | None:
    """Return the period of coverage that holds at the timezone-aware datetime `at`.

    None if the story is not a live blog then.
    """
    return story.live_coverage.at(at).first()


def check_start_coverage(
    story: Story, coverage: LiveCoverage | None, *, by: User
) -> NewsroomError | None:
    """Return why `by` cannot start live coverage in the story; None if it is possible.

    `coverage` is what holds now.
    """
    if refusal := _check_permission(story, by=by):
        return refusal
    if coverage and coverage.is_running:
        return NotPossible(gettext("Live coverage is already running."))
    return None


def check_end_coverage(
    story: Story, coverage: LiveCoverage | None, *, by: User
) -> NewsroomError | None:
    """Return why `by` cannot end the live coverage of the story; None if it is possible.

    `coverage` is what holds now.
    """
    if refusal := _check_permission(story, by=by):
        return refusal
    if coverage is None or not coverage.is_running:
        return NotPossible(gettext("No live coverage is running."))
    return None


@transaction.atomic
def start_coverage(story: Story, *, by: User) -> LiveCoverage:
    """Make the story a live blog, or let its coverage go on. Raise `NotAllowed`, `NotPossible`."""
    now = begin(story)
    refuse(check_start_coverage(now.story, coverage_at(now.story, now.at), by=by))
    return _keep(now.story, actions.COVERAGE_STARTED, by, is_running=True)


@transaction.atomic
def end_coverage(story: Story, *, by: User) -> LiveCoverage:
    """End the live coverage; the entries stay. Raise `NotAllowed`, `NotPossible`."""
    now = begin(story)
    refuse(check_end_coverage(now.story, coverage_at(now.story, now.at), by=by))
    return _keep(now.story, actions.COVERAGE_ENDED, by, is_running=False)


def _keep(story: Story, action: Action, by: User, *, is_running: bool) -> LiveCoverage:
    made = LiveCoverage(story=story, is_running=is_running)
    ended, _ = next_period(LiveCoverage.objects.filter(story=story).newest(), made)
    if ended:
        ended.save(update_fields=["valid_until"])
    made.save(force_insert=True)
    audit_log.record(story, action, by=by)
    return made


def _check_permission(story: Story, *, by: User) -> NotAllowed | None:
    if permissions.can_publish(by, story):
        return None
    return NotAllowed(
        gettext("You may not start or end the live coverage of “%(story)s”.") % {"story": story}
    )
