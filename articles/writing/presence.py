"""Who has a story's form open now. It only informs: nobody is kept from writing."""

from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime, timedelta

from django.db import IntegrityError

from articles.core import clock
from articles.models import Presence, Story
from articles.people import name_of, permissions
from newsroom.accounts.models import User

#: A form that has not been heard from for this long is closed.
EXPIRES = timedelta(seconds=60)


def stay(story: Story, *, by: User) -> None:
    """Note that the person has the form of the story open now, if they may change the story."""
    if not permissions.can_edit(by, story):
        return
    now = clock.now()
    Presence.objects.filter(person=by, seen_at__lte=now - EXPIRES).delete()
    # Where the story has just been deleted, nobody has it open.
    with suppress(IntegrityError):
        Presence.objects.bulk_create(
            [Presence(story=story, person=by, seen_at=now)],
            update_conflicts=True,
            unique_fields=["story", "person"],
            update_fields=["seen_at"],
        )


def leave(story: Story, *, by: User) -> None:
    """Note that the person has closed the form of the story."""
    Presence.objects.filter(story=story, person=by).delete()


def who_has_open(stories: Iterable[Story], *, besides: User, at: datetime) -> dict[int, list[str]]:
    """Return the names of those who have each story open at `at`, by its primary key.

    `at` is timezone-aware. Stories that nobody has open are left out, and so is `besides`.
    """
    found = Presence.objects.filter(
        story__in=[story.pk for story in stories], seen_at__gt=at - EXPIRES
    )
    names = defaultdict(list)
    for one in found.exclude(person=besides).select_related("person").order_by("pk"):
        names[one.story_id].append(name_of(one.person))
    return dict(names)
