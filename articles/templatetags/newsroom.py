from datetime import datetime

from django import template
from django.conf import settings
from django.utils import formats, timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.body_html import PictureData, figure

register = template.Library()


@register.simple_tag
def site_name() -> str:
    """Give the name of the newsroom, on pages without any context too."""
    name: str = settings.NEWSROOM_NAME
    return name


@register.simple_tag
def lead_picture(picture: PictureData) -> SafeString:
    """Give the figure of a lead picture."""
    return figure(picture, lead=True)


@register.simple_tag
def moment(time: datetime) -> SafeString:
    """Give a `<time>` in the newsroom's zone, for people and (ISO 8601) for machines."""
    local = timezone.localtime(time)
    return format_html(
        '<time datetime="{}" dir="auto">{}</time>',
        local.isoformat(timespec="seconds"),
        formats.date_format(local, "j F Y, H:i T"),
    )
