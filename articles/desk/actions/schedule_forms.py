"""What actions on the schedule of a story ask: when, which version, how long an embargo."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.core import clock, format_time
from articles.desk.actions.action_form import ActionForm, TimedForm
from articles.desk.actions.forms import PublishForm
from articles.desk.actions.quick_times import QuickTime, quick_times
from articles.desk.clock import ClockField
from articles.models import PublishedVersion, PublishedVersionQuerySet, Story
from articles.wire import embargo_question

if TYPE_CHECKING:
    VersionChoices = forms.ModelChoiceField[PublishedVersion]
else:
    VersionChoices = forms.ModelChoiceField


#: A time as the calendar names it.
CLOCK = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d", re.ASCII)


class VersionChoiceField(VersionChoices):
    """One of the scheduled versions and notices of a story."""

    widget = forms.RadioSelect
    default_error_messages = {
        "required": _("Choose one."),
        "invalid_choice": _(
            "This is no longer scheduled: it has been published, or somebody rescheduled or"
            " cancelled it. Open the story to see its current state."
        ),
    }

    def label_from_instance(self, obj: PublishedVersion) -> str:
        told = {"time": format_time(obj.visible_from), "headline": obj}
        if obj.is_withdrawal:
            return gettext("%(time)s: withdrawal of “%(headline)s”") % told
        return gettext("%(time)s: “%(headline)s”") % told


class QuickForm(TimedForm):
    """Asks for a time, and offers those that people often choose."""

    def quick_times(self) -> list[QuickTime]:
        """Return the times to choose with a click."""
        return quick_times(clock.now())


class UnscheduleForm(ActionForm):
    """Asks which version, or all."""

    version = VersionChoiceField(
        label=_("What to cancel"),
        queryset=PublishedVersion.objects.none(),
        required=False,
        blank=True,
        empty_label=_("Everything that is scheduled"),
    )

    def __init__(self, story: Story, data: Any = None, query: Mapping[str, str] = {}) -> None:
        super().__init__(story, data, query)
        versions: Any = self.fields["version"]
        versions.queryset = scheduled_versions(story)

    def start(self, query: Mapping[str, str]) -> dict[str, Any]:
        """Begin with the version that the URL names."""
        return {"version": query.get("version")}


class RescheduleForm(QuickForm):
    """Asks which version, and for its new time."""

    field_order = ("version",)
    version = VersionChoiceField(
        label=_("What to reschedule"), queryset=PublishedVersion.objects.none(), empty_label=None
    )
    at = ClockField(label=_("New time"))

    def __init__(self, story: Story, data: Any = None, query: Mapping[str, str] = {}) -> None:
        super().__init__(story, data, query)
        versions: Any = self.fields["version"]
        versions.queryset = scheduled_versions(story)

    def start(self, query: Mapping[str, str]) -> dict[str, Any]:
        """Begin with the version that the URL names, or the first one, and its time."""
        scheduled = list(scheduled_versions(self.story))
        named = [version for version in scheduled if str(version.pk) == query.get("version")]
        chosen = next(iter(named + scheduled), None)
        return {"version": chosen, "at": chosen.visible_from} if chosen else {}


def scheduled_versions(story: Story) -> PublishedVersionQuerySet:
    """Return what is scheduled for the story, the next one first."""
    return story.published_versions.scheduled(clock.now()).order_by("visible_from")


class ScheduleForm(PublishForm, QuickForm):
    """Asks from when on readers see the story, and what is new to them."""

    field_order = ("at",)
    at = ClockField(label=_("Readers see it from"))

    def start(self, query: Mapping[str, str]) -> dict[str, Any]:
        """Begin with the time chosen in the calendar, else with that for which it is scheduled.

        Without either, with the end of its embargo.
        """
        if CLOCK.fullmatch(query.get("at", "")):
            return {"at": query["at"]}
        now = clock.now()
        scheduled = self.story.published_versions.scheduled_stories(now)
        last = scheduled.order_by("visible_from").last()
        return {"at": last.visible_from if last else self.story.embargoed_until(now)}


class EmbargoForm(TimedForm):
    """Asks until when, and why."""

    at = ClockField(label=_("Not published before"))
    reason = forms.CharField(
        label=_("Who asks for it, or why"),
        widget=forms.Textarea({"rows": 2}),
        help_text=_("For the audit log; readers do not see it."),
        error_messages={"required": _("Say who asks for the embargo, or why.")},
    )

    def start(self, query: Mapping[str, str]) -> dict[str, Any]:
        """Begin with the embargo that the story has, or with what its wire copy says of one."""
        until = self.story.embargoed_until(clock.now())
        if until is None and (question := embargo_question(self.story)):
            return {"at": question.until, "reason": question.text}
        return {"at": until}


class LiftEmbargoForm(ActionForm):
    """Asks why."""

    reason = forms.CharField(
        label=_("Why it is lifted"),
        widget=forms.Textarea({"rows": 2}),
        help_text=_("For the audit log; readers do not see it."),
        error_messages={"required": _("Say why the embargo is lifted.")},
    )
