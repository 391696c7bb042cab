"""What a page showed of an entry, so that nobody changes what they have not seen."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.utils.translation import gettext

from articles.core import NewsroomError, refuse
from articles.live.situation import EntrySituation, begin_entry
from articles.models import LiveEntry

_FORM = re.compile(r"(\d{1,18})-(\d{1,18})-(\d{1,18})", re.ASCII)


@dataclass(frozen=True, slots=True)
class EntryShown:
    """What a page showed: the saved text, what readers see, and what is scheduled.

    `version` is that of the working copy; the others are primary keys of published forms, 0 where
    there is none. As a string it fits a form.
    """

    version: int
    live: int
    scheduled: int

    def __str__(self) -> str:
        return f"{self.version}-{self.live}-{self.scheduled}"


class EntryChanged(NewsroomError):
    """The entry has changed since the page was shown; `now` is its present situation."""

    def __init__(self, now: EntrySituation) -> None:
        self.now = now
        super().__init__(
            gettext("The entry has changed since you opened this page. Nothing has been done.")
        )


def shown_of_entry(now: EntrySituation) -> EntryShown:
    """Return what a page that shows the entry in this situation has to carry."""
    live, scheduled = now.live, now.scheduled
    return EntryShown(now.entry.version, live.pk if live else 0, scheduled.pk if scheduled else 0)


def read_entry_shown(text: str) -> EntryShown | None:
    """Return what a form carried; None if it carried nothing that can be read."""
    found = _FORM.fullmatch(text)
    return EntryShown(*map(int, found.groups())) if found else None


def hold_entry_as_shown(entry: LiveEntry, shown: EntryShown | None) -> EntrySituation:
    """Lock the entry until the transaction ends, and return its situation.

    Raise `EntryChanged` unless it still is what the page showed, and `Gone`.
    """
    now = begin_entry(entry)
    refuse(None if shown == shown_of_entry(now) else EntryChanged(now))
    return now
