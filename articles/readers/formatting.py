"""Times and names as readers' pages print them, in the newsroom's language and time zone."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from itertools import groupby
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import formats, timezone, translation
from django.utils.html import format_html, linebreaks
from django.utils.safestring import SafeString, mark_safe
from markupsafe import Markup

from articles.core import format_time, format_time_in_full
from articles.readers.language import gettext
from articles.text import keeping


def moment(time: datetime) -> SafeString:
    """Return a `<time>` in the newsroom's zone, for people and (ISO 8601) for machines."""
    return _time(time, settings.TIME_ZONE, settings.LANGUAGE_CODE)


def short_moment(time: datetime) -> SafeString:
    """Return what `moment` does in fewer letters, for lists: the date as digits, no zone."""
    return _time(time, settings.TIME_ZONE, settings.LANGUAGE_CODE, "short")


def clock_time(time: datetime, at: datetime) -> SafeString:
    """Return the same without the date, where it is that of the page, made at `at`."""
    zone = ZoneInfo(settings.TIME_ZONE)
    is_today = time.astimezone(zone).date() == at.astimezone(zone).date()
    form = "clock" if is_today else "short"
    return _time(time, settings.TIME_ZONE, settings.LANGUAGE_CODE, form)


# Twenty in a list, and the newest on each page: most are printed again and again.
@lru_cache(maxsize=4096)
def _time(time: datetime, zone: str, language: str, form: str = "") -> SafeString:
    with translation.override(language), timezone.override(zone):
        local = timezone.localtime(time)
        day = formats.date_format(local, "SHORT_DATE_FORMAT")
        hour = formats.date_format(local, "TIME_FORMAT")
        shown = {"short": f"{day}, {hour}", "clock": hour}.get(form) or format_time(time)
        return format_html(
            '<time datetime="{}" title="{}" dir="auto">{}</time>',
            local.isoformat(timespec="seconds"),
            f"{formats.date_format(local, 'l')}, {format_time_in_full(time)}",
            shown,
        )


def today(time: datetime) -> SafeString:
    """Return the day of the timezone-aware datetime in the newsroom's zone, as a `<time>`."""
    with translation.override(settings.LANGUAGE_CODE), timezone.override(settings.TIME_ZONE):
        local = timezone.localtime(time)
        return format_html(
            '<time datetime="{}">{}, {}</time>',
            local.date().isoformat(),
            formats.date_format(local, "l"),
            formats.date_format(local, "DATE_FORMAT"),
        )


def date_in_words(day: date, form: str) -> str:
    """Return the date in the newsroom's language, as Django's format of this name or these letters.

    Return "" for no format.
    """
    with translation.override(settings.LANGUAGE_CODE):
        return formats.date_format(day, form) if form else ""


def years_between(time: datetime, at: datetime) -> int:
    """Return how many whole years have passed on the calendar of the newsroom's zone."""
    zone = ZoneInfo(settings.TIME_ZONE)
    then, now = time.astimezone(zone).date(), at.astimezone(zone).date()
    return now.year - then.year - ((now.month, now.day) < (then.month, then.day))


def byline(names: Sequence[tuple[str, str | None]]) -> Markup:
    """Return whose story it is, as in “By Ana, Ben and Cy · With agencies”; it names somebody.

    Each author has a name, and the path of their page ("" without one). Other words, which have
    None in its place, are printed as they are.
    """
    return _byline(tuple(names), settings.LANGUAGE_CODE)


@keeping(1024**2)
def _byline(names: tuple[tuple[str, str | None], ...], language: str) -> Markup:
    parts: list[Markup] = []
    for are_words, some in groupby(names, key=lambda one: one[1] is None):
        printed = [_name(name, url) for name, url in some]
        parts += printed if are_words else [_by(printed)]
    return Markup(" · ").join(parts)


def _by(authors: list[Markup]) -> Markup:
    *others, last = authors
    names = last
    if others:
        # Translators: stands between the names of authors.
        comma = gettext(", ")
        names = gettext("%(names)s and %(name)s", names=comma.join(others), name=last)
    return gettext("By %(names)s", names=names)


def _name(name: str, url: str | None) -> Markup:
    shown = Markup("<bdi>{}</bdi>").format(name)
    return Markup('<a rel="author" href="{}">{}</a>').format(url, shown) if url else shown


def paragraphs(text: str) -> SafeString:
    """Return plain text as paragraphs of HTML."""
    return mark_safe(linebreaks(text, autoescape=True))
