"""The periods of a story's versions: one ends where the next starts, and none overlap."""

from datetime import datetime

from articles.models import PublishedVersion, Story, in_force


def set_until(version: PublishedVersion, until: datetime | None) -> None:
    """Let the version end at the timezone-aware datetime `until`; None: not at all."""
    version.visible_until = until
    version.save(update_fields=["visible_until"])


def take_out(version: PublishedVersion) -> None:
    """Let nobody see the version, which is scheduled: what was to end when it starts goes on."""
    # Its end has changed if the one after it was taken out.
    version.refresh_from_db(fields=["visible_until"])
    before = version.story.published_versions.ending(version.visible_from).first()
    until = version.visible_until
    set_until(version, version.visible_from)
    if before:
        set_until(before, until)


def make_room(story: Story, start: datetime) -> datetime | None:
    """Let what is seen at the timezone-aware datetime `start` end then.

    Return when a version that starts at `start` must end; None: not at all.
    """
    current = story.published_versions.filter(in_force(start)).first()
    if current:
        until = current.visible_until
        set_until(current, start)
        return until
    following = story.published_versions.scheduled(start).order_by("visible_from").first()
    return following.visible_from if following else None
