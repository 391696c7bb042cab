"""Where an entry stands at one moment: all that says what can be done with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from articles.core import locked
from articles.models import EntryVersion, LiveEntry
from articles.publishing import Situation, begin


@dataclass(frozen=True, slots=True)
class EntrySituation:
    """An entry, its story's situation, and its published forms by their start.

    They come without those that were unscheduled.
    """

    entry: LiveEntry
    story: Situation
    versions: tuple[EntryVersion, ...]

    @property
    def at(self) -> datetime:
        """The timezone-aware datetime of the moment."""
        return self.story.at

    @property
    def live(self) -> EntryVersion | None:
        """What readers see of it while they see its story."""
        for version in self.versions:
            until = version.visible_until
            if version.visible_from <= self.at and (until is None or self.at < until):
                return version
        return None

    @property
    def scheduled(self) -> EntryVersion | None:
        """What starts later."""
        return next((one for one in self.versions if one.visible_from > self.at), None)

    @property
    def first(self) -> EntryVersion | None:
        """What readers saw first of it."""
        first = next(iter(self.versions), None)
        return first if first and first.visible_from <= self.at else None

    @property
    def is_withdrawn(self) -> bool:
        """Whether readers saw it, and no longer do."""
        return self.first is not None and self.live is None

    @property
    def last_said(self) -> EntryVersion | None:
        """What readers will see last, as things stand now."""
        return self.scheduled or self.live

    @property
    def is_ahead(self) -> bool:
        """Whether it has been changed since what readers see, or will see, was published."""
        last = self.last_said
        return last is not None and not says_the_same(self.entry, last)


def says_the_same(entry: LiveEntry, version: EntryVersion) -> bool:
    """Return whether readers would get from the working copy what the version has."""
    author = entry.author.name if entry.author else ""
    told = entry.shown_at or version.published_at
    return (entry.headline, entry.body, author, entry.is_key, entry.note, told) == (
        version.headline,
        version.body,
        version.author,
        version.is_key,
        version.note,
        version.at,
    )


def begin_entry(entry: LiveEntry) -> EntrySituation:
    """Lock the story and the entry, and return the entry's situation as of now."""
    story = begin(entry.story)
    entry = locked(entry)
    # The same row, read once.
    entry.story = story.story
    return entry_situations([entry], story)[0]


def entry_situations(entries: Collection[LiveEntry], story: Situation) -> list[EntrySituation]:
    """Return the situations of entries of one story, in one query."""
    found: dict[int, list[EntryVersion]] = defaultdict(list)
    versions = EntryVersion.objects.with_period().filter(entry__in=entries)
    for version in versions.order_by("visible_from", "pk").select_related("made_by"):
        found[version.entry_id].append(version)
    return [EntrySituation(entry, story, tuple(found[entry.pk])) for entry in entries]
