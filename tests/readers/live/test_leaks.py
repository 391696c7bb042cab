"""An entry that readers must not see yet, or any more, is on no page, cached or not."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.urls import reverse
from time_machine import Traveller

from articles.models import Story, VersionKind
from tests.factories import (
    HOUR,
    NOON,
    make_correction,
    make_coverage,
    make_live_entry,
    make_section,
    make_story,
    make_version,
)
from tests.readers.cache.at_the_door import Reader, forget

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("clock")]
SECRET = "Xylophon-27"
#: Another word of it: the page of the search repeats what was asked for.
SOUGHT = "zeppelin"
JUST_BEFORE = timedelta(microseconds=1)


def add(story: Story, **fields: object) -> str:
    """Add an entry with the secret words, and return its key."""
    body = f"<p>{SECRET} {SOUGHT}</p>"
    words = {"headline": SECRET, "is_key": True, "author": SECRET, "note": SECRET, "body": body}
    return make_live_entry(story, **words | fields).key


def urls(slug: str, key: str) -> list[str]:
    """Return all pages that could have an entry of the story with this slug."""
    return [
        *(f"/news/{slug}/", f"/news/{slug}/?entry={key}", f"/news/{slug}/live/", "/", "/recent/"),
        *("/section/land/", "/corrections/", "/rss.xml", "/atom.xml", "/sitemap.xml"),
        *("/sitemap-news.xml", "/sitemap-2025-09.xml", "/archive/2025/9/1/"),
        *(f"/search/?q={SOUGHT}", reverse("articles:author", args=["xylophon-27"])),
    ]


def leaks(reader: Reader, slug: str, key: str) -> list[str]:
    """Return those of the pages that have the secret words."""
    return [url for url in urls(slug, key) if SECRET in reader.get(url).text]


@pytest.fixture
def reader() -> Iterator[Reader]:
    """Somebody who reads pages at the door."""
    yield Reader()
    forget()


@pytest.fixture
def live(clock: Traveller) -> Callable[..., Story]:
    """Make a live blog with these periods, each with its start and end in hours from noon."""
    section = make_section("Land", slug="land")

    def make(*periods: tuple[int, int | None, str]) -> Story:
        story = make_story(slug="flood")
        for start, end, kind in periods:
            make_version(
                story,
                section=section,
                kind=kind,
                visible_from=NOON + start * HOUR,
                visible_until=None if end is None else NOON + end * HOUR,
            )
        make_coverage(story, valid_from=NOON - 3 * HOUR)
        make_correction(story, at=NOON - HOUR)
        return story

    return make


def test_an_entry_is_there_from_its_second_to_its_last(
    live: Callable[..., Story], clock: Traveller, reader: Reader
) -> None:
    key = add(
        live((-2, None, VersionKind.STORY)),
        visible_from=NOON + HOUR,
        visible_until=NOON + 2 * HOUR,
    )
    seen = []
    for hours in (1, 2):
        for early in (JUST_BEFORE, timedelta()):
            clock.move_to(NOON + hours * HOUR - early, tick=False)
            seen.append(leaks(reader, "flood", key))
    page = "/news/flood/"
    pages = [page, f"{page}?entry={key}", f"{page}live/", f"/search/?q={SOUGHT}"]
    assert seen == [[], pages, pages, []]


@pytest.mark.parametrize(
    "periods",
    [
        [],
        [(1, None, VersionKind.STORY)],
        [(-2, -1, VersionKind.STORY)],
        [(-2, -1, VersionKind.STORY), (-1, None, VersionKind.WITHDRAWAL)],
        [(1, 1, VersionKind.STORY)],
    ],
)
def test_entries_of_a_story_that_readers_do_not_see_are_nowhere(
    live: Callable[..., Story], reader: Reader, periods: list[tuple[int, int | None, str]]
) -> None:
    key = add(live(*periods), visible_from=NOON - HOUR / 2)
    assert leaks(reader, "flood", key) == []
