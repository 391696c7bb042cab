"""An entry in the list at the desk: what readers see of it, and what can be done with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Choices

from articles import body, live
from articles.models import LiveEntry, PublicationStatus, WorkflowState
from articles.people import name_of
from articles.publishing import Situation
from newsroom.accounts.models import User

#: Characters of its text in the list.
EXCERPT = 600


@dataclass(frozen=True, slots=True)
class EntryRow:
    """What the list shows of an entry; `at` is the timezone-aware datetime it is listed under."""

    entry: LiveEntry
    now: live.EntrySituation
    shown: live.EntryShown
    state: Choices
    at: datetime
    who: str
    may_edit: bool
    may_publish: bool
    may_mark: bool
    may_withdraw: bool

    @property
    def text(self) -> str:
        """The beginning of its text."""
        words = body.plain_text(body.read(self.entry.body))
        return words if len(words) <= EXCERPT else f"{words[:EXCERPT].rsplit(' ', 1)[0]}…"


def entry_rows(entries: Iterable[LiveEntry], story: Situation, by: User) -> list[EntryRow]:
    """Return the entries of the story as the list shows them to somebody, in one query."""
    return [row_of(now, by) for now in live.entry_situations(list(entries), story)]


def row_of(now: live.EntrySituation, by: User) -> EntryRow:
    """Return an entry in its situation as the list shows it to somebody."""
    entry, said = now.entry, now.last_said
    told = said.at if said else entry.shown_at
    return EntryRow(
        entry=entry,
        now=now,
        shown=live.shown_of_entry(now),
        state=_state(now),
        at=told or entry.created_at,
        who=name_of(entry.changed_by),
        may_edit=live.check_save_entry(now, by=by) is None,
        may_publish=live.check_publish_entry(now, by=by) is None,
        may_mark=live.check_mark_key_moment(now, by=by, is_key=not entry.is_key) is None,
        may_withdraw=live.check_withdraw_entry(now, by=by) is None,
    )


def _state(now: live.EntrySituation) -> Choices:
    if now.live:
        return PublicationStatus.LIVE
    if now.scheduled:
        return PublicationStatus.SCHEDULED
    return PublicationStatus.WITHDRAWN if now.is_withdrawn else WorkflowState.DRAFT
