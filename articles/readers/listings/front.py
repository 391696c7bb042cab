"""The top of a front: the stories that editors put there, and the newest in all other slots."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, reduce
from operator import or_
from typing import Any, NamedTuple

from django.db.models import BigIntegerField, Q
from django.http import HttpRequest

from articles.database import Parameter, PreparedQuery
from articles.models import FrontSlot, PublishedVersion
from articles.readers.listed_picture import LOOK
from articles.readers.listings.teasers import AT, SECTION, Teaser, columns

#: Slots of a front that nobody has filled: one leads, the others are beside or below it.
SLOTS = 5


class Slot(NamedTuple):
    """A slot of a front: its story, by primary key, and what it says in place of the story."""

    story_id: int | None = None
    headline: str = ""
    summary: str = ""
    picture: dict[str, Any] | None = None
    pinned_until: datetime | None = None
    may_repeat: bool = False
    #: The JSON of what was made of its picture since.
    look: str | None = None

    def shown(self, teaser: Teaser) -> Teaser:
        """Return the story as the front has it."""
        return teaser._replace(
            headline=self.headline or teaser.headline,
            summary=self.summary or teaser.summary,
            frozen_picture=json.dumps(self.picture) if self.picture else teaser.frozen_picture,
            look=self.look if self.picture else teaser.look,
        )


AUTOMATIC = (Slot(),) * SLOTS


@dataclass(frozen=True, slots=True)
class Top:
    """The stories on top of a front, the first of which leads."""

    stories: tuple[Teaser, ...] = ()
    #: Whether they may appear below, too.
    may_repeat: bool = False

    @property
    def lead(self) -> tuple[Teaser, ...]:
        """The first one, if there is one."""
        return self.stories[:1]

    @property
    def second(self) -> tuple[Teaser, ...]:
        """The others."""
        return self.stories[1:]

    def left_out(self) -> list[int]:
        """Return the primary keys of the versions that are not shown below."""
        return [] if self.may_repeat else [story.pk for story in self.stories]

    def below(self, stories: Iterable[Teaser]) -> list[Teaser]:
        """Return those of the stories that are shown below."""
        left_out = set(self.left_out())
        return [story for story in stories if story.pk not in left_out]


def slots_of(request: HttpRequest, at: datetime, section: int | None = None) -> Sequence[Slot]:
    """Return the slots of the front at the timezone-aware datetime `at`; None: of the home page.

    They are those that staff ask for, if they do. It takes a query.
    """
    asked: Sequence[Slot] | None = getattr(request, "front_slots", None)
    return asked or slots_at(at, section)


def slots_at(at: datetime, section: int | None = None) -> Sequence[Slot]:
    """Return the slots of the front at the timezone-aware datetime `at`, as somebody filled it."""
    found = _slots_of_section(at=at, section=section) if section else _slots_of_home(at=at)
    return found or AUTOMATIC


def placed(slots: Sequence[Slot], at: datetime) -> list[Teaser | None]:
    """Return for each slot its story as readers see it there at `at`; None: it is empty to them.

    It takes a query, if any slot has a story.
    """
    held = [slot.story_id for slot in slots if slot.story_id and _holds(slot, at)]
    found = {story.story_id: story for story in _stories(held, at)}
    stories = (found.get(slot.story_id or 0) if _holds(slot, at) else None for slot in slots)
    return [story and slot.shown(story) for slot, story in zip(slots, stories, strict=True)]


def fill(slots: Sequence[Slot], standing: Sequence[Teaser | None], newest: Iterable[Teaser]) -> Top:
    """Return the top of the front: what is in the slots, and the newest in empty ones."""
    stories = tuple(filter(None, filled(standing, newest)))
    return Top(stories, any(slot.may_repeat for slot in slots))


def filled(standing: Sequence[Teaser | None], newest: Iterable[Teaser]) -> list[Teaser | None]:
    """Return what is in each slot; in empty ones, the newest stories, none of them twice.

    None is left where there are too few stories.
    """
    taken = {story.story_id for story in standing if story}
    others = (story for story in newest if story.story_id not in taken)
    return [story or next(others, None) for story in standing]


def _holds(slot: Slot, at: datetime) -> bool:
    return slot.pinned_until is None or at < slot.pinned_until


def _stories(keys: Sequence[int], at: datetime) -> list[Teaser]:
    if not keys:
        return []
    return _visible(len(keys))(at=at, **{f"story_{n}": key for n, key in enumerate(keys)})


@cache
def _visible(count: int) -> PreparedQuery[Teaser]:
    # Not `story__in`, which takes no parameters.
    of = [Q(story=Parameter(f"story_{number}", BigIntegerField())) for number in range(count)]
    return PreparedQuery(
        Teaser,
        lambda: columns(PublishedVersion.objects.visible(AT).filter(reduce(or_, of)), AT),
    )


def _queried(**of: Any) -> Any:
    own = ("story_id", "headline", "summary", "shown_picture", "pinned_until", "front__may_repeat")
    return FrontSlot.objects.at(AT).filter(**of).values_list(*own, LOOK)


_slots_of_home = PreparedQuery(Slot, lambda: _queried(front__section__isnull=True))
_slots_of_section = PreparedQuery(Slot, lambda: _queried(front__section=SECTION))
