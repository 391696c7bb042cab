"""A time and a state as HTML, wherever the desk shows one: in lists and in templates."""

from datetime import datetime

from django.db.models import Choices
from django.utils import formats, timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from articles.core.ago import format_ago, format_time_twice


def time_ago(at: datetime, now: datetime) -> SafeString:
    """Return a `<time>` as people say it at `now`, as in “12 min ago”; `title` has it in full."""
    return _with_full_time(at, format_ago(at, now))


def time_of_day(at: datetime) -> SafeString:
    """Return a `<time>` with the hour and minute alone; `title` has it in full."""
    return _with_full_time(at, formats.date_format(timezone.localtime(at), "TIME_FORMAT"))


def _with_full_time(at: datetime, words: str) -> SafeString:
    return format_html(
        '<time datetime="{}" title="{}">{}</time>',
        timezone.localtime(at).isoformat(timespec="seconds"),
        format_time_twice(at),
        words,
    )


def state_chip(state: Choices) -> SafeString:
    """Return a chip: the state's word, with a shape and a colour."""
    # The shape is drawn by components/chips.css, from the same name as the colour.
    return format_html(
        '<span class="chip" data-state="{}">{}</span>', state.value, capfirst(str(state.label))
    )
