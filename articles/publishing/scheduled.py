"""What is scheduled for a story."""

from datetime import datetime

from django.utils.translation import gettext

from articles.core import NotPossible
from articles.models import PublishedVersion, Story, VersionKind


def still_scheduled(story: Story, version: PublishedVersion, now: datetime) -> PublishedVersion:
    """Return the version as it is stored now. Raise `NotPossible` if it is not scheduled."""
    found = story.published_versions.scheduled(now).filter(pk=version.pk).first()
    if found is None:
        raise NotPossible(
            gettext(
                "This is no longer scheduled for the story “%(story)s”: it has been published, or"
                " somebody rescheduled or cancelled it. Open the story to see its current state."
            )
            % {"story": story}
        )
    return found


def pointless_withdrawals(story: Story, now: datetime) -> list[PublishedVersion]:
    """Return the scheduled withdrawals before which readers do not see the story."""
    return [
        notice
        for notice in story.published_versions.scheduled(now).filter(kind=VersionKind.WITHDRAWAL)
        if not story.published_versions.ending(notice.visible_from)
        .filter(kind=VersionKind.STORY)
        .exists()
    ]
