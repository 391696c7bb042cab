"""A time as people say it: how long ago, or which day."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils import formats, timezone
from django.utils.translation import gettext

from articles.core.zone import format_time

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def format_ago(at: datetime, now: datetime) -> str:
    """Return the timezone-aware `at` as people say it at `now`, in the active time zone.

    As in “12 min ago”, “in 5 min”, “today, 18:30”, “Mon, 06:00” and “1 September”.
    """
    passed = now - at
    if abs(passed) < MINUTE:
        return gettext("just now") if at <= now else gettext("in a moment")
    if abs(passed) < HOUR:
        text = gettext("%(count)s min ago") if passed > timedelta() else gettext("in %(count)s min")
        return text % {"count": abs(passed) // MINUTE}
    if HOUR <= passed < 6 * HOUR:
        return gettext("%(count)s h ago") % {"count": passed // HOUR}
    return _day_and_time(timezone.localtime(at), timezone.localtime(now))


def _day_and_time(at: datetime, now: datetime) -> str:
    days = (at.date() - now.date()).days
    if abs(days) >= 7:
        same_year = at.year == now.year
        return formats.date_format(at, "MONTH_DAY_FORMAT" if same_year else "DATE_FORMAT")
    texts = {
        -1: gettext("yesterday, %(time)s"),
        0: gettext("today, %(time)s"),
        1: gettext("tomorrow, %(time)s"),
    }
    text = texts.get(days, gettext("%(day)s, %(time)s"))
    clock = formats.date_format(at, "TIME_FORMAT")
    return text % {"day": formats.date_format(at, "D"), "time": clock}


def format_time_twice(at: datetime) -> str:
    """Return `at` in full in the active time zone, and in the newsroom's where that differs."""
    own, offset = format_time(at), timezone.localtime(at).utcoffset()
    with timezone.override(settings.TIME_ZONE):
        newsroom, differs = format_time(at), timezone.localtime(at).utcoffset() != offset
    if not differs:
        return own
    return gettext("%(time)s (in the newsroom: %(newsroom)s)") % {"time": own, "newsroom": newsroom}
