"""A newsroom with something on each page, written in no language."""

from datetime import timedelta

from django.urls import reverse
from time_machine import Traveller

from articles import writing
from articles.models import Change, CorrectionKind, Story
from articles.publishing import add_correction, publish, schedule, set_embargo, withdraw
from articles.stories import WorkingCopy
from tests.factories import NOON, make_section
from tests.helpers import changed, managing_editor, ready

READERS = ("/", "/recent/", "/corrections/", "/news/live/", "/news/gone/", "/news/none/", "/none/")


def build(clock: Traveller) -> dict[str, Story]:
    """Build the site, which takes a minute, and return its stories by what they are."""
    by = managing_editor("0001")
    section = make_section(name="0002", slug="0002")
    stories = {
        name: ready(f"{number}", body="<p>0003</p>", slug=name, section=section, summary="0004")
        for number, name in enumerate(("live", "gone", "scheduled", "embargoed"), 1000)
    }
    for name in ("live", "gone"):
        publish(stories[name], by=by)
    add_correction(stories["live"], by=by, kind=CorrectionKind.CORRECTION, text="0005")
    add_correction(stories["live"], by=by, kind=CorrectionKind.EDITORS_NOTE, text="0006")
    clock.shift(timedelta(minutes=1))
    stories["live"] = changed(stories["live"], by=by, more="0014")
    publish(stories["live"], by=by, change=Change.UPDATE)
    withdraw(stories["gone"], by=by)
    schedule(stories["scheduled"], by=by, at=NOON + timedelta(days=1))
    set_embargo(stories["embargoed"], by=by, until=NOON + timedelta(days=2), reason="0007")
    stories["draft"] = writing.create(WorkingCopy("1010"), by=by)
    return stories


def desk_pages(stories: dict[str, Story]) -> dict[str, str]:
    """Return the URLs of the pages on which a story is written and published, by name."""

    def url(name: str, story: str) -> str:
        return reverse(f"admin:articles_story_{name}", args=[stories[story].pk])

    asked = {
        "live": ("publish", "add_correction", "retract_correction", "withdraw", "history"),
        "gone": ("reinstate",),
        "scheduled": ("reschedule", "unschedule"),
        "embargoed": ("embargo", "lift_embargo", "schedule"),
    }
    return {
        "list": reverse("admin:articles_story_changelist"),
        "add": reverse("admin:articles_story_add"),
        **{f"form of {name}": url("change", name) for name in stories},
        **{name: url(name, story) for story, names in asked.items() for name in names},
    }
