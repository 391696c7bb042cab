"""Publish, schedule, withdraw, embargo, correct: the only writer of published versions.

Publishing freezes the working copy into a version. When it starts, it ends what readers see, and
everything that was to start later is unscheduled; the audit log names each. Withdrawing adds a
notice, a version of its own kind, whose page answers 410 with the public note; undoing that adds
what readers saw last as a new version.

- To unschedule a version, its end is set to its start: a period of no length, which nobody sees.
  What was to end when it starts then goes on until what follows.
- To reschedule a version, it is unscheduled, and what it froze is added at the new time, with who
  made it when. Later versions are replaced if they would state a wrong date of first publication.
- An embargo is a period from when it was set until it ends, in which no version of the story
  starts. It is set before readers see the story, or on an update where the wire copy asks for one:
  what they see already stays. It is not part of the working copy, and both databases
  hold it too.
- Corrections are not frozen with a version. One appears at once, or starts with its version; it is
  then retracted if that is unscheduled. Its words never change.
- What sections and authors are called, and to which page a former slug leads, are periods of their
  own: pages show what held at their time.
- `modified_at` of a version says when readers last got more than a minor change.

Each verb locks the story, then reads the clock. Its `check_…` function says beforehand whether it
is possible, and returns the refusal that the verb would raise. Where a person was asked before,
`hold_as_shown` comes first: it refuses what they have not seen.
"""

from articles.publishing.authors import delete_author, save_author
from articles.publishing.begin import begin, check_permission, check_time, check_when
from articles.publishing.corrections import (
    add_correction,
    check_add_correction,
    check_retract_correction,
    retract_correction,
)
from articles.publishing.embargo import (
    check_embargo,
    check_lift_embargo,
    check_set_embargo,
    lift_embargo,
    set_embargo,
)
from articles.publishing.freeze import freeze
from articles.publishing.next_period import next_period
from articles.publishing.places import check_rename_place, part_place, rename_place
from articles.publishing.publish import (
    NothingNew,
    check_complete,
    check_publish,
    check_schedule,
    publish,
    schedule,
)
from articles.publishing.reinstate import check_reinstate, reinstate, undone_withdrawals
from articles.publishing.reschedule import check_reschedule, reschedule
from articles.publishing.sections import (
    check_order_sections,
    delete_section,
    order_sections,
    save_section,
    section_keys,
)
from articles.publishing.shown import (
    Changed,
    Shown,
    actions_since,
    hold_as_shown,
    read_shown,
    shown_of,
    shown_of_all,
)
from articles.publishing.situation import Situation, situation_of
from articles.publishing.status import with_publication_status
from articles.publishing.terms import forget_slug, forget_slugs, move_slug, terms_of
from articles.publishing.unschedule import check_unschedule, unschedule
from articles.publishing.withdraw import check_withdraw, withdraw

__all__ = [
    "Changed",
    "NothingNew",
    "Shown",
    "Situation",
    "actions_since",
    "add_correction",
    "begin",
    "check_add_correction",
    "check_complete",
    "check_embargo",
    "check_lift_embargo",
    "check_order_sections",
    "check_permission",
    "check_publish",
    "check_reinstate",
    "check_rename_place",
    "check_reschedule",
    "check_retract_correction",
    "check_schedule",
    "check_set_embargo",
    "check_time",
    "check_unschedule",
    "check_when",
    "check_withdraw",
    "delete_author",
    "delete_section",
    "forget_slug",
    "forget_slugs",
    "freeze",
    "hold_as_shown",
    "lift_embargo",
    "move_slug",
    "next_period",
    "order_sections",
    "part_place",
    "publish",
    "read_shown",
    "reinstate",
    "rename_place",
    "reschedule",
    "retract_correction",
    "save_author",
    "save_section",
    "schedule",
    "section_keys",
    "set_embargo",
    "shown_of",
    "shown_of_all",
    "situation_of",
    "terms_of",
    "undone_withdrawals",
    "unschedule",
    "with_publication_status",
    "withdraw",
]
