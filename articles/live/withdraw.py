"""Withdraw an entry from readers, and cancel the scheduling of one."""

from django.db import transaction
from django.utils.translation import gettext

from articles.core import NewsroomError, NotPossible, refuse
from articles.live import actions
from articles.live.log import record
from articles.live.publish import check_permission
from articles.live.situation import EntrySituation, begin_entry
from articles.live.timeline import make_room, take_off
from articles.models import LiveEntry
from newsroom.accounts.models import User


def check_withdraw_entry(now: EntrySituation, *, by: User) -> NewsroomError | None:
    """Return why `by` cannot withdraw the entry; None if it is possible."""
    if refusal := check_permission(now, by=by):
        return refusal
    if now.live is None:
        return NotPossible(gettext("Readers do not see this entry: there is nothing to withdraw."))
    return None


@transaction.atomic
def withdraw_entry(entry: LiveEntry, *, by: User, reason: str) -> None:
    """End what readers see of the entry, and unschedule what they were to see.

    Raise `NotAllowed`, `NotPossible`, `Gone`, and `NewsroomError` without a reason.
    """
    now = begin_entry(entry)
    refuse(check_withdraw_entry(now, by=by))
    if not reason.strip():
        raise NewsroomError(gettext("Say why the entry is withdrawn: the audit log records it."))
    make_room(now, now.at)
    record(now, actions.ENTRY_WITHDRAWN, by=by, reason=reason.strip())


def check_unschedule_entry(now: EntrySituation, *, by: User) -> NewsroomError | None:
    """Return why `by` cannot cancel the scheduling of the entry; None if it is possible."""
    if refusal := check_permission(now, by=by):
        return refusal
    if now.scheduled is None:
        return NotPossible(gettext("This entry is not scheduled."))
    return None


@transaction.atomic
def unschedule_entry(entry: LiveEntry, *, by: User) -> None:
    """Unschedule the entry; what readers see of it goes on.

    Raise `NotAllowed`, `NotPossible` and `Gone`.
    """
    now = begin_entry(entry)
    refuse(check_unschedule_entry(now, by=by))
    take_off(now)
    record(now, actions.ENTRY_UNSCHEDULED, by=by)
