"""The periods of a story's editions: one ends where the next starts, and none overlap."""

from datetime import datetime

from articles.models import Edition, Story
from articles.querysets import in_force


def set_until(edition: Edition, until: datetime | None) -> None:
    """Let the edition end at the aware time `until`, or not at all."""
    edition.visible_until = until
    edition.save(update_fields=["visible_until"])


def take_out(edition: Edition) -> None:
    """Let nobody see the edition, which is to come: what was to end when it starts goes on."""
    # Its end has changed if the one after it was taken out.
    edition.refresh_from_db(fields=["visible_until"])
    before = edition.story.editions.to_end(edition.visible_from).first()
    until = edition.visible_until
    set_until(edition, edition.visible_from)
    if before:
        set_until(before, until)


def make_room(story: Story, start: datetime) -> datetime | None:
    """Let what is seen at the aware time `start` end then; give when one that starts then ends."""
    standing = story.editions.filter(in_force(start)).first()
    if standing:
        until = standing.visible_until
        set_until(standing, start)
        return until
    following = story.editions.to_come(start).order_by("visible_from").first()
    return following.visible_from if following else None
