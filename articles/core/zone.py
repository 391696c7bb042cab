"""Times as people read and type them, in the time zone of the person or the newsroom."""

from datetime import UTC, datetime, timedelta

from django.utils import formats, timezone
from django.utils.translation import gettext


def format_time(at: datetime) -> str:
    """Return the timezone-aware datetime as a clock in the active time zone shows it.

    The zone's short name follows, as in “1 September 2025, 14:00 CEST”.
    """
    local = timezone.localtime(at)
    return gettext("%(date)s, %(time)s %(zone)s") % {
        "date": formats.date_format(local, "DATE_FORMAT"),
        "time": formats.date_format(local, "TIME_FORMAT"),
        # Django's own format for the name is empty in the hour that the clocks repeat.
        "zone": local.tzname(),
    }


def format_time_in_full(at: datetime) -> str:
    """Return what `format_time` returns, with the zone's full name where that says more."""
    name = timezone.get_current_timezone_name()
    text = format_time(at)
    return text if text.endswith(f" {name}") else f"{text} ({name})"


def possible_times(typed: datetime) -> list[datetime]:
    """Return the times, in UTC, at which a clock in the active time zone shows the naive `typed`.

    Usually one; none in the hour that the clocks skip, two in the hour that they repeat.
    """
    zone = timezone.get_current_timezone()
    found = (typed.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    return sorted({at for at in found if at.astimezone(zone).replace(tzinfo=None) == typed})


def skipped_period(typed: datetime) -> tuple[datetime, datetime]:
    """Return the two naive times between which the clocks skip over the naive `typed`.

    The second one exists, and so does every time just before the first one.
    """
    zone = timezone.get_current_timezone()
    early, late = (typed.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (1, 0))
    before, after = early.astimezone(zone), late.astimezone(zone)
    jump = (after.utcoffset() or timedelta()) - (before.utcoffset() or timedelta())
    # The clocks jump at one second between the two.
    while late - early > timedelta(seconds=1):
        middle = early + timedelta(seconds=(late - early) // timedelta(seconds=2))
        if middle.astimezone(zone).utcoffset() == before.utcoffset():
            early = middle
        else:
            late = middle
    end = late.astimezone(zone).replace(tzinfo=None)
    return end - jump, end
