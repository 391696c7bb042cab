"""Times in the admin's templates."""

from datetime import datetime

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.core import format_time

register = template.Library()


@register.filter
def moment(at: datetime) -> SafeString:
    """Return a `<time>` in the active time zone, for people and (ISO 8601) for machines."""
    local = timezone.localtime(at)
    return format_html(
        '<time datetime="{}">{}</time>', local.isoformat(timespec="seconds"), format_time(at)
    )
