"""The form of a front: its slots, and from when readers get it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from articles.desk.clock import ClockField, ClockForm
from articles.desk.frontpage.slot_form import SlotForm, initial_of
from articles.desk.keys import read_key
from articles.frontpage import SIZES, FrontPlan
from articles.models import MOST_SLOTS, Picture


class WhenForm(ClockForm):
    """Asks from when on readers get the front."""

    at = ClockField(label=_("Readers get it from"))

    def __init__(self, data: Any = None, at: datetime | None = None) -> None:
        super().__init__(data, initial={"at": at}, prefix="when")


class FrontForm:
    """The slots of a front as they were sent, or as the plan has them."""

    def __init__(
        self, *, plan: FrontPlan | None = None, data: QueryDict | None = None, may_upload: bool
    ) -> None:
        self.data = data
        if data is not None:
            size = read_key(data.get("size", "")) or 0
            self.may_repeat = "may_repeat" in data
            numbers = range(1, (size if size in SIZES else SIZES[1]) + 1)
            keys = [data.get(f"slot-{number}-picture", "") for number in numbers]
            found = Picture.objects.in_bulk([key for key in map(read_key, keys) if key])
            forms: list[dict[str, Any]] = [{"data": data} for _number in numbers]
        else:
            plan = plan or FrontPlan()
            self.may_repeat = plan.may_repeat
            found = {slot.picture.pk: slot.picture for slot in plan.slots if slot.picture}
            forms = [{"initial": initial_of(slot)} for slot in plan.slots[:MOST_SLOTS]]
        self.slots = [
            SlotForm(number, found, may_upload=may_upload, **form)
            for number, form in enumerate(forms, 1)
        ]

    def is_valid(self) -> bool:
        """Return whether all that was sent can be read."""
        # Each of them is asked, so that each says what is wrong.
        return not [slot for slot in self.slots if not slot.is_valid()]

    def plan(self) -> FrontPlan:
        """Return what was sent, which must be valid."""
        return FrontPlan(tuple(slot.slot() for slot in self.slots), self.may_repeat)
