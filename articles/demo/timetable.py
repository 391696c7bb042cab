"""Times as the files of the demo newsroom write them: “3d 08:15”, “5h 40m”."""

import re
from datetime import datetime, time, timedelta

from django.utils import timezone

_PART = re.compile(r"(\d+)(d|h|m)|(\d\d):(\d\d)")


def duration(text: str) -> timedelta:
    """Return the length of “1d 2h 30m”. Raise ValueError if it is not one."""
    days, at = _read(text)
    if at:
        raise ValueError(f"“{text}” names a time of day.")
    return days


def before(now: datetime, text: str) -> datetime:
    """Return when “3d 08:15” was, in the newsroom's zone, or what was “5h” before now."""
    days, at = _read(text)
    return _on(now - days, at) if at else now - days


def after(now: datetime, text: str) -> datetime:
    """Return when “3d 08:15” will be, in the newsroom's zone, or what will be “5h” after now."""
    days, at = _read(text)
    return _on(now + days, at) if at else now + days


def _read(text: str) -> tuple[timedelta, time | None]:
    length, at = timedelta(), None
    for part in text.split():
        found = _PART.fullmatch(part)
        if found is None:
            raise ValueError(f"“{text}” is no time.")
        if found[1]:
            unit = {"d": "days", "h": "hours", "m": "minutes"}[found[2]]
            length += timedelta(**{unit: int(found[1])})
        else:
            at = time(int(found[3]), int(found[4]))
    return length, at


def _on(day: datetime, at: time) -> datetime:
    local = timezone.localtime(day, timezone.get_default_timezone())
    return local.replace(hour=at.hour, minute=at.minute, second=0, microsecond=0)
