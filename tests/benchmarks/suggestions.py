"""How good suggested related stories are, and what they cost, on an archive with known topics.

Each story is about one of the topics: it has words that stories of the topic have more often than
others, among words that all have, and now and then the words of another topic. Tags are as a
newsroom gives them: of some stories the topic's, of others a neighbouring one's or none, and often
a broad one. A suggestion is right if it is about the same topic.
"""

import sys
from collections.abc import Iterator, Sequence
from datetime import timedelta
from random import Random
from time import perf_counter

from django.db import transaction

from articles.links import suggest
from articles.models import PublishedVersion, Story, Term
from articles.publishing import terms_of
from tests.benchmarks import tags
from tests.benchmarks.stories import index
from tests.factories import NOON, build_story, build_version, make_section, make_user

TOPICS, SECTIONS = 50, 8
#: Words of a topic, of all topics, which share them, and of all stories.
OF_TOPIC, OF_TOPICS, OF_ALL = 40, 600, 3000
#: Words of a body, and how many of headline, summary and body belong to the topic.
WORDS, IN_HEADLINE, IN_SUMMARY, IN_BODY = 250, 0.2, 0.1, 0.05
#: How often a story has the topic's tag, another topic's, and a broad one.
TAGGED, TAGGED_OTHERWISE, BROADLY = 0.6, 0.15, 0.7
AT, FIRST = 5, 40
A_DAY = timedelta(days=1)


def show(count: int) -> None:
    """Fill an empty site with `count` stories, and print the name and value of each figure."""
    for name, value in measure(count):
        sys.stdout.write(f"{name.format(count)} {value:.3f}\n")


def measure(count: int) -> Iterator[tuple[str, float]]:
    """Fill an empty site with `count` stories, and yield the name and value of each figure."""
    topics = fill(count)
    asked = list(Story.objects.order_by("pk")[:FIRST])
    ours, by_tags, took = [], [], 0.0
    for story in asked:
        began = perf_counter()
        found = [one.story for one in suggest(story, NOON, AT)]
        took += perf_counter() - began
        ours.append(_precision(story, found, topics))
        by_tags.append(_precision(story, with_same_tags(story), topics))
    yield "suggestions_precision_{}", sum(ours) / len(asked)
    yield "suggestions_precision_tags_{}", sum(by_tags) / len(asked)
    yield "suggestions_precision_chance_{}", _chance(asked, topics)
    yield "suggestions_ms_{}", 1000 * took / len(asked)
    yield "suggested_tags_ms_{}", tags.milliseconds(asked, count)


def with_same_tags(story: Story) -> list[int]:
    """Return the stories that share most tags with this one, the newest of them first."""
    shared: dict[int, int] = {}
    own = Term.objects.filter(version__story=story).values_list("slug", flat=True)
    others = Term.objects.filter(slug__in=list(own)).exclude(version__story=story)
    for other in others.order_by("-published_at", "pk").values_list("version__story", flat=True):
        shared[other] = shared.get(other, 0) + 1
    return sorted(shared, key=lambda other: -shared[other])[:AT]


def fill(count: int) -> dict[int, int]:
    """Fill an empty site with `count` published stories; return the topic of each."""
    random = Random(14)  # noqa: S311 - the same archive each time
    common = [_word(random) for _ in range(OF_ALL)]
    often = [1 / (rank + 1) for rank in range(OF_ALL)]
    pool = [_word(random) for _ in range(OF_TOPICS)]
    topical = [random.sample(pool, OF_TOPIC) for _ in range(TOPICS)]
    of = [random.randrange(TOPICS) for _ in range(count)]

    def text(topic: int, words: int, share: float) -> str:
        said = random.choices(common, often, k=words)
        for at in range(words):
            if random.random() < share:
                other = random.random() < 0.1
                said[at] = random.choice(topical[random.randrange(TOPICS) if other else topic])
        return " ".join(said)

    with transaction.atomic():
        by = make_user()
        sections = [make_section(f"Section {number}") for number in range(SECTIONS)]
        stories = Story.objects.bulk_create(
            build_story(
                by,
                headline=text(topic, 8, IN_HEADLINE),
                summary=text(topic, 20, IN_SUMMARY),
                body=f"<p>{text(topic, WORDS, IN_BODY)}</p>",
                slug=f"story-{number}",
                language="en",
                section=sections[topic % SECTIONS],
            )
            for number, topic in enumerate(of)
        )
        for story, tags in zip(stories[:FIRST], tagged := _tags(random, of), strict=False):
            story.tags.add(*tags)
        versions = PublishedVersion.objects.bulk_create(
            (
                build_version(
                    story,
                    by,
                    visible_from=NOON - random.randrange(1, 1000) * A_DAY,
                    body_html=story.body,
                    section=story.section,
                    language="en",
                    content={"tags": tags, "blocks": []},
                )
                for story, tags in zip(stories, tagged, strict=True)
            ),
            batch_size=1000,
        )
        Term.objects.bulk_create(
            (term for version in versions for term in terms_of(version)), batch_size=1000
        )
    index()
    return dict(zip((story.pk for story in stories), of, strict=True))


def _tags(random: Random, topics: Sequence[int]) -> list[list[str]]:
    tagged = []
    for topic in topics:
        tags = [f"topic {topic}"] if random.random() < TAGGED else []
        if random.random() < TAGGED_OTHERWISE:
            tags.append(f"topic {random.randrange(TOPICS)}")
        if random.random() < BROADLY:
            tags.append(f"broad {random.randrange(6)}")
        tagged.append(tags)
    return tagged


def _word(random: Random) -> str:
    return "".join(random.choice("bdfgklmnprstvz") + random.choice("aeiou") for _ in range(4))


def _precision(story: Story, found: Sequence[int], topics: dict[int, int]) -> float:
    return sum(topics[other] == topics[story.pk] for other in found) / AT


def _chance(asked: Sequence[Story], topics: dict[int, int]) -> float:
    same = [sum(topics[story.pk] == topic for topic in topics.values()) - 1 for story in asked]
    return sum(same) / len(asked) / (len(topics) - 1)
