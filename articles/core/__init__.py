"""Times, errors, locking and the registry of actions: what every room uses."""

from articles.core.actions import Action, Subject, action_label, register, registered_actions
from articles.core.article_url import article_url
from articles.core.errors import (
    BadTime,
    Damaged,
    EditConflict,
    Embargoed,
    NeedsSecondPerson,
    NewsroomError,
    NotAllowed,
    NotPossible,
    NotReady,
    SlugTaken,
    refuse,
)
from articles.core.locking import locked
from articles.core.translate import translate
from articles.core.zone import format_time, format_time_in_full, possible_times, skipped_period

__all__ = [
    "Action",
    "BadTime",
    "Damaged",
    "EditConflict",
    "Embargoed",
    "NeedsSecondPerson",
    "NewsroomError",
    "NotAllowed",
    "NotPossible",
    "NotReady",
    "SlugTaken",
    "Subject",
    "action_label",
    "article_url",
    "format_time",
    "format_time_in_full",
    "locked",
    "possible_times",
    "refuse",
    "register",
    "registered_actions",
    "skipped_period",
    "translate",
]
