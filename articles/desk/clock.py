"""A time as a clock shows it in the active time zone, even on the days when the clocks change."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import formats, timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.core import format_time_in_full, possible_times, skipped_period

#: Years that exist in every time zone.
FIRST_YEAR, LAST_YEAR = 1900, 9000


class ClockField(forms.DateTimeField):
    """What a clock shows: naive, unless the offset from UTC was typed too."""

    widget = forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    default_error_messages = {
        "required": _("Choose a day and a time."),
        "invalid": _("Enter day and time as in 2025-09-01 18:30."),
    }

    def to_python(self, value: Any) -> datetime | None:
        if value in self.empty_values:
            return None
        try:
            typed = parse_datetime(value.strip()) if value.isprintable() else None
        except ValueError as error:
            raise forms.ValidationError(self.error_messages["invalid"], "invalid") from error
        # Not Django's own, which treats the hours that a zone skips or repeats as a mistake.
        typed = typed or super(forms.DateTimeField, self).to_python(value)
        if typed is None or not FIRST_YEAR <= typed.year <= LAST_YEAR:
            raise forms.ValidationError(self.error_messages["invalid"], "invalid")
        return typed


class ClockForm(forms.Form):
    """Asks for `at` in the active time zone, returns it timezone-aware; if two, asks which."""

    at = ClockField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name, now = timezone.get_current_timezone_name(), timezone.localtime()
        zone = name if now.tzname() == name else f"{name} ({now:%Z})"
        told = gettext("In the time zone %(zone)s, where it is now %(time)s.") % {
            "zone": zone,
            "time": formats.time_format(now, "TIME_FORMAT"),
        }
        self.fields["at"].help_text = f"{told} {self.fields['at'].help_text}".strip()

    def clean(self) -> dict[str, Any]:
        typed = self.cleaned_data.get("at")
        if typed and timezone.is_naive(typed):
            times = possible_times(typed)
            if not times:
                self.add_error("at", _skipped(typed))
            elif len(times) == 1:
                self.cleaned_data["at"] = times[0]
            else:
                self._ask_which(typed, times)
        return self.cleaned_data

    def _ask_which(self, typed: datetime, times: list[datetime]) -> None:
        names = (
            gettext("%(time)s, before the clocks go back"),
            gettext("%(time)s, after the clocks went back"),
        )
        choices = {
            at.isoformat(): name % {"time": format_time_in_full(at)}
            for at, name in zip(times, names, strict=True)
        }
        self.fields["which"] = forms.ChoiceField(
            label=gettext("Which of the two"), choices=choices, widget=forms.RadioSelect
        )
        fields = list(self.fields)
        self.order_fields([*fields[: fields.index("at") + 1], "which"])
        which = self.data.get(self.add_prefix("which"))
        if which in choices:
            self.cleaned_data["at"] = datetime.fromisoformat(which)
        else:
            self.add_error(
                "which",
                gettext("The clocks go back then, so %(time)s occurs twice. Choose which you mean.")
                % {"time": formats.time_format(typed, "TIME_FORMAT")},
            )


def _skipped(typed: datetime) -> str:
    start, end = skipped_period(typed)
    return gettext(
        "%(time)s does not exist then: on %(day)s the clocks in %(zone)s go forward from %(start)s"
        " to %(end)s. Choose %(end)s or later, or a time before %(start)s."
    ) % {
        "time": formats.time_format(typed, "TIME_FORMAT"),
        "day": formats.date_format(start, "DATE_FORMAT"),
        "zone": timezone.get_current_timezone_name(),
        "start": formats.time_format(start, "TIME_FORMAT"),
        "end": formats.time_format(end, "TIME_FORMAT"),
    }
