"""What differs between two fronts, by story: for those who would replace one unseen."""

from dataclasses import dataclass

from articles.frontpage.plan import FrontPlan


@dataclass(frozen=True, slots=True)
class Difference:
    """A slot, from 1 on, and the stories in it before and after, by primary key; None: empty."""

    number: int
    before: int | None
    after: int | None
    #: Whether only what the front says of the story differs.
    is_wording: bool


def differences(before: FrontPlan, after: FrontPlan) -> list[Difference]:
    """Return the slots in which the two differ."""
    found = []
    for number in range(max(len(before.slots), len(after.slots))):
        old, new = (
            plan.slots[number] if number < len(plan.slots) else None for plan in (before, after)
        )
        if old != new:
            was, now = (slot.story if slot else None for slot in (old, new))
            if was != now or was is not None:
                found.append(Difference(number + 1, was, now, is_wording=was == now))
    return found
