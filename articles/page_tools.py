"""What the templates of readers' pages may call (`templates/pages`, in Jinja)."""

from datetime import datetime
from functools import cache, lru_cache, partial
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils import formats, translation
from django.utils.html import format_html, linebreaks
from django.utils.safestring import SafeString, mark_safe
from jinja2 import Environment, StrictUndefined

from articles.body_html import figure, image


def environment(**options: Any) -> Environment:
    """Give Jinja's environment, in which a name that is not known is an error."""
    made = Environment(**{**options, "undefined": StrictUndefined})  # noqa: S701 (Django's options escape)
    made.globals.update(
        language=translation.get_language,
        right_to_left=translation.get_language_bidi,
        image=image,
        lead_picture=partial(figure, lead=True),
        moment=moment,
        paragraphs=paragraphs,
        site_name=site_name,
        # Neither changes while the process runs, and a page asks a dozen times.
        static=cache(static),
        url=cache(reverse),
    )
    return made


def site_name() -> str:
    """Give the name of the newsroom."""
    name: str = settings.NEWSROOM_NAME
    return name


def paragraphs(text: str) -> SafeString:
    """Give plain text as paragraphs of HTML."""
    return mark_safe(linebreaks(text, autoescape=True))


def moment(time: datetime) -> SafeString:
    """Give a `<time>` in the newsroom's zone, for people and (ISO 8601) for machines."""
    return _moment(time, settings.TIME_ZONE, settings.LANGUAGE_CODE)


# Twenty in a list, and the newest on each page: most are printed again and again.
@lru_cache(maxsize=4096)
def _moment(time: datetime, zone: str, language: str) -> SafeString:
    local = time.astimezone(ZoneInfo(zone))
    return format_html(
        '<time datetime="{}" dir="auto">{}</time>',
        local.isoformat(timespec="seconds"),
        formats.date_format(local, "j F Y, H:i T"),
    )
