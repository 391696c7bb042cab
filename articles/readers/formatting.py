"""Times and names as readers' pages print them, in the newsroom's language and time zone."""

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache

from django.conf import settings
from django.utils import timezone, translation
from django.utils.html import format_html, linebreaks
from django.utils.safestring import SafeString, mark_safe
from markupsafe import Markup

from articles.core import format_time
from articles.readers.language import gettext


def moment(time: datetime) -> SafeString:
    """Return a `<time>` in the newsroom's zone, for people and (ISO 8601) for machines."""
    return _moment(time, settings.TIME_ZONE, settings.LANGUAGE_CODE)


# Twenty in a list, and the newest on each page: most are printed again and again.
@lru_cache(maxsize=4096)
def _moment(time: datetime, zone: str, language: str) -> SafeString:
    with translation.override(language), timezone.override(zone):
        return format_html(
            '<time datetime="{}" dir="auto">{}</time>',
            timezone.localtime(time).isoformat(timespec="seconds"),
            format_time(time),
        )


def byline(authors: Sequence[str]) -> Markup:
    """Return whose story it is, as in “By Ana, Ben and Cy”; there is at least one author."""
    return _byline(tuple(authors), settings.LANGUAGE_CODE)


@lru_cache(maxsize=1024)
def _byline(authors: tuple[str, ...], language: str) -> Markup:
    *others, last = (Markup("<bdi>{}</bdi>").format(author) for author in authors)
    names = last
    if others:
        # Translators: stands between the names of authors.
        comma = gettext(", ")
        names = gettext("%(names)s and %(name)s", names=comma.join(others), name=last)
    return gettext("By %(names)s", names=names)


def paragraphs(text: str) -> SafeString:
    """Return plain text as paragraphs of HTML."""
    return mark_safe(linebreaks(text, autoescape=True))
