"""A picture as lists and forms of the admin show it."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.models import Picture


def thumbnail(picture: Picture | None) -> str | SafeString:
    """Give the picture, small, as HTML."""
    if picture is None or not picture.image:
        return "None yet"
    return format_html('<img src="{}" alt="{}" width="160">', picture.image.thumb, picture.alt)
