"""The event log of stories: the one place that writes to it."""

from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone

from articles.enums import Act
from articles.models import Event, Story


def record(
    story: Story,
    act: Act,
    *,
    by: User | None,
    from_state: str = "",
    why: str = "",
    detail: dict[str, Any] | None = None,
) -> Event:
    """Write down who did what, now; `by` is None where the newsroom itself acted."""
    return Event.objects.create(
        story=story,
        headline=story.headline,
        act=act,
        by=by,
        at=timezone.now(),
        from_state=from_state,
        to_state=story.state,
        why=why,
        detail=detail or {},
    )
