"""Fill an empty site with stories like a newsroom's, quickly: rows in bulk, without the verbs."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from django.db import connection, transaction
from django.utils import timezone

from articles.body import PictureData
from articles.links.periods import decision_of
from articles.models import (
    Author,
    LinkDecision,
    LinkState,
    PublishedVersion,
    RelatedLink,
    Story,
)
from articles.publishing import freeze
from articles.search import index_versions
from articles.search.rebuild import BATCH
from articles.wire import read_copy
from articles.wire.as_story import as_working_copy
from newsroom.accounts.models import User
from tests.factories import NOON, build_story, build_version, make_section, make_user

SAMPLE = Path(__file__).parent.parent / "samples" / "xi-putin-sco.txt"
#: Related links of the story that is read, and of every other story.
LINKS, LINKS_ELSEWHERE = 30, 2
#: One in this many stories has an earlier version, and one in this many is scheduled.
UPDATED, SCHEDULED = 10, 100
A_MINUTE, A_DAY = timedelta(minutes=1), timedelta(days=1)
PICTURE = PictureData(
    src="/media/__processed__/a1/medium-harvest.jpg",
    srcset="/media/__processed__/a1/medium-harvest.jpg 800w,"
    " /media/__processed__/a1/large-harvest.jpg 1600w",
    width=1600,
    height=1067,
    alt="A field of wheat at dawn",
    caption="The field at dawn, before the first machines arrive.",
    credit="Ana Maria/Agency",
)


def fill(count: int) -> None:
    """Fill an empty site with `count` stories, each published once or twice.

    The first one is the newest, and has more links than the others.
    """
    with transaction.atomic():
        by = make_user()
        sections = [make_section(name=f"Section {number}") for number in range(8)]
        stories = Story.objects.bulk_create(
            build_story(
                by,
                headline=f"Ministers agree on the harvest of field number {number}",
                slug=f"ministers-agree-on-the-harvest-of-field-number-{number}",
                summary="The machines will arrive on Monday, a week later than in other years.",
                section=sections[number % len(sections)],
            )
            for number in range(count)
        )
        text = frozen_text()
        key = next(block["key"] for block in text.content["blocks"] if block["kind"] == "AlsoRead")
        PublishedVersion.objects.bulk_create(versions(stories, by, text), batch_size=1000)
        made = RelatedLink.objects.bulk_create(links(stories, by, key), batch_size=1000)
        decisions = [decision for link in made if (decision := decision_of(link))]
        LinkDecision.objects.bulk_create(decisions, batch_size=1000)
    if connection.vendor == "postgresql":  # It would do so by itself within a minute.
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def index() -> None:
    """Index all published versions, as publishing them would."""
    with transaction.atomic():
        versions = PublishedVersion.objects.order_by("pk")
        for start in range(0, versions.count(), BATCH):
            index_versions(list(versions[start : start + BATCH]))
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def frozen_text() -> PublishedVersion:
    """Return an unsaved version of the sample copy, with authors, tags and a lead picture."""
    copy = as_working_copy(read_copy(SAMPLE.read_bytes()))
    authors = (Author(name="Ana Maria"), Author(name="Ben Okri"))
    version = freeze(replace(copy, authors=authors, tags=("asia", "harvest")))
    version.content["picture"] = PICTURE
    return version


def versions(stories: list[Story], by: User, text: PublishedVersion) -> list[PublishedVersion]:
    """Return the versions of the stories, newest story first, all with the same text."""
    made = []
    for number, story in enumerate(stories):
        start = NOON - number * A_MINUTE
        if number % SCHEDULED == SCHEDULED - 1:
            start = timezone.now() + (number + 1) * A_DAY
        fields = {
            "section": story.section,
            "content": text.content,
            "body_html": text.body_html,
            "language": text.language,
            "published_at": start,
        }
        if number % UPDATED == 0:
            end = start + A_MINUTE
            made.append(build_version(story, by, visible_from=start, visible_until=end, **fields))
            start = end
        made.append(build_version(story, by, visible_from=start, **fields))
    return made


def links(stories: list[Story], by: User, key: str) -> list[RelatedLink]:
    """Return the approved links of the stories, to the stories after them; the first is inline."""
    return [
        RelatedLink(
            story=story,
            key=key if step == 1 else "",
            position=step,
            target=stories[(number + step) % len(stories)],
            state=LinkState.APPROVED,
            decided_by=by,
            decided_at=timezone.now(),
            released_at=timezone.now(),
        )
        for number, story in enumerate(stories)
        for step in range(1, (LINKS_ELSEWHERE if number else LINKS) + 1)
    ]
