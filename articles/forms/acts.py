"""What an act on a story asks before it is done."""

from typing import Any

from django import forms
from django.utils import timezone


class CallOffForm(forms.Form):
    """Asks nothing but to be sure."""

    def values(self) -> dict[str, Any]:
        """Give the arguments of the act."""
        return dict(self.cleaned_data)


class SendBackForm(CallOffForm):
    why = forms.CharField(
        label="What must be mended",
        widget=forms.Textarea({"rows": 4}),
        help_text="Its writer reads this in the story's time line.",
        error_messages={"required": "Say why you send the story back."},
    )


class WithdrawForm(CallOffForm):
    note = forms.CharField(
        label="Public note",
        required=False,
        widget=forms.Textarea({"rows": 4}),
        help_text="Readers who follow a link to the story see it. It may stay empty.",
    )


class ScheduleForm(CallOffForm):
    at = forms.DateTimeField(
        label="Readers see it from",
        widget=forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={
            "required": "Choose a day and a time.",
            "invalid": "Write day and time as in 2025-09-01 18:30.",
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        zone, now = timezone.get_current_timezone_name(), timezone.localtime()
        self.fields[
            "at"
        ].help_text = f"In the newsroom's time, {zone} ({now:%Z}). There it is now {now:%H:%M}."
