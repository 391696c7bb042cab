"""The words of entries of live blogs, as written for the desk and as published for readers."""

from collections.abc import Iterable, Iterator, Sequence

from django.conf import settings

from articles import body
from articles.database import ENTRIES, ENTRY_VERSIONS
from articles.models import (
    EntryVersion,
    EntryVersionWords,
    EntryWords,
    LiveEntry,
    PublishedVersion,
    VersionKind,
)
from articles.search.analysis import ANALYSIS, Document, make_document
from articles.search.index_story import author_facet
from articles.search.index_version import write_vocabulary
from articles.search.source import Source
from articles.text import guess_language


def index_entry(entry: LiveEntry) -> None:
    """Write the words of an entry as it is written, in the transaction that writes it."""
    index_entries([entry])


def index_entries(entries: Sequence[LiveEntry]) -> None:
    """Write the words of entries as they are written."""
    documents = zip(entries, entry_documents(entries), strict=True)
    EntryWords.objects.bulk_create(
        [
            EntryWords(entry=entry, analysis=ANALYSIS, words=it.words, tokens=it.tokens)
            for entry, it in documents
        ],
        update_conflicts=True,
        unique_fields=["entry"],
        update_fields=["analysis", "words", "tokens"],
    )


def entry_documents(entries: Iterable[LiveEntry]) -> list[Document]:
    """Return the entries as the index of the desk is to have them."""
    return [
        make_document(
            entry.headline,
            "",
            (*texts_of_entry(entry.body), entry.note),
            language=language_of_entry(entry),
            facets=[author_facet(entry.author_id)] if entry.author_id else (),
        )
        for entry in entries
    ]


def index_entry_version(version: EntryVersion) -> None:
    """Write the words of a published form of an entry, in the transaction that writes it."""
    index_entry_versions([version])


def index_entry_versions(versions: Sequence[EntryVersion]) -> None:
    """Write the words of published forms of entries."""
    documents = entry_version_documents(versions)
    EntryVersionWords.objects.bulk_create(
        [
            EntryVersionWords(version=version, analysis=ANALYSIS, words=it.words, tokens=it.tokens)
            for version, it in zip(versions, documents, strict=True)
        ],
        update_conflicts=True,
        unique_fields=["version"],
        update_fields=["analysis", "words", "tokens"],
    )
    write_vocabulary(documents)


def entry_version_documents(versions: Sequence[EntryVersion]) -> list[Document]:
    """Return published forms of entries as the index is to have them, in one query."""
    spoken = _languages({version.story_id for version in versions})
    return [
        make_document(
            version.headline,
            "",
            (*texts_of_entry(version.body_html), version.note, version.author),
            language=spoken.get(version.story_id) or language_of_entry(version),
        )
        for version in versions
    ]


def texts_of_entry(html: str) -> list[str]:
    """Return the paragraphs of an entry."""
    return list(_texts(html))


def language_of_entry(entry: LiveEntry | EntryVersion) -> str:
    """Return the language in which the entry is written, as far as it alone can tell."""
    text = "\n".join((entry.headline, *_texts(entry.body)))
    return guess_language(text, settings.LANGUAGE_CODE)


def _languages(stories: Iterable[int]) -> dict[int, str]:
    """Return the language of what readers got first of each story: that never changes."""
    published = PublishedVersion.objects.filter(story__in=stories, kind=VersionKind.STORY)
    return dict(published.order_by("-pk").values_list("story_id", "language"))


def _texts(html: str) -> Iterator[str]:
    try:
        blocks = body.read(html)
    except body.BodyRefused:
        # One that came another way does not stop the others.
        return
    yield from (block.text for block in blocks if block.text)


ENTRY_SOURCE = Source(LiveEntry.objects.all, ENTRIES, entry_documents, index_entries)
ENTRY_VERSION_SOURCE = Source(
    EntryVersion.objects.all, ENTRY_VERSIONS, entry_version_documents, index_entry_versions
)
