"""What the buttons of an entry do."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext

from articles import live
from articles.core import NewsroomError, format_time_in_full
from articles.desk.live.form import EntryForm, ScheduleEntryForm
from articles.models import LiveEntry
from newsroom.accounts.models import User

#: What is asked with the form of the entry, which is saved with it.
WITH_FORM = frozenset({"save", "publish", "schedule"})


@dataclass(frozen=True, slots=True)
class EntryForms:
    """What was sent with a button."""

    entry: EntryForm
    schedule: ScheduleEntryForm
    reason: str


def do(verb: str, entry: LiveEntry, forms: EntryForms, by: User) -> str:
    """Do what the button asks and return what was done; "" if a form says what is wrong.

    Must run inside a transaction that has locked the entry. Raise `NewsroomError`.
    """
    if verb in WITH_FORM:
        is_valid = forms.entry.is_valid()
        if verb == "schedule":
            is_valid = forms.schedule.is_valid() and is_valid
        return _save(verb, entry, forms, by) if is_valid else ""
    match verb:
        case "publish-saved":
            live.publish_entry(entry, by=by)
            return gettext("The entry was published.")
        case "key" | "no-key":
            live.mark_key_moment(entry, by=by, is_key=verb == "key")
            return (
                gettext("The entry is a key moment now.")
                if verb == "key"
                else gettext("The entry is no longer a key moment.")
            )
        case "withdraw":
            live.withdraw_entry(entry, by=by, reason=forms.reason)
            return gettext("The entry was withdrawn: readers no longer see it.")
        case "unschedule":
            live.unschedule_entry(entry, by=by)
            return gettext("The scheduling of the entry was cancelled.")
        case "delete":
            live.delete_entry(entry, by=by)
            return gettext("The draft of the entry was deleted.")
        case _:
            raise NewsroomError(gettext("Nothing was done: use one of the buttons."))


def _save(verb: str, entry: LiveEntry, forms: EntryForms, by: User) -> str:
    entry = live.save_entry(entry, forms.entry.copy(), by=by)
    if verb == "publish":
        live.publish_entry(entry, by=by)
        return gettext("The entry was published.")
    if verb == "schedule":
        at = forms.schedule.cleaned_data["at"]
        live.publish_entry(entry, by=by, at=at)
        return gettext("Readers see the entry from %(time)s.") % {"time": format_time_in_full(at)}
    return gettext("The entry was saved. Readers see the change once it is published.")
