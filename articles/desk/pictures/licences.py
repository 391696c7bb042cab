"""What the desk says of the licence of a picture: that it has ended, or when it will soon."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from articles.models import Picture, newsroom_day

#: A licence that ends within this many days gets a warning.
SOON = timedelta(days=30)


def has_ended(at: datetime) -> Q:
    """Return the condition for pictures whose licence has ended by the timezone-aware `at`."""
    return Q(licence_until__lt=newsroom_day(at))


def ends_soon(at: datetime) -> Q:
    """Return the condition for pictures whose licence holds at `at`, and ends within 30 days."""
    today = newsroom_day(at)
    return Q(licence_until__gte=today, licence_until__lte=today + SOON)


def licence_warning(picture: Picture, at: datetime) -> str:
    """Return that the licence has ended or ends within 30 days, and when; "" otherwise."""
    if picture.licence_until is None or picture.licence_until > newsroom_day(at) + SOON:
        return ""
    message = (
        gettext("Licence ended on %(day)s")
        if picture.licence_has_ended(at)
        else gettext("Licence ends on %(day)s")
    )
    return message % {"day": date_format(picture.licence_until)}


def licence_chip(picture: Picture, at: datetime) -> SafeString | str:
    """Return the warning as a chip; "" if there is none."""
    if not (warning := licence_warning(picture, at)):
        return ""
    state = "ended" if picture.licence_has_ended(at) else "ending"
    return format_html('<span class="chip" data-state="{}">{}</span>', state, warning)
