"""The words of a working copy, written when it is."""

from collections.abc import Iterable, Iterator, Sequence

from articles import body
from articles.database import STORIES
from articles.models import Author, Story, StoryWords
from articles.search.analysis import ANALYSIS, Document, facet, make_document
from articles.search.source import Source
from articles.stories import BylineText, WorkingCopy, working_copies_of


def index_story(story: Story, copy: WorkingCopy, blocks: Iterable[body.Block]) -> None:
    """Write the words of a working copy, in the transaction that writes it.

    `blocks` are those of its body.
    """
    _write([(story, story_document(copy, blocks))])


def index_batch(stories: Sequence[Story]) -> None:
    """Write the words of the working copies as they are stored, in few queries.

    Must run inside a transaction that has locked the stories.
    """
    _write(zip(stories, story_documents(stories), strict=True))


def story_documents(stories: Sequence[Story]) -> list[Document]:
    """Return the stored working copies as the index is to have them, in few queries."""
    copies = zip(stories, working_copies_of(stories), strict=True)
    return [story_document(copy, blocks_of(story)) for story, copy in copies]


def _write(documents: Iterable[tuple[Story, Document]]) -> None:
    StoryWords.objects.bulk_create(
        [
            StoryWords(story=story, analysis=ANALYSIS, words=document.words, tokens=document.tokens)
            for story, document in documents
        ],
        update_conflicts=True,
        unique_fields=["story"],
        update_fields=["analysis", "words", "tokens"],
    )


def story_document(copy: WorkingCopy, blocks: Iterable[body.Block]) -> Document:
    """Return the working copy as the index is to have it."""
    # Authors are looked up by their names, which can change.
    byline = (one.name for one in copy.authors if isinstance(one, BylineText))
    return make_document(
        copy.headline,
        copy.summary,
        (copy.slug, *sorted(copy.tags), *copy.places, copy.agency, *byline, *_words(blocks)),
        language=copy.shown_language,
        facets=(author_facet(one.pk) for one in copy.authors if isinstance(one, Author)),
    )


def author_facet(pk: int) -> str:
    """Return the token of the stories by the author with this primary key."""
    return facet("byline", str(pk))


def blocks_of(story: Story) -> tuple[body.Block, ...]:
    """Return the blocks of the story's body; none of one that no save would take."""
    try:
        return body.read(story.body)
    except body.BodyRefused:
        # One that came another way does not stop the others.
        return ()


def _words(blocks: Iterable[body.Block]) -> Iterator[str]:
    for block in blocks:
        yield block.text
        if isinstance(block, body.PullQuote):
            yield block.speaker
        if isinstance(block, body.Figure):
            yield block.alt
        if isinstance(block, body.Embed):
            yield f"{block.author} {body.site_of(block.url)}"


STORY_SOURCE = Source(Story.objects.all, STORIES, story_documents, index_batch)
