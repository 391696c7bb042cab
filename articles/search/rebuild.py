"""Write the words of all stories and versions again, a batch at a time."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from articles.database import STORIES, VERSIONS, refresh_search_index
from articles.models import PublishedVersion, Story, StoryWords, VersionKind, VersionWords
from articles.search.analysis.document import ANALYSIS
from articles.search.index_story import index_batch
from articles.search.index_version import index_version

#: Rows that are written at once: others who write wait as long.
BATCH = 20
#: Of words that are to be made again.
OUTDATED = 0


def rebuild(*, missing: bool = False) -> Iterator[tuple[int, int]]:
    """Make all words again, the newest first; yield how many are done, and of how many.

    With `missing`, only those that are not there, or made by an older analysis. It may be stopped
    at any time: the next call goes on. The search works meanwhile, by what was there before.
    """
    all_words = (StoryWords.objects, VersionWords.objects)
    was_stopped = any(words.filter(analysis=OUTDATED).exists() for words in all_words)
    if not missing and not was_stopped:
        for words in all_words:
            words.update(analysis=OUTDATED)
        for indexed in (STORIES, VERSIONS):
            refresh_search_index(indexed)
    total = _waiting(Story).count() + _waiting(PublishedVersion).count()
    done = 0
    for model, write in ((PublishedVersion, _index_versions), (Story, index_batch)):
        for count in _write_all(_waiting(model), write):
            done += count
            yield done, total


def index_stories(stories: QuerySet[Story]) -> None:
    """Write the words of these stories again, a batch at a time, the newest first.

    Call it after the commit of what changed them: each batch is a short transaction of its own.
    """
    for _ in _write_all(stories, index_batch):
        pass


def _index_versions(versions: Sequence[PublishedVersion]) -> None:
    for version in versions:
        index_version(version)


def _write_all(rows: QuerySet[Any], write: Callable[[Sequence[Any]], None]) -> Iterator[int]:
    last, model = None, rows.model
    while True:
        waiting = rows.order_by("-pk")
        batch = list((waiting.filter(pk__lt=last) if last else waiting)[:BATCH])
        if not batch:
            return
        last = batch[-1].pk
        with transaction.atomic():
            # Locked: what somebody saves meanwhile must not be covered with what it was before.
            locked = model._default_manager.select_for_update()
            write(list(locked.filter(pk__in=[it.pk for it in batch]).order_by("pk")))
        yield len(batch)


def _waiting(model: type[Any]) -> QuerySet[Any]:
    rows: QuerySet[Any] = model.objects.filter(Q(words=None) | ~Q(words__analysis=ANALYSIS))
    return rows.filter(kind=VersionKind.STORY) if model is PublishedVersion else rows
