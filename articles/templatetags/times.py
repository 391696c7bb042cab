"""Times in the admin's templates."""

from datetime import datetime, timedelta

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from articles.core import format_time, time_ago, time_of_day

register = template.Library()


@register.filter
def moment(at: datetime) -> SafeString:
    """Return a `<time>` in the active time zone, for people and (ISO 8601) for machines."""
    local = timezone.localtime(at)
    return format_html(
        '<time datetime="{}">{}</time>', local.isoformat(timespec="seconds"), format_time(at)
    )


@register.filter
def ago(at: datetime, now: datetime) -> SafeString:
    """Return a `<time>` as people say it at `now`, as in “12 min ago”; `title` has it in full."""
    return time_ago(at, now)


@register.filter
def clock_time(at: datetime) -> SafeString:
    """Return a `<time>` with the hour and minute alone; `title` has it in full."""
    return time_of_day(at)


@register.filter
def span(time: timedelta | None) -> str:
    """Return how long something took, as in “2 h 5 min”; "" for None."""
    if time is None:
        return ""
    minutes = round(time.total_seconds() / 60)
    hours, days = minutes // 60, minutes // (24 * 60)
    if days:
        return gettext("%(days)s d %(hours)s h") % {"days": days, "hours": hours % 24}
    if hours:
        return gettext("%(hours)s h %(minutes)s min") % {"hours": hours, "minutes": minutes % 60}
    return gettext("%(minutes)s min") % {"minutes": minutes}
