"""The stories that are offered for a front: the newest ones, or those that a search finds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from articles.frontpage import FrontPlan
from articles.models import PublishedVersion, Section, Story, VersionKind
from articles.publishing import with_publication_status
from articles.search import find_stories, parse

MOST = 30


@dataclass(frozen=True, slots=True)
class Offered:
    """A story, with its publication status; `slot` is where it is already, 0 if nowhere.

    `at` is when it was or will be published, if that is known.
    """

    story: Any
    slot: int
    at: datetime | None


def offered(typed: str, plan: FrontPlan, section: Section | None, now: datetime) -> list[Offered]:
    """Return the stories with the words that were typed, the last changed first.

    Without any, the newest that are published or scheduled, of the section if it is its front.
    """
    stories = with_publication_status(Story.objects.all(), now)
    query = parse(typed, unfinished=True)
    if query:
        found = find_stories(stories, query).select_related("section").defer("body")[:MOST]
        return _rows(list(found), {}, plan)
    versions = PublishedVersion.objects.in_force_or_scheduled(now).filter(kind=VersionKind.STORY)
    if section:
        versions = versions.filter(section=section)
    newest = versions.newest_first().values_list("story_id", "published_at")[: 2 * MOST]
    times = dict(list(dict(newest).items())[:MOST])
    rows = stories.filter(pk__in=times).select_related("section").defer("body")
    return _rows(sorted(rows, key=lambda story: list(times).index(story.pk)), times, plan)


def _rows(stories: list[Story], times: dict[int, datetime], plan: FrontPlan) -> list[Offered]:
    where = {slot.story: number for number, slot in enumerate(plan.slots, 1) if slot.story}
    return [Offered(story, where.get(story.pk, 0), times.get(story.pk)) for story in stories]
