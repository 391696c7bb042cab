"""Times that people often choose for a story, so that a click sets them."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.utils import formats, timezone
from django.utils.translation import gettext

from articles.core import possible_times

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
#: When a morning’s stories appear.
MORNING = time(6)
MONDAY = 0


@dataclass(frozen=True, slots=True)
class QuickTime:
    """A time to choose: its label, and the naive time `at` on the clock of the active zone."""

    label: str
    at: datetime


def quick_times(now: datetime) -> list[QuickTime]:
    """Return the next full hour of today, the next morning, and the morning of Monday.

    `now` is timezone-aware; the times are those of the active time zone. Times that do not exist,
    or exist twice, because the clocks change are left out.
    """
    here = timezone.localtime(now).replace(tzinfo=None)
    hour = here.replace(minute=0, second=0, microsecond=0) + HOUR
    morning = datetime.combine(here.date() + DAY, MORNING)
    monday = morning + (MONDAY - morning.weekday()) % 7 * DAY
    found = [QuickTime(gettext("Today, %(time)s"), hour)] if hour.date() == here.date() else []
    found.append(QuickTime(gettext("Tomorrow, %(time)s"), morning))
    if monday != morning:
        found.append(QuickTime(gettext("Monday, %(time)s"), monday))
    return [
        QuickTime(one.label % {"time": formats.time_format(one.at, "TIME_FORMAT")}, one.at)
        for one in found
        if len(possible_times(one.at)) == 1
    ]
