"""The audit log of stories, and of the site: the one place that writes to it."""

from collections.abc import Iterable
from typing import Any

from articles.core import Action, Subject, clock
from articles.models import OF_NO_STORY, AuditEntry, LastAction, Story
from articles.stories import notices
from articles.stories.actions import DEMO_FILLED
from newsroom.accounts.models import User

#: What counts as the last action on a story: a decision on a link says nothing about its progress.
TOLD = frozenset({Subject.WORKING_COPY, Subject.PUBLICATION, Subject.CORRECTION, Subject.LIVE_BLOG})


def record(
    story: Story,
    action: Action,
    *,
    by: User | None,
    from_state: str | None = None,
    reason: str = "",
    detail: dict[str, Any] | None = None,
) -> AuditEntry:
    """Write down who did what, now, tell those whom it concerns, and return the entry.

    `by` is None where the newsroom itself acted; `from_state` is the workflow state before, None
    if it has not changed. `detail` is JSON, with times in ISO 8601.
    """
    entry = _entry(story, action, by, from_state, reason, detail)
    entry.save(force_insert=True)
    if action.subject in TOLD and action != DEMO_FILLED:
        LastAction.objects.filter(story=story.pk, at__lte=entry.at).update(entry=entry, at=entry.at)
    notices.tell_of_action(story, entry)
    return entry


def record_each(
    story: Story, action: Action, details: Iterable[dict[str, Any]], *, by: User | None
) -> None:
    """Write down one action on many parts of the story, each with its detail, by one query.

    It concerns nobody: nobody is told.
    """
    AuditEntry.objects.bulk_create(
        _entry(story, action, by, None, "", detail) for detail in details
    )


def record_of_site(
    name: str, action: Action, *, by: User | None, detail: dict[str, Any]
) -> AuditEntry:
    """Write down what somebody did to the site, such as to its front page; `name` says to what."""
    entry = AuditEntry(
        story_id=OF_NO_STORY, headline=name, action=action.code, by=by, detail=detail
    )
    entry.at = clock.now()
    entry.save(force_insert=True)
    return entry


def _entry(
    story: Story,
    action: Action,
    by: User | None,
    from_state: str | None,
    reason: str,
    detail: dict[str, Any] | None,
) -> AuditEntry:
    return AuditEntry(
        story=story,
        headline=story.headline,
        action=action.code,
        by=by,
        at=clock.now(),
        from_state=story.state if from_state is None else from_state,
        to_state=story.state,
        reason=reason,
        detail=detail or {},
    )
