"""What the templates of readers' pages may call (`templates/pages`, in Jinja)."""

from datetime import datetime
from functools import cache, lru_cache, partial
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.template.loader import get_template
from django.templatetags.static import static
from django.urls import reverse
from django.utils import formats, translation
from django.utils.html import format_html, format_html_join, linebreaks
from django.utils.safestring import SafeString, mark_safe
from jinja2 import Environment, StrictUndefined

from articles.body import figure_html, image_html
from articles.readers.listings.teasers import Teaser

#: In the order in which they apply.
STYLES = ("reset", "tokens", "base", "layout", "components", "utilities", "print")


def environment(**options: Any) -> Environment:
    """Give Jinja's environment, in which a name that is not known is an error."""
    made = Environment(**{**options, "undefined": StrictUndefined})  # noqa: S701 (Django's options escape)
    made.globals.update(
        language=translation.get_language,
        right_to_left=translation.get_language_bidi,
        image=image_html,
        lead_picture=partial(figure_html, lead=True),
        moment=moment,
        paragraphs=paragraphs,
        site_name=site_name,
        teaser=teaser,
        # Neither changes while the process runs, and each page asks.
        head_files=cache(head_files),
        url=cache(reverse),
    )
    return made


def head_files() -> SafeString:
    """Give the links of the site's icon and stylesheets, for the head of a page."""
    icon = format_html('<link rel="icon" href="{}" type="image/svg+xml">', static("icon.svg"))
    styles = format_html_join(
        "",
        '<link rel="stylesheet" href="{}"{}>',
        (
            (static(f"css/{name}.css"), mark_safe(' media="print"') if name == "print" else "")
            for name in STYLES
        ),
    )
    return icon + styles


def site_name() -> str:
    """Give the name of the newsroom."""
    name: str = settings.NEWSROOM_NAME
    return name


def teaser(story: Teaser, *, large: bool = False) -> SafeString:
    """Give a story as lists show it; `large` on top of the front page."""
    return _teaser(story, large, settings.TIME_ZONE, settings.LANGUAGE_CODE)


# After each write all lists are built anew, mostly of stories that did not change.
@lru_cache(maxsize=1024)
def _teaser(story: Teaser, large: bool, *_: str) -> SafeString:
    template: Any = get_template("articles/_teaser.html")
    html: str = template.template.module.teaser(story, large)
    return mark_safe(html)


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
        # Django's own format for the zone is empty in the hour that the clocks repeat.
        f"{formats.date_format(local, 'j F Y, H:i')} {local.tzname()}",
    )
