"""A picture as lists and forms of the admin show it."""

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from articles.models import Picture


def thumbnail(picture: Picture | None) -> str | SafeString:
    """Return the picture, small, as HTML."""
    if picture is None or not picture.image:
        return gettext("None yet")
    return format_html('<img src="{}" alt="{}" width="160">', picture.image.thumb, picture.alt)
