"""What tags suggested from a text cost, with a tag for every second story."""

from collections.abc import Sequence
from time import perf_counter

from taggit.models import Tag

from articles import body
from articles.models import Story, VocabularyWord
from articles.search import suggest_tags
from articles.wire import Gazetteer, newsroom_gazetteer


def milliseconds(stories: Sequence[Story], count: int) -> float:
    """Return what suggesting tags for each of these stories takes; the archive has `count`."""
    words = VocabularyWord.objects.order_by("word").values_list("word", flat=True)[: count // 2]
    named = [*words, *(f"{one} {other}" for one in words[:70] for other in words[:70])]
    Tag.objects.bulk_create(Tag(name=name, slug=name) for name in named[: count // 2])
    gazetteer = newsroom_gazetteer()
    # The world's places, and the tags' words, are read once a process.
    _suggest(stories[0], gazetteer)
    began = perf_counter()
    for story in stories:
        _suggest(story, gazetteer)
    return 1000 * (perf_counter() - began) / len(stories)


def _suggest(story: Story, gazetteer: Gazetteer) -> None:
    texts = (
        ("headline", story.headline),
        ("summary", story.summary),
        *(("body", block.text) for block in body.read(story.body)),
    )
    suggest_tags(texts, "en", gazetteer)
