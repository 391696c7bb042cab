"""The calendar of what is scheduled: a week by the hour, or a month by the day."""

from __future__ import annotations

from calendar import Calendar
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import chain

from django.utils import formats, timezone
from django.utils.translation import gettext

from articles.core import possible_times
from articles.desk.schedule.entries import Entry

WEEK, MONTH = "week", "month"
#: The hour in which nights end; empty nights are folded.
MORNING = 6


@dataclass(frozen=True, slots=True)
class Slot:
    """An hour of a day, or with `hour` None the whole day, with what starts in it.

    `is_open` says whether something can still be scheduled for it, `exists` is false where the
    clocks skip it.
    """

    hour: int | None
    is_open: bool
    exists: bool = True
    #: The quarter of the hour in which it is now, from 0; None in any other hour.
    quarter: int | None = None
    entries: list[Entry] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Day:
    """A day with its slots; `is_other` says whether it is in the month before or after."""

    date: date
    is_today: bool
    is_other: bool
    slots: list[Slot]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is scheduled for it."""
        return all(entry.is_past for slot in self.slots for entry in slot.entries)

    @property
    def is_bare(self) -> bool:
        """Whether nothing is shown in it, not even what went out."""
        return not any(slot.entries for slot in self.slots)


@dataclass(frozen=True, slots=True)
class Page:
    """A week or a month, with a day of the one before and of the one after."""

    title: str
    days: list[Day]
    previous: date
    next: date
    #: The first hours of the day, if nothing is in them all week: they are folded.
    night: range = range(0)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is scheduled for it."""
        return all(day.is_empty for day in self.days)


def page(view: str, day: date, now: datetime, entries: list[Entry]) -> Page:
    """Return the week or month of this day, as of the timezone-aware datetime `now`."""
    if view == WEEK:
        dates = week_of(day)
        title = gettext("%(first)s to %(last)s") % {
            "first": formats.date_format(dates[0], "DATE_FORMAT"),
            "last": formats.date_format(dates[-1], "DATE_FORMAT"),
        }
        before, after = day - timedelta(days=7), day + timedelta(days=7)
    else:
        dates = list(chain.from_iterable(_weeks_of(day)))
        title = formats.date_format(day, "YEAR_MONTH_FORMAT")
        first = day.replace(day=1)
        before, after = first - timedelta(days=1), first + timedelta(days=31)
    today = timezone.localtime(now).date()
    days = {
        one: Day(
            date=one,
            is_today=one == today,
            is_other=view == MONTH and one.month != day.month,
            slots=_hours(one, now) if view == WEEK else [Slot(None, one >= today)],
        )
        for one in dates
    }
    for entry in entries:
        if found := days.get(entry.at.date()):
            found.slots[entry.at.hour if view == WEEK else 0].entries.append(entry)
    shown = list(days.values())
    return Page(title, shown, before, after, _night(shown) if view == WEEK else range(0))


def week_of(day: date) -> list[date]:
    """Return the seven days of its week, which begins on the day usual in the active language."""
    return next(week for week in _weeks_of(day) if day in week)


def _weeks_of(day: date) -> list[list[date]]:
    first = (int(formats.get_format("FIRST_DAY_OF_WEEK")) - 1) % 7
    return Calendar(first).monthdatescalendar(day.year, day.month)


def _night(days: list[Day]) -> range:
    hours = 0
    while hours < MORNING and not any(_has_something(day.slots[hours]) for day in days):
        hours += 1
    return range(hours) if hours > 1 else range(0)


def _has_something(slot: Slot) -> bool:
    return bool(slot.entries) or slot.quarter is not None


def _hours(day: date, now: datetime) -> list[Slot]:
    slots, here = [], timezone.localtime(now)
    for hour in range(24):
        times = possible_times(datetime.combine(day, time(hour, 59)))
        is_now = (day, hour) == (here.date(), here.hour)
        quarter = here.minute // 15 if is_now else None
        slots.append(Slot(hour, any(at > now for at in times), bool(times), quarter))
    return slots
