"""Stories as rows of the list, and what each row says of its story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from django.urls import reverse
from django.utils.translation import gettext

from articles import writing
from articles.core import action_label, article_url
from articles.desk.bulk.action import BulkAction
from articles.desk.bulk.actions import offered
from articles.desk.bulk.chosen import choices
from articles.models import Byline, PublishedVersion, Story, coverage_runs
from articles.people import name_of
from articles.stories import SEND_BACK, with_last_transition
from newsroom.accounts.models import User

#: At most this many drafts that were sent back are above the list.
SENT_BACK = 5


@dataclass(frozen=True, slots=True)
class Row:
    """One story; `says` is the last thing that was done with it, by whom, and `at` is when."""

    story: Story
    authors: str
    says: str
    at: datetime
    thumbnail: str
    embargo: datetime | None
    #: The page as readers see it, or else the preview.
    view_url: str
    is_live: bool
    #: Whether its live coverage runs.
    has_coverage: bool
    #: Those who have its form open, besides the person who looks.
    open_by: str
    #: What the row's checkbox sends if it is chosen; empty if nothing can be done with any row.
    choice: str = ""
    #: What can be done with it, among others: names, with spaces between them.
    can: str = ""


def rows_of(stories: Sequence[Story], by: User, now: datetime) -> list[Row]:
    """Return the stories as rows for this person, in three queries however many there are.

    `now` is timezone-aware. Their section, lead picture, embargo and last action should have been
    read.
    """
    bylines = Prefetch("bylines", Byline.objects.select_related("author"))
    prefetch_related_objects(stories, bylines)
    live = PublishedVersion.objects.visible(now).filter(story__in=stories)
    seen = {
        story: (slug, runs)
        for story, slug, runs in live.values_list("story", "slug", coverage_runs(now))
    }
    people = writing.who_has_open(stories, besides=by, at=now)
    return [
        _row(story, *seen.get(story.pk, (None, False)), people.get(story.pk, []), now)
        for story in stories
    ]


def _row(
    story: Story, slug: str | None, has_coverage: bool, people: list[str], now: datetime
) -> Row:
    last = story.last_action.entry
    by = name_of(last.by if last else story.changed_by)
    done = last.label if last else action_label("saved")
    return Row(
        story,
        ", ".join(str(byline) for byline in story.bylines.all()),
        gettext("%(what)s by %(who)s") % {"what": done, "who": by},
        story.last_action.at,
        story.lead_picture.url(320) if story.lead_picture else "",
        story.embargoed_until(now),
        article_url(slug) if slug else reverse("admin:articles_story_preview", args=[story.pk]),
        slug is not None,
        has_coverage,
        ", ".join(people),
    )


def with_choices(rows: list[Row], by: User, now: datetime) -> tuple[list[Row], list[BulkAction]]:
    """Return the rows with checkboxes, and what can be done with chosen ones, in two queries."""
    stories = [row.story for row in rows]
    actions, names = offered(stories, by=by)
    if not actions:
        return rows, []
    values = choices(stories, now)
    both = zip(rows, names, strict=True)
    return [replace(row, choice=values[row.story.pk], can=can) for row, can in both], actions


def sent_back_to(person: int | None) -> list[Any]:
    """Return the drafts of this account that were sent back and not resubmitted, as with a step."""
    drafts: Any = with_last_transition(Story.objects.drafts_of(person)).select_related("section")
    return list(drafts.filter(moved=SEND_BACK.action.code).order_by("-moved_at")[:SENT_BACK])
