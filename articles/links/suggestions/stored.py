"""Suggestions that were made in the background, and what of them is shown now."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import OuterRef, Subquery

from articles.links.rules import rejected_targets
from articles.links.suggestions.suggest import Suggestion, suggest
from articles.links.suggestions.why import Reasons
from articles.models import LinkSuggestion, PublishedVersion, RelatedLink, Story

#: More than are shown: some will have become links by then.
STORED = 10


def store_suggestions(story: Story, at: datetime) -> None:
    """Find related stories for the stored working copy, in place of those found before."""
    found = suggest(story, at, STORED)
    with transaction.atomic():
        # One after the other, and nothing for a story that has been deleted meanwhile. Not a
        # stronger lock: two stories that are suggested for each other would deadlock.
        if not Story.objects.select_for_update(no_key=True).filter(pk=story.pk).exists():
            return
        there = Story.objects.filter(pk__in=[one.story for one in found])
        targets = set(there.values_list("pk", flat=True))
        LinkSuggestion.objects.filter(story=story).delete()
        LinkSuggestion.objects.bulk_create(
            LinkSuggestion(
                story=story, target_id=one.story, position=place, reasons=one.reasons.stored()
            )
            for place, one in enumerate(found)
            if one.story in targets
        )


def stored_suggestions(story: Story, at: datetime, count: int = 5) -> list[Suggestion]:
    """Return up to `count` of the suggestions that were stored, the best first, in one query.

    As when they were made: readers see each of them at the timezone-aware datetime `at`, the story
    has no link to it, and it was not rejected for one.
    """
    stored = LinkSuggestion.objects.filter(story=story)
    linked = RelatedLink.objects.placed().filter(story=story, target__isnull=False)
    visible = (
        PublishedVersion.objects.visible(at)
        .filter(story__in=stored.values("target"))
        .exclude(story__in=linked.values("target"))
        .exclude(story__in=rejected_targets(story.pk))
    )
    of_target = stored.filter(target=OuterRef("story"))
    found: Any = (
        visible.only("story", "headline", "slug", "published_at")
        .annotate(
            position=Subquery(of_target.values("position")),
            reasons=Subquery(of_target.values("reasons")),
        )
        .order_by("position")
    )
    return [
        Suggestion(
            row.story_id, row.headline, row.slug, row.published_at, Reasons.read(row.reasons)
        )
        for row in found[:count]
    ]
