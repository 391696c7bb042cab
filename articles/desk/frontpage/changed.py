"""What somebody else did to a front while a form was open, in words."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext

from articles.core import format_time
from articles.frontpage import FrontShown, differences, plan_of
from articles.models import Front, Story
from articles.people import name_of


@dataclass(frozen=True, slots=True)
class Changed:
    """Who published a front and when, or what else changed, and each slot that differs."""

    what: str
    slots: list[str]


def changed_since(shown: FrontShown | None, section: int | None, now: FrontShown) -> Changed:
    """Return what changed in the fronts of the section (None: of the home page) since `shown`."""
    live = Front.objects.select_related("made_by").filter(pk=now.live).first()
    if shown is None or live is None or shown.live == now.live:
        return Changed(
            gettext("The scheduled front pages have changed: they are listed above."), []
        )
    what = gettext("%(person)s published another front page, from %(time)s on.") % {
        "person": name_of(live.made_by),
        "time": format_time(live.valid_from),
    }
    before = Front.objects.of(section).filter(pk=shown.live).first()
    found = differences(plan_of(before), plan_of(live))
    keys = {key for one in found for key in (one.before, one.after) if key}
    names = dict(Story.objects.filter(pk__in=keys).values_list("pk", "headline"))
    empty, gone = gettext("empty"), gettext("a deleted story")

    def name(key: int | None) -> str:
        return f"“{names[key]}”" if key in names else gone if key else empty

    return Changed(
        what,
        [
            gettext("Slot %(number)s: other words or another picture for %(story)s")
            % {"number": one.number, "story": name(one.after)}
            if one.is_wording
            else gettext("Slot %(number)s: %(before)s became %(after)s")
            % {"number": one.number, "before": name(one.before), "after": name(one.after)}
            for one in found
        ],
    )
