"""Compare the index with the stories."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from articles.database import STORIES, VERSIONS, is_in_step
from articles.models import PublishedVersion, Story, VersionKind
from articles.search.analysis import Document
from articles.search.index_story import blocks_of, story_document
from articles.search.index_version import version_document
from articles.stories import working_copy_of


class Difference(NamedTuple):
    """What the index has not as it should; `pk` is 0 where the index itself is damaged."""

    table: str
    pk: int
    fault: str


def differences() -> Iterator[Difference]:
    """Yield where the index differs from the stories and the published versions."""
    for indexed in (STORIES, VERSIONS):
        if not is_in_step(indexed):
            yield Difference(indexed.table, 0, "the index differs from its table")
    versions = PublishedVersion.objects.filter(kind=VersionKind.STORY)
    for version in versions.select_related("words").iterator(chunk_size=100):
        yield from _difference(version, version_document(version))
    for story in Story.objects.select_related("words").iterator(chunk_size=100):
        document = story_document(working_copy_of(story), blocks_of(story))
        yield from _difference(story, document)


def _difference(row: Any, document: Document) -> Iterator[Difference]:
    stored = getattr(row, "words", None)
    if stored is None:
        yield Difference(row._meta.db_table, row.pk, "not in the index")
    elif (stored.words, stored.tokens) != (document.words, document.tokens):
        yield Difference(row._meta.db_table, row.pk, "in the index with other words")
