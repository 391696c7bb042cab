"""What a page showed of a story, so that nobody confirms what they have not seen.

A page that asks before an action carries `shown_of` the story. `hold_as_shown` begins the action:
it refuses, under the lock, if anything has been done with the story since, or if what readers see
has changed with time.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max, QuerySet
from django.utils.translation import gettext

from articles.core import NewsroomError, Subject, refuse, registered_actions
from articles.models import AuditEntry, PublishedVersion, Story
from articles.pictures import lock_pictures
from articles.publishing.begin import begin
from articles.publishing.freeze import digest, freeze
from articles.publishing.situation import Situation
from articles.stories import working_copy_of

#: What moderators decide on links, and the entries of a live blog: no page that asks shows them.
OTHERS = frozenset({Subject.RELATED_LINK, Subject.LIVE_BLOG})
_FORM = re.compile(r"(\d{1,18})-(\d{1,18})-(\d{1,18})(?:-([0-9a-f]{24}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page showed: the saved text, the latest action and what readers saw.

    `version` is that of the working copy; `action` and `live` are the primary keys of the audit
    log entry and of the published version, 0 where there is none. `frozen` is a digest of what
    readers would get, where the page asked whether they shall: names in the byline and words of
    pictures change without a save. As a string it fits a form.
    """

    version: int
    action: int
    live: int
    frozen: str = ""

    def __str__(self) -> str:
        said = f"{self.version}-{self.action}-{self.live}"
        return f"{said}-{self.frozen}" if self.frozen else said


class Changed(NewsroomError):
    """The story has changed since the page was shown; `shown` is None if the page did not say."""

    def __init__(self, shown: Shown | None) -> None:
        self.shown = shown
        super().__init__(
            gettext("The story has changed since you opened this page. Nothing has been done.")
            if shown
            else gettext("This page did not say what it showed. Nothing has been done.")
        )


def shown_of(now: Situation, *, publishes: bool = False) -> Shown:
    """Return what a page that shows the story in this situation has to carry.

    It takes one query; more if the page asks whether the story `publishes`.
    """
    last = _actions(now.story).aggregate(last=Max("pk"))["last"]
    frozen = digest(freeze(working_copy_of(now.story))) if publishes else ""
    return Shown(now.story.version, last or 0, now.live.pk if now.live else 0, frozen)


def shown_of_all(stories: Collection[Story], at: datetime) -> dict[int, Shown]:
    """Return what a list of stories as of `at` has to carry, by primary key, in two queries."""
    actions = _of_the_story(AuditEntry.objects.filter(story__in=stories)).order_by()
    last = dict(actions.values_list("story").annotate(last=Max("pk")))
    versions = PublishedVersion.objects.visible(at).filter(story__in=stories)
    live = dict(versions.values_list("story", "pk"))
    return {
        story.pk: Shown(story.version, last.get(story.pk, 0), live.get(story.pk, 0))
        for story in stories
    }


def read_shown(text: str) -> Shown | None:
    """Return what a form carried; None if it carried nothing that can be read."""
    found = _FORM.fullmatch(text)
    if found is None:
        return None
    version, action, live = map(int, found.groups()[:3])
    return Shown(version, action, live, found[4] or "")


def check_shown(now: Situation, shown: Shown | None, *, publishes: bool = False) -> Changed | None:
    """Return a refusal unless the story still is what the page showed."""
    return None if shown == shown_of(now, publishes=publishes) else Changed(shown)


def hold_as_shown(story: Story, shown: Shown | None, *, publishes: bool = False) -> Situation:
    """Lock the story until the transaction ends, and return its situation.

    With its pictures, if it `publishes`. Raise `Changed` unless it still is what the page showed.
    """
    now = begin(story)
    if publishes:
        lock_pictures(now.story)
    refuse(check_shown(now, shown, publishes=publishes))
    return now


def actions_since(story: Story, shown: Shown) -> list[AuditEntry]:
    """Return what has been done with the story since the page was shown, the latest first."""
    return list(_actions(story).filter(pk__gt=shown.action).select_related("by"))


def _actions(story: Story) -> QuerySet[AuditEntry]:
    return _of_the_story(story.audit_log.all())


def _of_the_story(entries: QuerySet[AuditEntry]) -> QuerySet[AuditEntry]:
    others = [one.code for one in registered_actions() if one.subject in OTHERS]
    return entries.exclude(action__in=others)
