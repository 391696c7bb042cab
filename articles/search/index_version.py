"""The words of a published version: what readers get of it, written when it is."""

from collections.abc import Iterable, Sequence

from django.db.models import QuerySet

from articles import body
from articles.database import VERSIONS
from articles.models import PublishedVersion, VersionKind, VersionWords, VocabularyWord
from articles.search.analysis import ANALYSIS, Document, make_document, spellings
from articles.search.source import Source
from articles.stories import language_of_text

#: How many words are asked for at once: fewer than a database takes parameters.
MOST_ASKED = 5000


def index_version(version: PublishedVersion) -> None:
    """Write the words of a version of a story, in the transaction that writes the version."""
    index_versions([version])


def index_versions(versions: Sequence[PublishedVersion]) -> None:
    """Write the words of versions of stories."""
    documents = version_documents(versions)
    VersionWords.objects.bulk_create(
        [
            VersionWords(
                version=version,
                published=int(version.published_at.timestamp()),
                analysis=ANALYSIS,
                words=document.words,
                tokens=document.tokens,
            )
            for version, document in zip(versions, documents, strict=True)
        ],
        update_conflicts=True,
        unique_fields=["version"],
        update_fields=["published", "analysis", "words", "tokens"],
    )
    write_vocabulary(documents)


def version_documents(versions: Iterable[PublishedVersion]) -> list[Document]:
    """Return the versions as the index is to have them."""
    return [_document(version) for version in versions]


def texts_of(version: PublishedVersion) -> list[str]:
    """Return the paragraphs that readers get, without the links that are joined when they do."""
    return [block.text for block in _blocks(version) if block.text]


def _document(version: PublishedVersion) -> Document:
    content, blocks = version.content, _blocks(version)
    return make_document(
        version.headline,
        version.summary,
        (
            *(block.text for block in blocks),
            *content.get("authors", ()),
            *(name for name, is_author in content.get("byline", ()) if not is_author),
            *content.get("tags", ()),
            (content.get("picture") or {}).get("caption", ""),
        ),
        language=version.language or language_of_text(version.headline, version.summary, blocks),
    )


def _blocks(version: PublishedVersion) -> tuple[body.Block, ...]:
    # What was rendered: of the blocks, readers do not get all.
    try:
        return body.read(version.body_html)
    except body.BodyRefused:
        # No such body was ever published; one that came another way does not stop the others.
        return ()


def write_vocabulary(documents: Iterable[Document]) -> None:
    """Add the words of documents that readers will get to those that a mistyped one can mean."""
    # In order, so that two who add the same words do not wait for each other.
    words = sorted({word for document in documents for word in spellings(document)})
    for start in range(0, len(words), MOST_ASKED):
        asked = words[start : start + MOST_ASKED]
        found = VocabularyWord.objects.filter(word__in=asked)
        known = set(found.values_list("word", flat=True))
        VocabularyWord.objects.bulk_create(
            (
                VocabularyWord(word=word, first=word[0], length=len(word))
                for word in asked
                if word not in known
            ),
            ignore_conflicts=True,
        )


def _of_stories() -> QuerySet[PublishedVersion]:
    return PublishedVersion.objects.filter(kind=VersionKind.STORY)


VERSION_SOURCE = Source(_of_stories, VERSIONS, version_documents, index_versions)
