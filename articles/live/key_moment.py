"""Make an entry a key moment, or no longer one, without publishing anything else of it."""

from django.db import transaction
from django.utils.translation import gettext

from articles.core import NewsroomError, NotPossible, clock, refuse
from articles.live import actions
from articles.live.freeze import copy_of_version
from articles.live.log import record
from articles.live.publish import check_permission
from articles.live.situation import EntrySituation, begin_entry
from articles.live.timeline import set_until
from articles.models import EntryVersion, LiveEntry
from articles.publishing import check_embargo
from articles.search import index_entry_version
from newsroom.accounts.models import User


def check_mark_key_moment(
    now: EntrySituation, *, by: User, is_key: bool = True
) -> NewsroomError | None:
    """Return why `by` cannot make what readers see a key moment, or no longer one."""
    if refusal := check_permission(now, by=by):
        return refusal
    if now.live is None or now.scheduled:
        return NotPossible(gettext("Readers do not see this entry, or a change is scheduled."))
    if is_key and not (now.live.headline and now.entry.headline):
        return NotPossible(
            gettext("A key moment needs a headline: the list above the entries shows it.")
        )
    return check_embargo(now.story.story, now.at)


@transaction.atomic
def mark_key_moment(entry: LiveEntry, *, by: User, is_key: bool) -> EntryVersion:
    """Make what readers see of the entry a key moment, or no longer one, and return it.

    Raise `NotAllowed`, `NotPossible` and `Gone`.
    """
    now = begin_entry(entry)
    refuse(check_mark_key_moment(now, by=by, is_key=is_key))
    entry, live = now.entry, now.live
    if live is None or live.is_key == is_key:
        raise NotPossible(gettext("Nothing has changed: readers get exactly this entry."))
    version = copy_of_version(live)
    version.is_key, version.visible_from = is_key, now.at
    version.made_at, version.made_by = clock.now(), by
    set_until(live, now.at)
    version.save(force_insert=True)
    index_entry_version(version)
    entry.is_key = is_key
    entry.version += 1
    entry.save(update_fields=["is_key", "version"])
    record(now, actions.ENTRY_CORRECTED, by=by, version=version)
    return version
