"""Stories that could be scheduled now: offered where somebody chooses a time in the calendar."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Exists, OuterRef

from articles.models import PublishedVersion, Story, WorkflowState
from articles.people import permissions
from newsroom.accounts.models import User

#: At most this many are offered.
MOST = 20
#: They are looked for among the stories changed last: the whole archive is ready, too.
NEWEST = 500


def ready_stories(by: User, now: datetime) -> list[Story]:
    """Return the stories that are ready, with changes not published yet, the last changed first.

    `now` is timezone-aware. The list is empty if the user may not publish.
    """
    if not permissions.can_publish(by, Story()):
        return []
    newest = Story.objects.order_by("-changed_at", "-pk").values("pk")[:NEWEST]
    as_it_is = PublishedVersion.objects.in_force_or_scheduled(now).filter(
        story=OuterRef("pk"), made_at__gte=OuterRef("changed_at")
    )
    found = Story.objects.filter(~Exists(as_it_is), pk__in=newest, state=WorkflowState.READY)
    found = found.select_related("section").defer("body")
    return list(found.order_by("-changed_at", "-pk")[:MOST])
