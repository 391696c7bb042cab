"""Whether all is in the index, as it is not yet right after the update that brought the search."""

from typing import Any

from django.db.models import QuerySet

from articles.models import (
    EntryVersion,
    LiveEntry,
    Note,
    PublishedVersion,
    Story,
    VersionKind,
    WireCopy,
)


def has_all_stories() -> bool:
    """Return whether the index has the working copies of all stories."""
    return _has_oldest(Story.objects.all())


def has_all_for_desk() -> bool:
    """Return whether the index has all that the desk searches."""
    return has_all_stories() and all(
        _has_oldest(rows)
        for rows in (LiveEntry.objects.all(), Note.objects.all(), WireCopy.objects.all())
    )


def has_all_versions() -> bool:
    """Return whether the index has all published versions, and entries of live blogs."""
    stories = PublishedVersion.objects.filter(kind=VersionKind.STORY)
    return _has_oldest(stories) and _has_oldest(EntryVersion.objects.all())


def _has_oldest(rows: QuerySet[Any]) -> bool:
    # It is filled from the newest to the oldest: one look-up instead of a count.
    oldest = rows.order_by("pk").values_list("words__analysis", flat=True)[:1]
    return None not in oldest
