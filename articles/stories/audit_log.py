"""The audit log of stories: the one place that writes to it."""

from typing import Any

from django.utils import timezone

from articles.core import Action
from articles.models import AuditEntry, Story
from newsroom.accounts.models import User


def record(
    story: Story,
    action: Action,
    *,
    by: User | None,
    from_state: str | None = None,
    reason: str = "",
    detail: dict[str, Any] | None = None,
) -> AuditEntry:
    """Write down who did what, now, and return the entry.

    `by` is None where the newsroom itself acted; `from_state` is the workflow state before, None
    if it has not changed. `detail` is JSON, with times in ISO 8601.
    """
    return AuditEntry.objects.create(
        story=story,
        headline=story.headline,
        action=action.code,
        by=by,
        at=timezone.now(),
        from_state=story.state if from_state is None else from_state,
        to_state=story.state,
        reason=reason,
        detail=detail or {},
    )
