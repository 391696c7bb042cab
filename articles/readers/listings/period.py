"""Years, months and days of the newsroom's calendar, by which the archive is read."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse

from articles.models import PublishedVersion, PublishedVersionQuerySet
from articles.readers.formatting import date_in_words

PAGES = ("archive", "archive_year", "archive_month", "archive_day")
FORMATS = ("", "Y", "YEAR_MONTH_FORMAT", "DATE_FORMAT")
#: Among others of the period around it.
SHORT_FORMATS = ("", "Y", "F", "j")


class Period(NamedTuple):
    """Some numbers of a date: none for all time, then year, month and day."""

    numbers: tuple[int, ...] = ()

    @property
    def first(self) -> date:
        """Its first day. Raise ValueError if there is no such period."""
        year, month, day = (*self.numbers, *(1, 1, 1)[len(self.numbers) :])
        return date(year, month, day)

    @property
    def after(self) -> date:
        """The first day after it. Raise OverflowError at the end of the calendar."""
        first, length = self.first, len(self.numbers)
        if length == 0:
            return date.max
        if length == 3:
            return first + timedelta(days=1)
        days = 366 if length == 1 else 31
        return (first + timedelta(days=days)).replace(day=1)

    @property
    def url(self) -> str:
        """The path of its page."""
        return reverse(f"articles:{PAGES[len(self.numbers)]}", args=self.numbers)

    @property
    def name(self) -> str:
        """What readers call it."""
        return date_in_words(self.first, FORMATS[len(self.numbers)])

    @property
    def short_name(self) -> str:
        """What it is called among others of the period around it."""
        return date_in_words(self.first, SHORT_FORMATS[len(self.numbers)])

    @property
    def around(self) -> list["Period"]:
        """The periods in which it lies, the longest first."""
        return [Period(self.numbers[:length]) for length in range(1, len(self.numbers))]


def stories_in(period: Period, at: datetime) -> PublishedVersionQuerySet:
    """Return what readers see at `at` of what was first published in the period, newest first."""
    return (
        PublishedVersion.objects.visible(at)
        .filter(published_at__gte=_start(period.first), published_at__lt=_start(period.after))
        .newest_first()
    )


def parts_with_stories(period: Period, at: datetime) -> Iterator[Period]:
    """Yield the years, months or days in the period that have stories at `at`, the last first.

    It takes a query for each, which reads one row of an index, and one more.
    """
    left, length = stories_in(period, at), len(period.numbers) + 1
    while newest := left.values_list("published_at", flat=True).first():
        day = newest.astimezone(ZoneInfo(settings.TIME_ZONE))
        part = Period((day.year, day.month, day.day)[:length])
        yield part
        left = left.filter(published_at__lt=_start(part.first))


def _start(day: date) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(settings.TIME_ZONE))
