"""A front as readers would get it, beside what was put there: what the editing page shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from articles.desk.frontpage.slot_form import SlotForm
from articles.desk.pictures.licences import licence_chip
from articles.frontpage import FrontPlan
from articles.models import Section, Story
from articles.pictures import picture_data
from articles.publishing import with_publication_status
from articles.readers import Slot, Teaser, filled, newest, newest_in, placed


@dataclass(frozen=True, slots=True)
class BoardSlot:
    """A slot with its form; its story, if any, and what readers get there, if there is anything."""

    number: int
    form: SlotForm
    story: Any
    shown: Teaser | None
    #: When the story’s embargo ends, if it has one.
    embargo: datetime | None
    #: Until when it is pinned.
    pinned: datetime | None
    #: A chip that says that the licence of its own picture has ended, or ends soon; "" otherwise.
    licence: str
    count: int

    @property
    def is_stand_in(self) -> bool:
        """Whether readers get another story than the one that was put there."""
        return self.story is not None and (
            self.shown is None or self.shown.story_id != self.story.pk
        )

    @property
    def picture_url(self) -> str:
        """The URL of the picture that readers get there; "" without one."""
        picture = self.shown.picture("3:2") if self.shown else None
        return picture["src"] if picture else ""

    @property
    def up(self) -> int:
        """The slot above."""
        return self.number - 1

    @property
    def down(self) -> int:
        """The slot below; 0 if it is the last one."""
        return self.number + 1 if self.number < self.count else 0


def slots_of_plan(plan: FrontPlan) -> list[Slot]:
    """Return the slots of a plan as readers' pages have those of a front."""
    return [
        Slot(
            slot.story,
            slot.headline,
            slot.summary,
            dict(picture_data(slot.picture)) if slot.picture else None,
            slot.pinned_until,
            plan.may_repeat,
        )
        for slot in plan.slots
    ]


def board(
    plan: FrontPlan, forms: Sequence[SlotForm], section: Section | None, at: datetime
) -> list[BoardSlot]:
    """Return the slots of the plan as readers would get them at the timezone-aware datetime `at`.

    It takes the same number of queries however many slots there are.
    """
    slots = slots_of_plan(plan)
    count = len(slots)
    latest = newest_in(section.pk, at, count) if section else newest(at, count)
    shown = filled(placed(slots, at), latest)
    found = with_publication_status(Story.objects.filter(pk__in=plan.stories), at)
    stories = {story.pk: story for story in found.select_related("embargo").defer("body")}
    return [
        BoardSlot(
            number,
            form,
            story := stories.get(slot.story or 0),
            one,
            story.embargoed_until(at) if story else None,
            slot.pinned_until,
            licence_chip(slot.picture, at) if slot.picture else "",
            count,
        )
        for number, (form, slot, one) in enumerate(zip(forms, plan.slots, shown, strict=True), 1)
    ]
