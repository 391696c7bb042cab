"""The published forms of an entry in time: one ends where the next starts."""

from datetime import datetime

from articles.live.situation import EntrySituation
from articles.models import EntryVersion


def set_until(version: EntryVersion, until: datetime | None) -> None:
    """Let the form end at the timezone-aware datetime `until`; None: not at all."""
    version.visible_until = until
    version.save(update_fields=["visible_until"])


def make_room(now: EntrySituation, start: datetime) -> None:
    """Unschedule what is scheduled, and end what readers see at `start`."""
    take_off(now)
    if now.live:
        set_until(now.live, start)


def take_off(now: EntrySituation) -> None:
    """Unschedule what is scheduled; what readers see goes on."""
    if scheduled := now.scheduled:
        set_until(scheduled, scheduled.visible_from)
        if now.live:
            set_until(now.live, None)
