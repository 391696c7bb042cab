"""The periods of fronts, and of breaking news: one ends where the next starts, and none overlap."""

from datetime import datetime

from articles.models import BreakingNews, Front, FrontQuerySet


def make_room(periods: FrontQuerySet, start: datetime) -> datetime | None:
    """Let what holds at the timezone-aware datetime `start` end then; `periods` are of one thing.

    Return when what starts at `start` must end; None: not at all.
    """
    current = periods.at(start).first()
    if current:
        until = current.valid_until
        set_until(current, start)
        return until
    following = periods.scheduled(start).first()
    return following.valid_from if following else None


def take_out(periods: FrontQuerySet, scheduled: Front) -> None:
    """Cancel a scheduled one: what was to end when it starts goes on."""
    before = periods.with_length().filter(valid_until=scheduled.valid_from).first()
    until = scheduled.valid_until
    set_until(scheduled, scheduled.valid_from)
    if before:
        set_until(before, until)


def set_until(period: Front | BreakingNews, until: datetime | None) -> None:
    """Let the period end at the timezone-aware datetime `until`; None: not at all."""
    period.valid_until = until
    period.save(update_fields=["valid_until"])
