"""What is to be on a front, as a value: its slots in their order, and how each is moved."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from articles.models import MOST_SLOTS, Front, Picture

#: A front has a story that leads, and rows of four.
IN_ROW = 4
SIZES = tuple(range(1, MOST_SLOTS + 1, IN_ROW))
#: Slots of a new front.
USUAL = 1 + IN_ROW


@dataclass(frozen=True, slots=True)
class Placed:
    """What is in a slot: a story, by primary key, and what the front says instead of it.

    Without a story the slot is empty, and readers get a newest one. From `pinned_until` on it
    is empty, too.
    """

    story: int | None = None
    headline: str = ""
    summary: str = ""
    picture: Picture | None = None
    pinned_until: datetime | None = None


EMPTY = Placed()


@dataclass(frozen=True, slots=True)
class FrontPlan:
    """The slots of a front, and whether their stories may also appear in the lists below it."""

    slots: tuple[Placed, ...] = (EMPTY,) * USUAL
    may_repeat: bool = False

    @property
    def stories(self) -> list[int]:
        """The primary keys of its stories, in their order."""
        return [slot.story for slot in self.slots if slot.story is not None]

    def moved(self, position: int, to: int) -> FrontPlan:
        """Return the plan with a slot in another place; those between move up by one."""
        slots = list(self.slots)
        if position in range(len(slots)) and to in range(len(slots)):
            slots.insert(to, slots.pop(position))
        return replace(self, slots=tuple(slots))

    def cleared(self, position: int) -> FrontPlan:
        """Return the plan with this slot empty."""
        kept = enumerate(self.slots)
        return replace(self, slots=tuple(EMPTY if n == position else slot for n, slot in kept))

    def taking(self, story: int, position: int | None = None) -> FrontPlan:
        """Return the plan with the story in this slot; None: in the first empty one, or the last.

        What was there moves down by one, and so do those below, up to the first empty slot; if
        there is none, the last one falls out. A story that is elsewhere is moved.
        """
        slots = list(self.slots)
        if story in self.stories:
            came = next(n for n, slot in enumerate(slots) if slot.story == story)
            return self if position is None else self.moved(came, position)
        free = [n for n, slot in enumerate(slots) if slot.story is None]
        if position is None or position not in range(len(slots)):
            position = free[0] if free else len(slots) - 1
        del slots[next((n for n in free if n >= position), len(slots) - 1)]
        slots.insert(position, Placed(story))
        return replace(self, slots=tuple(slots))

    def sized(self, size: int) -> FrontPlan:
        """Return the plan with this many slots; further ones are dropped."""
        more = (EMPTY,) * (size - len(self.slots))
        return replace(self, slots=(*self.slots[:size], *more)) if size in SIZES else self


def plan_of(front: Front | None) -> FrontPlan:
    """Return what is on the front; an empty plan if there is none. It takes a query."""
    if front is None:
        return FrontPlan()
    slots = (
        Placed(slot.story_id, slot.headline, slot.summary, slot.picture, slot.pinned_until)
        for slot in front.slots.select_related("picture").order_by("position")
    )
    return FrontPlan(tuple(slots), front.may_repeat)
