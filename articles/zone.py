"""Times in the newsroom's zone: in words, and from what people type there."""

from datetime import UTC, datetime, timedelta

from django.utils import formats, timezone


def shown(at: datetime) -> str:
    """Give the aware time as a clock in the newsroom shows it, with the zone's short name."""
    local = timezone.localtime(at)
    # Django's own format for the name is empty in the hour that the clocks repeat.
    return f"{formats.date_format(local, 'j F Y, H:i')} {local.tzname()}"


def in_words(at: datetime) -> str:
    """Give what `shown` gives, with the zone's full name where that says more."""
    name = timezone.get_current_timezone_name()
    words = shown(at)
    return words if words.endswith(f" {name}") else f"{words} ({name})"


def moments(typed: datetime) -> list[datetime]:
    """Give the aware times, in UTC, at which a clock in the newsroom shows the naive `typed`.

    There is one; none in the hour that the clocks skip, two in the hour that they repeat.
    """
    zone = timezone.get_current_timezone()
    found = (typed.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    return sorted({at for at in found if at.astimezone(zone).replace(tzinfo=None) == typed})


def skipped(typed: datetime) -> tuple[datetime, datetime]:
    """Give between which two naive times the clocks skip over the naive `typed`.

    The second one exists, and all before the first one.
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
