"""The buttons of the editing page that change what is where."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext

from articles.desk.keys import read_key
from articles.frontpage import FrontPlan


@dataclass(frozen=True, slots=True)
class Step:
    """The plan after a step; the slot that it concerned, 0 if none, and what is said of it."""

    plan: FrontPlan
    slot: int = 0
    said: str = ""


def step(plan: FrontPlan, do: str) -> Step:
    """Return the plan after a button's step: `move:3:1`, `take:<story>:2` or `clear:4`.

    It is unchanged if that cannot be done.
    """
    name, *words = do.split(":")
    numbers = [read_key(word) for word in words]
    match name, numbers:
        case "move", [int(number), int(to)] if to in range(1, len(plan.slots) + 1):
            return _told(plan.moved(number - 1, to - 1), to)
        case "take", [int(story)]:
            return _taken(plan, plan.taking(story), story)
        case "take", [int(story), int(number)]:
            return _taken(plan, plan.taking(story, number - 1), story)
        case "clear", [int(number)] if number in range(1, len(plan.slots) + 1):
            said = gettext("Slot %(number)s is empty: the newest story is shown there.")
            return Step(plan.cleared(number - 1), number, said % {"number": number})
        case "size", [int(size)]:
            return Step(plan.sized(size))
    return Step(plan)


def _taken(before: FrontPlan, plan: FrontPlan, story: int) -> Step:
    number = next((n for n, slot in enumerate(plan.slots, 1) if slot.story == story), 0)
    told = _told(plan, number)
    if set(before.stories) - set(plan.stories):
        more = gettext("The last story is no longer on the front page.")
        return Step(plan, number, f"{told.said} {more}")
    return told


def _told(plan: FrontPlan, number: int) -> Step:
    said = gettext("Slot %(number)s of %(count)s")
    return Step(plan, number, said % {"number": number, "count": len(plan.slots)})
