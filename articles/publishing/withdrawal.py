"""Take a story from readers, and undo that."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from articles import periods
from articles.enums import Act, Change, EditionKind
from articles.exceptions import IllegalMove
from articles.models import Edition, Story
from articles.publishing.line import add, copy_of, end_all
from articles.publishing.start import begin


@transaction.atomic
def withdraw(story: Story, *, by: User, at: datetime | None = None, note: str = "") -> Edition:
    """Take the story from readers from `at` on (None: now); a notice stands in its place.

    `note` is public. Raises `NotAllowed`, `IllegalMove` and `BadTime`.
    """
    story, start = begin(story, by, at)
    shown = story.editions.visible(start).first()
    if shown is None:
        raise IllegalMove(f"Readers do not see the story “{story}” then: nothing to withdraw.")
    end_all(story, start, by)
    notice = Edition(
        kind=EditionKind.TOMBSTONE,
        slug=shown.slug,
        headline=shown.headline,
        section=shown.section,
        public_note=note,
    )
    return add(story, notice, by, start)


@transaction.atomic
def restore(story: Story, *, by: User) -> Edition:
    """Undo the withdrawal: readers see the last edition again, as a new one, from now on.

    What is scheduled stays as it is. Raises `NotAllowed`, `Embargoed`, and `IllegalMove` if no
    notice stands in the story's place, or readers never saw what it was to replace.
    """
    story, now = begin(story, by, None)
    if not story.editions.tombstones(now).exists():
        raise IllegalMove(f"The story “{story}” is not withdrawn: nothing to undo.")
    last = story.editions.began(now).order_by("visible_from").last()
    if last is None:
        raise IllegalMove(f"Readers never saw the story “{story}”: publish it instead.")
    edition = copy_of(last)
    edition.visible_until = periods.make_room(story, now)
    return add(story, edition, by, now, change=Change.MINOR, act=Act.RESTORED)
