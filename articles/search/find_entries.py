"""Entries of live blogs by their words: for readers what they see, and for the desk drafts too."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import QuerySet, Window
from django.db.models.functions import RowNumber

from articles.database import ENTRIES, ENTRY_VERSIONS
from articles.models import EntryVersion, EntryVersionQuerySet, LiveEntry
from articles.search.analysis import Query
from articles.search.expression import matches, narrowed
from articles.search.find_stories import with_authors


def find_entries(query: Query) -> QuerySet[LiveEntry]:
    """Return entries with what the query asks for, as they are written; newest first.

    Whoever shows them asks whether the person may read drafts.
    """
    query = with_authors(query)
    found = narrowed(LiveEntry.objects.filter(matches(ENTRIES, query)), ENTRIES, query)
    return found.order_by("-changed_at", "-pk")


def visible_entries(query: Query, at: datetime) -> EntryVersionQuerySet:
    """Return the entries that readers see at the timezone-aware `at` with what is asked for.

    If no word is asked for, there are none: exclusions alone choose stories.
    """
    if not query.groups:
        return EntryVersion.objects.none()
    found = EntryVersion.objects.visible(at).filter(matches(ENTRY_VERSIONS, query))
    return narrowed(found, ENTRY_VERSIONS, query)


def stories_with_entries(query: Query, at: datetime) -> list[int]:
    """Return the primary keys of the stories of the `visible_entries`, in one query."""
    stories = visible_entries(query, at).order_by("story").values_list("story", flat=True)
    return list(stories.distinct())


def newest_entries(query: Query, at: datetime, stories: Collection[int]) -> dict[int, EntryVersion]:
    """Return the newest of the `visible_entries` of each of these stories, in one query."""
    newest = Window(RowNumber(), partition_by="story_id", order_by=("-at", "-entry_id"))
    found = visible_entries(query, at).filter(story__in=stories).annotate(place=newest)
    return {version.story_id: version for version in found.filter(place=1)}
