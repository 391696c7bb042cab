"""A time as the newsroom's clock shows it, on the days too when the clocks change."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import formats, timezone
from django.utils.dateparse import parse_datetime

from articles import zone

#: Years that are years in each zone.
FIRST_YEAR, LAST_YEAR = 1900, 9000


class ClockField(forms.DateTimeField):
    """What a clock shows: naive, unless the difference from UTC was typed too."""

    widget = forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    default_error_messages = {
        "required": "Choose a day and a time.",
        "invalid": "Write day and time as in 2025-09-01 18:30.",
    }

    def to_python(self, value: Any) -> datetime | None:
        if value in self.empty_values:
            return None
        try:
            typed = parse_datetime(value.strip())
        except ValueError as error:
            raise forms.ValidationError(self.error_messages["invalid"], "invalid") from error
        # Not Django's own, which takes the hours that a zone skips or repeats for a mistake.
        typed = typed or super(forms.DateTimeField, self).to_python(value)
        if typed is None or not FIRST_YEAR <= typed.year <= LAST_YEAR:
            raise forms.ValidationError(self.error_messages["invalid"], "invalid")
        return typed


class ClockForm(forms.Form):
    """Asks for `at`, in the newsroom's time, which becomes aware; and which of two it is."""

    at = ClockField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name, now = timezone.get_current_timezone_name(), timezone.localtime()
        short = "" if now.tzname() == name else f" ({now:%Z})"
        self.fields["at"].help_text = (
            f"In the newsroom's time, {name}{short}. There it is now {now:%H:%M}."
            f" {self.fields['at'].help_text}"
        ).strip()

    def clean(self) -> dict[str, Any]:
        typed = self.cleaned_data.get("at")
        if typed and timezone.is_naive(typed):
            moments = zone.moments(typed)
            if not moments:
                self.add_error("at", _skipped(typed))
            elif len(moments) == 1:
                self.cleaned_data["at"] = moments[0]
            else:
                self._ask_which(typed, moments)
        return self.cleaned_data

    def _ask_which(self, typed: datetime, moments: list[datetime]) -> None:
        names = ("before the clocks go back", "after the clocks went back")
        choices = {
            at.isoformat(): f"{zone.in_words(at)}, {name}"
            for at, name in zip(moments, names, strict=True)
        }
        self.fields["which"] = forms.ChoiceField(
            label="Which of the two", choices=choices, widget=forms.RadioSelect
        )
        fields = list(self.fields)
        self.order_fields([*fields[: fields.index("at") + 1], "which"])
        which = self.data.get("which")
        if which in choices:
            self.cleaned_data["at"] = datetime.fromisoformat(which)
        else:
            self.add_error(
                "which",
                f"The clocks go back then, so {typed:%H:%M} comes twice. Choose which you mean.",
            )


def _skipped(typed: datetime) -> str:
    start, end = zone.skipped(typed)
    day = formats.date_format(start, "j F Y")
    return (
        f"{typed:%H:%M} does not exist then: on {day} the clocks in"
        f" {timezone.get_current_timezone_name()} go forward from {start:%H:%M} to {end:%H:%M}."
        f" Choose {end:%H:%M} or later, or a time before {start:%H:%M}."
    )
