"""A picture as lists and forms of the admin show it."""

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from articles.models import Picture


def thumbnail(picture: Picture | None) -> str | SafeString:
    """Return the picture, small, as HTML; what became of it if it is gone."""
    if picture is None or picture.pk is None:
        return gettext("None yet")
    if picture.taken_down_at:
        return gettext("Taken down: %(reason)s") % {"reason": picture.taken_down_reason}
    if picture.is_gone:
        return gettext("Its file is missing")
    html = '<img src="{}" alt="{}" width="{}" loading="lazy">'
    return format_html(html, picture.url(320), picture.alt, min(160, picture.width or 160))
