"""What acts on the schedule of a story ask: when, what of it, and until when not at all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone

from articles import zone
from articles.enums import EditionKind
from articles.forms.act import ActForm, TimedForm
from articles.forms.acts import PublishForm
from articles.forms.clock import ClockField
from articles.models import Edition, Story
from articles.querysets import EditionQuerySet

if TYPE_CHECKING:
    EditionChoices = forms.ModelChoiceField[Edition]
else:
    EditionChoices = forms.ModelChoiceField


class EditionChoiceField(EditionChoices):
    """One of the editions and notices of a story that are to come."""

    widget = forms.RadioSelect
    default_error_messages = {
        "required": "Choose one.",
        "invalid_choice": "This is not to come any more: it is out, or somebody moved it or called"
        " it off. Open the story to see where it stands.",
    }

    def label_from_instance(self, obj: Edition) -> str:
        withdrawal = obj.kind == EditionKind.TOMBSTONE
        return f"{zone.shown(obj.visible_from)}: {'withdrawal of ' if withdrawal else ''}“{obj}”"


class CallOffForm(ActForm):
    """Asks which edition, or all."""

    edition = EditionChoiceField(
        label="What is called off",
        queryset=Edition.objects.none(),
        required=False,
        blank=True,
        empty_label="All that is scheduled",
    )

    def __init__(self, story: Story, data: Any = None, asked: Mapping[str, str] = {}) -> None:
        super().__init__(story, data, asked)
        editions: Any = self.fields["edition"]
        editions.queryset = to_come(story)

    def start(self, asked: Mapping[str, str]) -> dict[str, Any]:
        """Begin with the edition that the address names."""
        return {"edition": asked.get("edition")}


class MoveForm(TimedForm):
    """Asks which edition, and for its new time."""

    field_order = ("edition",)
    edition = EditionChoiceField(
        label="What is moved", queryset=Edition.objects.none(), empty_label=None
    )
    at = ClockField(label="Its new time")

    def __init__(self, story: Story, data: Any = None, asked: Mapping[str, str] = {}) -> None:
        super().__init__(story, data, asked)
        editions: Any = self.fields["edition"]
        editions.queryset = to_come(story)

    def start(self, asked: Mapping[str, str]) -> dict[str, Any]:
        """Begin with the edition that the address names, or the first one, and its time."""
        waiting = list(to_come(self.story))
        named = [edition for edition in waiting if str(edition.pk) == asked.get("edition")]
        chosen = next(iter(named + waiting), None)
        return {"edition": chosen, "at": chosen.visible_from} if chosen else {}


def to_come(story: Story) -> EditionQuerySet:
    """Give what is to come of the story, the next one first."""
    return story.editions.to_come(timezone.now()).order_by("visible_from")


class ScheduleForm(PublishForm, TimedForm):
    field_order = ("at",)
    at = ClockField(label="Readers see it from")

    def start(self, asked: Mapping[str, str]) -> dict[str, Any]:
        """Begin with the time for which the story is scheduled, or the end of its embargo."""
        now = timezone.now()
        waiting = self.story.editions.stories_to_come(now).order_by("visible_from").last()
        return {"at": waiting.visible_from if waiting else self.story.held_until(now)}


class EmbargoForm(TimedForm):
    at = ClockField(label="Readers see nothing of it before")
    why = forms.CharField(
        label="Who asks for it, or why",
        widget=forms.Textarea({"rows": 2}),
        help_text="For the story's time line; readers do not see it.",
        error_messages={"required": "Say who asks for the embargo, or why."},
    )

    def start(self, asked: Mapping[str, str]) -> dict[str, Any]:
        """Begin with the embargo that the story has."""
        return {"at": self.story.held_until(timezone.now())}


class LiftEmbargoForm(ActForm):
    why = forms.CharField(
        label="Why it is lifted",
        widget=forms.Textarea({"rows": 2}),
        help_text="For the story's time line; readers do not see it.",
        error_messages={"required": "Say why the embargo is lifted."},
    )
