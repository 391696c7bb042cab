"""Live blogs: coverage that runs and ends, and entries that are written, published, corrected.

A live blog is a story, with a stream of dated entries above its text. An entry has a working copy,
and published forms, each with the period in which readers see it: to correct an entry publishes
another form, and to withdraw it ends the one that readers see. At most one is scheduled. Readers
see an entry only while they see its story, which is why one can be published only for a time at
which they do; an embargo of the story holds for its entries too.

Whoever may publish a story may publish its entries; whoever may write stories may write drafts of
entries. Each verb locks the story, then the entry, and reads the clock after that. Where a person
was asked before, `hold_entry_as_shown` comes first: it refuses what they have not seen.
"""

from articles.live.coverage import (
    check_end_coverage,
    check_start_coverage,
    coverage_at,
    end_coverage,
    start_coverage,
)
from articles.live.entry_copy import LONGEST_HEADLINE, LONGEST_NOTE, EntryCopy, copy_of
from articles.live.key_moment import check_mark_key_moment, mark_key_moment
from articles.live.publish import (
    check_permission,
    check_publish_entry,
    check_publish_new_entry,
    publish_entry,
)
from articles.live.shown import (
    EntryChanged,
    EntryShown,
    hold_entry_as_shown,
    read_entry_shown,
    shown_of_entry,
)
from articles.live.situation import EntrySituation, entry_situations
from articles.live.withdraw import (
    check_unschedule_entry,
    check_withdraw_entry,
    unschedule_entry,
    withdraw_entry,
)
from articles.live.write import (
    AlreadyAdded,
    check_delete_entry,
    check_save_entry,
    check_write_entry,
    delete_entry,
    save_entry,
    write_entry,
)

__all__ = [
    "LONGEST_HEADLINE",
    "LONGEST_NOTE",
    "AlreadyAdded",
    "EntryChanged",
    "EntryCopy",
    "EntryShown",
    "EntrySituation",
    "check_delete_entry",
    "check_end_coverage",
    "check_mark_key_moment",
    "check_permission",
    "check_publish_entry",
    "check_publish_new_entry",
    "check_save_entry",
    "check_start_coverage",
    "check_unschedule_entry",
    "check_withdraw_entry",
    "check_write_entry",
    "copy_of",
    "coverage_at",
    "delete_entry",
    "end_coverage",
    "entry_situations",
    "hold_entry_as_shown",
    "mark_key_moment",
    "publish_entry",
    "read_entry_shown",
    "save_entry",
    "shown_of_entry",
    "start_coverage",
    "unschedule_entry",
    "withdraw_entry",
    "write_entry",
]
