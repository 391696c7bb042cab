"""What each act on a story asks before it is done."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils import timezone

from articles.enums import Change, CorrectionKind
from articles.forms.act import ActForm, TimedForm
from articles.forms.clock import ClockField
from articles.models import Correction, Story


class PublishForm(ActForm):
    """Asks what is new to who has read the story, if readers see it."""

    change = forms.ChoiceField(
        label="What is new to readers",
        choices=[
            (Change.MINOR, "A minor change, such as a typo: readers are told nothing"),
            (Change.UPDATE, "An update: the page says when it was updated"),
            (Change.CORRECTION, "A correction: the page says so, with the note below"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what is new to readers."},
    )
    note = forms.CharField(
        label="Note for readers",
        required=False,
        widget=forms.Textarea({"rows": 4}),
        help_text="What was wrong and what is right, or what is new. A correction needs it, an"
        " update may have it. It cannot be changed, only taken back.",
    )

    def __init__(self, story: Story, data: Any = None, asked: Mapping[str, str] = {}) -> None:
        super().__init__(story, data, asked)
        if not story.editions.visible(timezone.now()).exists():
            del self.fields["change"], self.fields["note"]

    def values(self) -> dict[str, Any]:
        """Give the arguments of the act."""
        values = super().values()
        return values | {"change": Change(values["change"])} if "change" in values else values


class SendBackForm(ActForm):
    why = forms.CharField(
        label="What must be mended",
        widget=forms.Textarea({"rows": 4}),
        help_text="Its writer reads this at the top of the story.",
        error_messages={"required": "Say why you send the story back."},
    )


class WithdrawForm(TimedForm):
    at = ClockField(
        label="Readers no longer see it from",
        required=False,
        help_text="Empty: from now on.",
    )
    note = forms.CharField(
        label="Public note",
        required=False,
        widget=forms.Textarea({"rows": 4}),
        help_text="Readers who follow a link to the story see it. It may stay empty.",
    )


class CorrectForm(ActForm):
    kind = forms.ChoiceField(
        label="What it is",
        choices=CorrectionKind,
        widget=forms.RadioSelect,
        help_text="Corrections and editor’s notes stand above the text, the others below it.",
        error_messages={"required": "Choose what the note is."},
    )
    text = forms.CharField(
        label="What readers are told",
        widget=forms.Textarea({"rows": 4}),
        help_text="What was wrong and what is right. It cannot be changed, only taken back.",
        error_messages={"required": "Write what readers are to know."},
    )


class TakeBackForm(ActForm):
    """Asks which of the story's notes, and why."""

    correction = forms.ModelChoiceField(
        label="Which note",
        queryset=Correction.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": "Choose the note."},
    )
    why = forms.CharField(
        label="Why it is taken back",
        widget=forms.Textarea({"rows": 2}),
        help_text="For the story's time line; readers do not see it.",
        error_messages={"required": "Say why the note is taken back."},
    )

    def __init__(self, story: Story, data: Any = None, asked: Mapping[str, str] = {}) -> None:
        super().__init__(story, data, asked)
        notes: Any = self.fields["correction"]
        notes.queryset = Correction.objects.visible(timezone.now()).filter(story=story)
