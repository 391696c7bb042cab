"""What each action on a story asks before it is done."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.core import clock
from articles.desk.actions.action_form import ActionForm, TimedForm
from articles.desk.clock import ClockField
from articles.models import Change, Correction, CorrectionKind, Story


class PublishForm(ActionForm):
    """Asks what is new to those who have read the story, if readers see it."""

    change = forms.TypedChoiceField(
        coerce=Change,
        label=_("What is new to readers"),
        choices=[
            (Change.MINOR, _("A minor change, such as a typo: readers are told nothing")),
            (Change.UPDATE, _("An update: the page says when it was updated")),
            (Change.CORRECTION, _("A correction: the page says so, with the note below")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what is new to readers.")},
    )
    note = forms.CharField(
        label=_("Note for readers"),
        required=False,
        widget=forms.Textarea({"rows": 4}),
        help_text=_(
            "What was wrong and what is right, or what is new. Required for a correction, optional"
            " for an update. It cannot be changed, only retracted."
        ),
    )

    def __init__(self, story: Story, data: Any = None, query: Mapping[str, str] = {}) -> None:
        super().__init__(story, data, query)
        if not story.published_versions.visible(clock.now()).exists():
            del self.fields["change"], self.fields["note"]


class SendBackForm(ActionForm):
    """Asks why."""

    reason = forms.CharField(
        label=_("What needs fixing"),
        widget=forms.Textarea({"rows": 4}),
        help_text=_("The writer sees this at the top of the story."),
        error_messages={"required": _("Say why you send the story back.")},
    )


class WithdrawForm(TimedForm):
    """Asks from when on, and for a public note."""

    at = ClockField(
        label=_("Readers no longer see it from"),
        required=False,
        help_text=_("If empty, from now on."),
    )
    note = forms.CharField(
        label=_("Public note"),
        required=False,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("Optional. Readers who follow a link to the story see it."),
    )


class AddCorrectionForm(ActionForm):
    """Asks whether it is a correction or another note for readers, and for its words."""

    kind = forms.TypedChoiceField(
        coerce=CorrectionKind,
        label=_("What it is"),
        choices=CorrectionKind,
        widget=forms.RadioSelect,
        help_text=_("Corrections and editor’s notes stand above the text, the others below it."),
        initial=CorrectionKind.CORRECTION,
        error_messages={"required": _("Choose what it is.")},
    )
    text = forms.CharField(
        label=_("What readers are told"),
        widget=forms.Textarea({"rows": 4}),
        help_text=_("What was wrong and what is right. It cannot be changed, only retracted."),
        error_messages={"required": _("Write what readers should know.")},
    )


class RetractCorrectionForm(ActionForm):
    """Asks which of the story's notes, and why."""

    correction = forms.ModelChoiceField(
        label=_("Which one"),
        queryset=Correction.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": _("Choose the one to retract.")},
    )
    reason = forms.CharField(
        label=_("Why it is retracted"),
        widget=forms.Textarea({"rows": 2}),
        help_text=_("For the audit log; readers do not see it."),
        error_messages={"required": _("Say why it is retracted.")},
    )

    def __init__(self, story: Story, data: Any = None, query: Mapping[str, str] = {}) -> None:
        super().__init__(story, data, query)
        notes: Any = self.fields["correction"]
        notes.queryset = Correction.objects.visible(clock.now()).filter(story=story)
