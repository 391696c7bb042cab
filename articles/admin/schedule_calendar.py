"""The calendar of what is to come: a week by the hour, or a month by the day."""

from __future__ import annotations

from calendar import Calendar
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import chain

from django.utils import formats, timezone

from articles import zone
from articles.enums import EditionKind
from articles.models import Edition

WEEK, MONTH = "week", "month"


@dataclass(frozen=True, slots=True)
class Entry:
    """An edition or notice to come; `at` is when, in the newsroom's zone."""

    edition: Edition
    at: datetime
    may_move: bool

    @property
    def clock(self) -> str:
        """What the clock shows then, with the zone's short name."""
        return f"{self.at:%H:%M} {self.at.tzname()}"

    @property
    def kind(self) -> str:
        """What it is for readers."""
        if self.edition.kind == EditionKind.TOMBSTONE:
            return "Withdrawal"
        return str(self.edition.change.label).capitalize() if self.edition.change else "New"


@dataclass(frozen=True, slots=True)
class Slot:
    """An hour of a day, or with `hour` None the whole day, with what starts in it.

    `is_open` tells that something can still be moved there.
    """

    hour: int | None
    is_open: bool
    exists: bool = True
    entries: list[Entry] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Day:
    """A day with its slots; `other` tells that it is of the month before or after."""

    date: date
    is_today: bool
    other: bool
    slots: list[Slot]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is to come on it."""
        return not any(slot.entries for slot in self.slots)


@dataclass(frozen=True, slots=True)
class Page:
    """A week or a month, with a day of the one before and of the one after."""

    title: str
    days: list[Day]
    earlier: date
    later: date

    @property
    def is_empty(self) -> bool:
        """Whether nothing is to come in it."""
        return all(day.is_empty for day in self.days)


def page(view: str, day: date, now: datetime, entries: list[Entry]) -> Page:
    """Give the week or month of this day in the newsroom's zone, as of the aware time `now`."""
    weeks = Calendar((int(formats.get_format("FIRST_DAY_OF_WEEK")) - 1) % 7).monthdatescalendar(
        day.year, day.month
    )
    if view == WEEK:
        dates = next(week for week in weeks if day in week)
        title = f"{_shown(dates[0])} to {_shown(dates[-1])}"
        earlier, later = day - timedelta(days=7), day + timedelta(days=7)
    else:
        dates = list(chain.from_iterable(weeks))
        title = formats.date_format(day, "F Y")
        first = day.replace(day=1)
        earlier, later = first - timedelta(days=1), first + timedelta(days=31)
    today = timezone.localtime(now).date()
    days = {
        one: Day(
            date=one,
            is_today=one == today,
            other=view == MONTH and one.month != day.month,
            slots=_hours(one, now) if view == WEEK else [Slot(None, one >= today)],
        )
        for one in dates
    }
    for entry in entries:
        if found := days.get(entry.at.date()):
            found.slots[entry.at.hour if view == WEEK else 0].entries.append(entry)
    return Page(title, list(days.values()), earlier, later)


def _hours(day: date, now: datetime) -> list[Slot]:
    slots = []
    for hour in range(24):
        moments = zone.moments(datetime.combine(day, time(hour, 59)))
        slots.append(Slot(hour, any(at > now for at in moments), bool(moments)))
    return slots


def _shown(day: date) -> str:
    return formats.date_format(day, "j F Y")
