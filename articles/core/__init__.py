"""Times, errors, locking and the registry of actions: what every room uses."""

from articles.core import clock
from articles.core.actions import Action, Subject, action_label, register, registered_actions
from articles.core.ago import format_ago, format_time_twice
from articles.core.compression import compress, expand
from articles.core.counted import MOST_COUNTED, count_label
from articles.core.cursor import read_cursor, write_cursor
from articles.core.errors import (
    BadTime,
    Damaged,
    EditConflict,
    Embargoed,
    Gone,
    NeedsSecondPerson,
    NewsroomError,
    NotAllowed,
    NotPossible,
    NotReady,
    SlugTaken,
    refuse,
)
from articles.core.locking import locked
from articles.core.marks import state_chip, time_ago, time_of_day
from articles.core.page_urls import article_url, section_url
from articles.core.term_url import term_url
from articles.core.translate import translate
from articles.core.zone import format_time, format_time_in_full, possible_times, skipped_period

__all__ = [
    "MOST_COUNTED",
    "Action",
    "BadTime",
    "Damaged",
    "EditConflict",
    "Embargoed",
    "Gone",
    "NeedsSecondPerson",
    "NewsroomError",
    "NotAllowed",
    "NotPossible",
    "NotReady",
    "SlugTaken",
    "Subject",
    "action_label",
    "article_url",
    "clock",
    "compress",
    "count_label",
    "expand",
    "format_ago",
    "format_time",
    "format_time_in_full",
    "format_time_twice",
    "locked",
    "possible_times",
    "read_cursor",
    "refuse",
    "register",
    "registered_actions",
    "section_url",
    "skipped_period",
    "state_chip",
    "term_url",
    "time_ago",
    "time_of_day",
    "translate",
    "write_cursor",
]
