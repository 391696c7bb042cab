"""The words of a published version: what readers get of it, written when it is."""

from articles import body
from articles.models import PublishedVersion, VersionWords, VocabularyWord
from articles.search.analysis import Document, make_document, spellings
from articles.search.analysis.document import ANALYSIS
from articles.stories import language_of_text


def index_version(version: PublishedVersion) -> None:
    """Write the words of a version of a story, in the transaction that writes the version."""
    document = version_document(version)
    VersionWords.objects.bulk_create(
        [
            VersionWords(
                version=version,
                published=int(version.published_at.timestamp()),
                analysis=ANALYSIS,
                words=document.words,
                tokens=document.tokens,
            )
        ],
        update_conflicts=True,
        unique_fields=["version"],
        update_fields=["published", "analysis", "words", "tokens"],
    )
    _write_vocabulary(document)


def version_document(version: PublishedVersion) -> Document:
    """Return the version as the index is to have it."""
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


def texts_of(version: PublishedVersion) -> list[str]:
    """Return the paragraphs that readers get, without the links that are joined when they do."""
    return [block.text for block in _blocks(version) if block.text]


def _blocks(version: PublishedVersion) -> tuple[body.Block, ...]:
    # What was rendered: of the blocks, readers do not get all.
    try:
        return body.read(version.body_html)
    except body.BodyRefused:
        # No such body was ever published; one that came another way does not stop the others.
        return ()


def _write_vocabulary(document: Document) -> None:
    words = spellings(document)
    known = set(VocabularyWord.objects.filter(word__in=words).values_list("word", flat=True))
    # In order, so that two who add the same words do not wait for each other.
    VocabularyWord.objects.bulk_create(
        (
            VocabularyWord(word=word, first=word[0], length=len(word))
            for word in words
            if word not in known
        ),
        ignore_conflicts=True,
    )
