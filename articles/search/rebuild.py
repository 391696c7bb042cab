"""Write the words of all that is indexed again, a batch at a time."""

from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from articles.database import refresh_search_index
from articles.models import (
    EntryVersionWords,
    EntryWords,
    NoteWords,
    Story,
    StoryWords,
    VersionWords,
    WireWords,
)
from articles.search.index_entry import ENTRY_SOURCE, ENTRY_VERSION_SOURCE
from articles.search.index_note import NOTE_SOURCE
from articles.search.index_story import STORY_SOURCE
from articles.search.index_version import VERSION_SOURCE
from articles.search.index_wire_copy import WIRE_SOURCE
from articles.search.source import Source, in_batches

#: What readers wait for comes first.
SOURCES = (
    VERSION_SOURCE,
    ENTRY_VERSION_SOURCE,
    STORY_SOURCE,
    ENTRY_SOURCE,
    NOTE_SOURCE,
    WIRE_SOURCE,
)
WORDS = (VersionWords, EntryVersionWords, StoryWords, EntryWords, NoteWords, WireWords)
#: Rows that are written at once: other writers wait for that long.
BATCH = 50
#: Of words that are to be made again.
OUTDATED = 0


def rebuild(*, missing: bool = False) -> Iterator[tuple[int, int]]:
    """Make all words again, the newest first; yield how many are done, and of how many.

    With `missing`, only those that are not there, or made by an older analysis. It may be stopped
    at any time: the next call goes on. The search works meanwhile, by what was there before.
    """
    all_words = [model.objects for model in WORDS]
    was_stopped = any(words.filter(analysis=OUTDATED).exists() for words in all_words)
    if not missing and not was_stopped:
        for words in all_words:
            words.update(analysis=OUTDATED)
        for source in SOURCES:
            refresh_search_index(source.indexed)
    total = sum(source.waiting().count() for source in SOURCES)
    done = 0
    for source in SOURCES:
        for count in _write_all(source, source.waiting()):
            done += count
            yield done, total


def index_stories(stories: QuerySet[Story]) -> None:
    """Write the words of these stories again, a batch at a time, the newest first.

    Call it after the commit of what changed them: each batch is a short transaction of its own.
    """
    for _ in _write_all(STORY_SOURCE, stories):
        pass


def _write_all(source: Source, waiting: QuerySet[Any]) -> Iterator[int]:
    for keys in in_batches(waiting.only("pk"), BATCH):
        with transaction.atomic():
            # Locked: what somebody saves meanwhile must not be covered with what it was before.
            rows = source.rows().select_for_update()
            source.write(list(rows.filter(pk__in=[row.pk for row in keys])))
        yield len(keys)
